// accept
#include <shuliang.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
inline constexpr auto& pair = sl::sequence<sl::count, sl::lit<"和">, sl::money>;
static_assert((*(std::string_view{"3人和5元"} | sl::extract<pair>).begin()).size() == 2);
