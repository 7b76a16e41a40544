// reject: two_words_give_one_code_different_meanings
#include <shuliang.hpp>
#include <shuliang/vocabulary.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
inline constexpr auto farm =
    sl::vocabulary_of(sl::word{.symbol = "垧地", .code = "x", .dimension = sl::dimension::area, .factor = {10000}},
                      sl::word{.symbol = "垧田", .code = "x", .dimension = sl::dimension::area, .factor = {7000}});
