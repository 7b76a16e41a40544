// accept
#include <shuliang.hpp>
#include <shuliang/vocabulary.hpp>
#include <string>
#include <string_view>
namespace sl = shuliang;
inline constexpr auto farm = sl::vocabulary_of(
    sl::word{.symbol = "槽筐"}, sl::word{.symbol = "工票", .code = "XGP", .dimension = sl::dimension::currency},
    sl::word{.symbol = "票角", .code = "XGP", .dimension = sl::dimension::currency, .factor = {1, 10}},
    sl::word{.symbol = "起步", .use = sl::word_use::after, .flag = sl::approx::at_least},
    sl::word{.symbol = "三下锅", .use = sl::word_use::lookalike});
inline constexpr auto shop = sl::vocabulary_of(sl::word{.symbol = "提篓"});
inline constexpr auto loads = sl::count.of("袋", farm.unit("槽筐"));
void use(std::string_view text) {
    for (const auto& q : text | sl::extract<loads, sl::money, farm, shop>) static_cast<void>(q);
}
