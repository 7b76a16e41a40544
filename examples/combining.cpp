// Extractors made of extractors: some units, large amounts, what a label names, two quantities side by side.
#include <iostream>
#include <shuliang.hpp>
#include <string_view>

namespace sl = shuliang;

inline constexpr auto people = sl::count.of("人", "名", "位");
inline constexpr auto large = sl::money.where([](const sl::quantity& q) { return q.value() >= 1'000'000; });
inline constexpr auto& rate = sl::labelled<"合格率", sl::percent>;
inline constexpr auto& grant = sl::sequence<sl::lit<"为", "给">, people, sl::lit<"发放", "拨付">, sl::money>;

int main() {
    constexpr std::string_view text =
        "全镇6500人，抽检合格率达98.5%，增长2%；投资380万元，另付5000元；为120名学生发书，给35位发放7000元，"
        "为8人拨付2.4万元。";

    for (const sl::quantity& q : text | sl::extract<people, large, rate>) std::cout << q.text() << '\n';

    for (const auto& found : text | grant)
        std::cout << found.text() << ": " << found[1].value()->text().view() << " for "
                  << found[0].value()->text().view() << '\n';

    // Constants of the program can be tested while it is compiled.
    static_assert((*("给3位发放90元" | sl::extract<grant>).begin())[1].value() == 90);
}
