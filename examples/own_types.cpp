// Quantities as types of your own, bound by one specialisation each, and as plain numbers.
#include <iostream>
#include <optional>
#include <shuliang.hpp>
#include <string_view>

namespace sl = shuliang;

struct kilograms {
    double number;
};
struct yuan {
    long long cents;  // hundredths, so that nothing is lost
};

// A number in a unit, or in one that converts to it.
template <>
struct sl::binding<kilograms> : sl::unit_binding<kilograms, double, "kg"> {};

// Anything else is a function.
template <>
struct sl::binding<yuan> {
    static constexpr std::optional<yuan> from(const sl::quantity& q) {
        const auto value = q.value();
        if (!value || q.unit() != "CNY") return std::nullopt;
        const auto cents = multiply(*value, sl::rational{100});
        const auto whole = cents ? cents->as_integer() : std::nullopt;
        return whole ? std::optional{yuan{*whole}} : std::nullopt;
    }
};

int main() {
    constexpr std::string_view text = "小麦2.5吨，大豆800斤，运费350.5元，西瓜三个，增长7.5%，零钱三分之一元。";
    for (const sl::quantity& q : text | sl::extract<>) {
        std::cout << q.text() << ':';
        if (const auto mass = sl::as<kilograms>(q)) std::cout << ' ' << mass->number << " kg";
        if (const auto amount = sl::as<yuan>(q)) std::cout << ' ' << amount->cents << " fen";
        if (const auto whole = sl::as<int>(q)) std::cout << " int " << *whole;
        if (const auto number = sl::as<double>(q)) std::cout << " double " << *number;
        std::cout << '\n';
    }
}
