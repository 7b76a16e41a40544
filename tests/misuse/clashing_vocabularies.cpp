// reject: two_words_have_the_same_symbol
#include <shuliang.hpp>
#include <shuliang/vocabulary.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
inline constexpr auto farm = sl::vocabulary_of(sl::word{.symbol = "槽筐"});
inline constexpr auto shop = sl::vocabulary_of(sl::word{.symbol = "槽筐", .code = "筐"});
void use(std::string_view text) {
    for (const auto& q : text | sl::extract<farm, shop>) static_cast<void>(q);
}
