// reject: no unit is called so
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
inline constexpr auto steps = sl::count.of("人", "跬跬");
