// accept
#include <shuliang.hpp>
#include <shuliang/vocabulary.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
inline constexpr auto farm = sl::vocabulary_of(sl::word{.symbol = "槽筐"}, sl::word{.symbol = "套组", .code = "槽筐"});
constexpr sl::vocabulary words = farm;
static_assert(words.size() == 2 && words.unit_count() == 1);
