// reject: a field has one label at least
#include <shuliang.hpp>
#include <shuliang/fields.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
struct report {
    sl::quantity rate;
};
inline constexpr auto schema = sl::fields<report>(sl::field<&report::rate>());
