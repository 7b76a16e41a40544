// reject: as<T> does not know this T
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
auto use(const sl::quantity& q) { return sl::as<std::string>(q); }
