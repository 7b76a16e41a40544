// From a notice to the types of <chrono>: when the office is open, and until when an answer is due.
#include <chrono>
#include <iostream>
#include <shuliang.hpp>
#include <shuliang/bridge/chrono.hpp>
#include <string_view>

namespace sl = shuliang;
namespace chr = std::chrono;

static void print(chr::local_days day) {
    const chr::year_month_day date{day};
    std::cout << int{date.year()} << '-' << unsigned{date.month()} << '-' << unsigned{date.day()} << '\n';
}

int main() {
    constexpr std::string_view notice = "2024年2月20日发布，请于10天内答复，材料须在下午5:30前送达，办理需约1.5小时。";

    chr::local_days due{};
    for (const sl::quantity& q : notice | sl::extract<>) {
        std::cout << q.text() << ": ";
        if (const auto day = sl::as<chr::local_days>(q)) {
            print(due = *day);
        } else if (const auto days = sl::as<chr::days>(q)) {
            print(due += *days);
        } else if (const auto minutes = sl::as<chr::minutes>(q)) {
            std::cout << minutes->count() << (q.kind() == sl::kind::time ? " minutes past midnight" : " minutes")
                      << (q.is(sl::approx::about) ? ", about\n" : "\n");
        }
    }
}
