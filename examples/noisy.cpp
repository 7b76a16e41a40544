// Text from the web: full-width digits, traditional and variant characters, stray spaces, broken bytes, look-alikes.
#include <iostream>
#include <shuliang.hpp>
#include <shuliang/print.hpp>
#include <string_view>

namespace sl = shuliang;

int main() {
    constexpr std::string_view lines[] = {
        "共捐款１２,３００．５元，㈠班三十個學生",
        "採購參萬伍仟貳佰隻口罩，價值肆拾貳萬圓整",
        "气温 38.5 ℃ ，面积 5 000 平方米",
        "一起统一行动，第一时间赶到四川，千方百计解决三农问题",
        "二零二四年三月五号下午3点一刻 | 热线：96000",
        "共3\xFF\xFE名，\xE5\x90又5个",
        "99999999999999999999999元",
    };
    for (const std::string_view line : lines) {
        bool any = false;
        for (const sl::quantity& q : line | sl::extract<>) {
            std::cout << (any ? "; " : "") << q.text() << " = " << q;
            any = true;
        }
        std::cout << (any ? "\n" : "nothing\n");
    }
}
