// Words of your own in the program: a measure word, a unit with a factor, a currency, an approximation, a look-alike.
#include <iostream>
#include <shuliang.hpp>
#include <shuliang/vocabulary.hpp>
#include <string_view>

namespace sl = shuliang;

inline constexpr auto village =
    sl::vocabulary_of(sl::word{.symbol = "槽筐"},
                      sl::word{.symbol = "石箩", .dimension = sl::dimension::volume, .factor = {1, 10}},  // 0.1 m3
                      sl::word{.symbol = "工票", .code = "XGP", .dimension = sl::dimension::currency},
                      sl::word{.symbol = "打底", .use = sl::word_use::after, .flag = sl::approx::at_least},
                      sl::word{.symbol = "三下锅", .use = sl::word_use::lookalike});

inline constexpr auto harvest = sl::count.of("袋", village.unit("槽筐"));

int main() {
    constexpr std::string_view text = "各户交来3槽筐、12袋，共2.5石箩，每槽筐付40工票，晚饭三下锅，200元打底。";

    for (const sl::quantity& q : text | sl::extract<village>) {
        std::cout << q.text() << ": " << sl::text_of(q).view();
        if (const auto litres = q.in(sl::unit::of_code("L"))) std::cout << " = " << litres->text().view() << " L";
        std::cout << '\n';
    }

    std::cout << "harvest:";
    for (const sl::quantity& q : text | sl::extract<harvest, village>) std::cout << ' ' << q.text();
    std::cout << '\n';
}
