// reject: a_symbol_does_not_begin_with_a_numeral
#include <shuliang.hpp>
#include <shuliang/vocabulary.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
inline constexpr auto farm = sl::vocabulary_of(sl::word{.symbol = "三套"});
