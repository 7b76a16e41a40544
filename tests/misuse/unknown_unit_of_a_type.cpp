// reject: there is no unit with this code
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
struct mass {
    double number;
};
template <>
struct sl::binding<mass> : sl::unit_binding<mass, double, "kilo"> {};
auto use(const sl::quantity& q) { return sl::as<mass>(q); }
