// reject: extract<...> takes extractors
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
inline constexpr int five = 5;
auto use(std::string_view text) { return text | sl::extract<sl::money, five>; }
