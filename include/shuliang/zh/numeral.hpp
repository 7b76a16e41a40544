// zh/numeral.hpp - reads one number: 3000, 1,234.5, 三十二, 30多万, 1.2亿, 壹佰万, 十七八, 几十, 3×10^8.
//
// The reader takes the longest run that is one number and reports its exact value, or both ends when the
// number itself is a range (三五, 十七八, 几百). It knows nothing of units, except that a multiplier that
// begins a unit (千米, 兆瓦) is left to the unit. Rules: SPEC section 4; numeral systems after GB/T 15835.
//
// constexpr, no allocation; linear in the length of the run.
#pragma once

#include "shuliang/zh/numeral_reader.hpp"
#include "shuliang/zh/numeral_short.hpp"
#include "shuliang/zh/scientific.hpp"

namespace shuliang::inline v0::zh {

// Reads the number that begins at `at`; an empty one when none does. A bare 兆 is 10^12 before money, and where
// `words` say so. 半 is 0.5, ½ a fraction in decimal where exact: whether they stand alone the caller decides.
// `c` is the character at `at`.
[[gnu::hot]] constexpr numeral read_numeral(const char* at, character c, const char* end, number_words words) noexcept {
    numeral n;
    if (c.cls() == char_class::half) {
        n.begin = at;
        n.end = at + c.length;
        n.value = decimal{5, -1};
        n.high = n.mantissa = n.value;
        n.half = n.single = true;
        return n;
    }
    if (c.cls() == char_class::none || c.cls() >= char_class::circled) return n;
    const bool plain = c.cls() <= char_class::numeral || c.cls() == char_class::blank || c.id == "十"_c ||
                       c.id == "百"_c || c.id == "千"_c || c.id == "万"_c || c.id == "亿"_c;
    if (plain && (words.own == nullptr || !words.own->changes_multipliers()) && detail::read_short(n, at, c, end))
        return n;
    n = detail::numeral_reader(at, end, words).read();
    if (n && n.arabic && !n.range && n.end - n.begin < longest_phrase) detail::scientific(n, end, words.own);
    return n;
}

constexpr numeral read_numeral(const char* at, const char* end, number_words words = {}) noexcept {
    const auto c = zh::at(at, end);
    if (c.cls() == char_class::none) return {};
    return read_numeral(at, c, end, words);
}

// 三十有五: the classical 35. `next` is the 有 behind `n`.
constexpr bool add_with(numeral& n, character next, const char* end) noexcept {
    const auto last = before(n.begin, n.end);
    if (n.arabic || n.range || n.overflow || n.bare || any(n.flags) || (last.id != "十"_c && last.id != "百"_c))
        return false;
    const auto digit = at(n.end + next.length, end);
    const auto behind = at(n.end + next.length + digit.length, end);
    if (digit.cls() != char_class::numeral || digit.id == "两"_c || behind.cls() == char_class::numeral ||
        behind.cls() == char_class::multiplier || behind.id == "个"_c)
        return false;
    const auto sum = add(n.value, decimal{digit.value()});
    if (!sum) return false;
    n.value = n.high = n.mantissa = *sum;
    n.power = 0;
    n.single = false;
    n.end += next.length + digit.length;
    return true;
}

}  // namespace shuliang::inline v0::zh
