// accept
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
auto use(const sl::quantity& q) {
    return sl::as<int>(q).value_or(0) + sl::as<double>(q, sl::unit::of_code("m")).value_or(0);
}
