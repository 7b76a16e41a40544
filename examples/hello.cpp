// Typed quantities from a sentence: what was found, what it is worth, and a question to each of them.
#include <iostream>
#include <shuliang.hpp>
#include <string_view>

namespace sl = shuliang;

int main() {
    constexpr std::string_view text = "全县共有3000余名党员，投入资金近50万元，覆盖率达97.1%，接待游客约两万五千人次。";

    for (const sl::quantity& q : text | sl::extract<>)
        std::cout << q.text() << ": " << sl::name(q.kind()) << ' ' << sl::text_of_value(q).view() << ' '
                  << q.unit().code() << (q.approx() == sl::approx::exact ? "" : " (not exact)") << '\n';

    for (const sl::quantity& q : text | sl::extract<sl::money, sl::percent>)
        if (q.is(sl::approx::nearly)) std::cout << q.text() << " is less than it sounds\n";

    // Exact and at compile time, too.
    static_assert((*("共10万余份" | sl::extract<>).begin()).value() == 100'000);
}
