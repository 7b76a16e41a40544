// reject: there_is_no_word_with_this_symbol
#include <shuliang.hpp>
#include <shuliang/vocabulary.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
inline constexpr auto farm = sl::vocabulary_of(sl::word{.symbol = "槽筐"});
inline constexpr auto loads = sl::count.of(farm.unit("槽篓"));
