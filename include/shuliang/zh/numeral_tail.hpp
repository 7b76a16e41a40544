// zh/numeral_tail.hpp - what speech and print append to a number: 三十有五, 二十好几, 11点几, 2½.
//
// Promise: a number is only ever made longer; what does not fit leaves it as it was.
#pragma once

#include "shuliang/unit.hpp"
#include "shuliang/zh/numeral.hpp"

namespace shuliang::inline v0::zh {

namespace detail {

// 二十好几, 十一点几: a blank digit behind the number. `next` is the 好 or 点 behind `n`.
[[gnu::always_inline]] constexpr bool add_blank(numeral& n, character next, const char* end) noexcept {
    const char* p = n.end + next.length;
    const auto blank = at(p, end);
    const auto whole = n.value.as_integer();
    if (blank.id != "几"_c || !whole || n.range || n.overflow || n.bare || n.half || n.wordy || any(n.flags) ||
        n.power > 2 || n.fraction)
        return false;
    p += blank.length;
    const auto behind = at(p, end);
    if (next.id == "好"_c) {
        if (*whole < 20 || *whole > 90 || *whole % 10 != 0 || behind.cls() != char_class::none) return false;
        n.value = decimal{*whole + 1};
        n.high = decimal{*whole + 9};
    } else {
        if (behind.id == "分"_c || behind.id == "钟"_c || behind.id == "了"_c || behind.id == "刻"_c) return false;
        n.value = decimal{*whole * 10 + 2, -1};
        n.high = decimal{*whole * 10 + 9, -1};
        n.fraction = true;
        if (behind.id == "万"_c || behind.id == "亿"_c) {
            n.value.exponent = n.high.exponent = static_cast<decltype(n.value.exponent)>(behind.value() - 1);
            p += behind.length;
        }
    }
    n.mantissa = n.value;
    n.power = 0;
    n.range = true;
    n.single = n.positional = n.pair = false;
    n.flags |= approx::indefinite;
    n.end = p;
    return true;
}

// 2½. `next` is the fraction behind `n`.
[[gnu::always_inline]] constexpr bool add_vulgar(numeral& n, character next) noexcept {
    if (!n.arabic || n.fraction || n.grouped || n.range || n.overflow || n.wordy || n.power != 0) return false;
    const auto part = rational::make(decimal{next.value() / 100}, decimal{next.value() % 100});
    const auto exact = part ? part->as_decimal() : std::nullopt;
    const auto sum = exact ? add(n.value, *exact) : std::nullopt;
    if (!sum) return false;
    n.value = n.high = n.mantissa = *sum;
    n.fraction = true;
    n.end += next.length;
    return true;
}

// True when the character `next` behind a number can begin one of these.
[[gnu::always_inline]] constexpr bool may_have_tail(character next) noexcept {
    return next.id == "有"_c || next.id == "好"_c || next.id == "点"_c || next.cls() == char_class::vulgar;
}

// Appends what begins with `next` to the number before it; false when nothing does.
[[gnu::always_inline]] constexpr bool add_tail(numeral& n, character next, const char* end) noexcept {
    if (next.id == "有"_c) return add_with(n, next, end);
    if (next.cls() == char_class::vulgar) return add_vulgar(n, next);
    return add_blank(n, next, end);
}

}  // namespace detail

}  // namespace shuliang::inline v0::zh
