// One of every kind, and what can be asked of it: value, range, date, ratio, rate, bounds, another unit.
#include <iostream>
#include <shuliang.hpp>
#include <shuliang/print.hpp>
#include <string_view>

namespace sl = shuliang;

int main() {
    constexpr std::string_view text =
        "新招工人二十余名，铺路12.5公里，耗资350万元，完成九成，占三分之二，是去年的3.5倍，混凝土配比1:2:3，第三批，"
        "历时两个多月，60多岁，2024年2月1日至5日，上午8点半，共3136，每10万人3.2例，热线010-12345678。";

    for (const sl::quantity& q : text | sl::extract<sl::everything>) {
        std::cout << q.text() << ": " << q;
        if (q.from()) std::cout << "; from " << *q.from() << " to " << *q.to();
        if (q.date_to()) std::cout << "; the last day is " << *q.date_to();
        if (q.terms() != 0) std::cout << "; the first of " << q.terms() << " is " << *q.term(0);
        if (!q.per().empty()) std::cout << "; for every " << q.per_value() << ' ' << q.per();
        if (const auto b = q.bounds(); b && b->lower && b->upper && q.approx() != sl::approx::exact)
            std::cout << "; between " << *b->lower << " and " << *b->upper;
        if (const auto metres = q.in(sl::unit::of_code("m"))) std::cout << "; " << *metres << " m";
        std::cout << '\n';
    }
}
