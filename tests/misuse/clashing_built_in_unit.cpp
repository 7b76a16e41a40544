// reject: a_built_in_unit_has_this_code_and_another_meaning
#include <shuliang.hpp>
#include <shuliang/vocabulary.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
inline constexpr auto farm =
    sl::vocabulary_of(sl::word{.symbol = "石箩", .code = "L", .dimension = sl::dimension::volume, .factor = {1, 10}});
