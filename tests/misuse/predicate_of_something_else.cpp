// reject: where(...) takes a function of a quantity
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
inline constexpr auto odd = sl::money.where([](int) { return true; });
