// reject: the schema has no field for this member
#include <shuliang.hpp>
#include <shuliang/fields.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
struct report {
    sl::quantity rate, other;
};
inline constexpr auto schema = sl::fields<report>(sl::field<&report::rate>("复工率"));
auto use(std::string_view text) { return (*(text | schema).begin()).source<&report::other>().label_begin; }
