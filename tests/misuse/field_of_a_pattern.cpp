// reject: what a field accepts is a filter
#include <shuliang.hpp>
#include <shuliang/fields.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
struct report {
    sl::quantity rate;
};
inline constexpr auto schema =
    sl::fields<report>(sl::field<&report::rate, sl::sequence<sl::money, sl::count>>("复工率"));
