// reject: two_words_have_the_same_symbol
#include <shuliang.hpp>
#include <shuliang/vocabulary.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
inline constexpr auto farm = sl::vocabulary_of(sl::word{.symbol = "台套"}, sl::word{.symbol = "臺套", .code = "组"});
