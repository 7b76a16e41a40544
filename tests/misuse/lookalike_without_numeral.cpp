// reject: a_lookalike_has_a_numeral_in_it
#include <shuliang.hpp>
#include <shuliang/vocabulary.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
inline constexpr auto farm = sl::vocabulary_of(sl::word{.symbol = "下锅", .use = sl::word_use::lookalike});
