// zh/scientific.hpp - powers of ten behind a number in digits: 1.5e6, 3×10^8, 10的3次方, 3w.
//
// Promise: a number is only ever made longer and its value exact; what is no power leaves it as it was.
#pragma once

#include "shuliang/zh/numeral_value.hpp"

namespace shuliang::inline v0::zh {

namespace detail {

// The value of a superscript number or of digits with an optional sign at `p`; moves `p`; false when none is there.
constexpr bool read_exponent(const char*& p, const char* end, int& value) noexcept {
    constexpr char_id superscripts[] = {"⁰"_c, "¹"_c, "²"_c, "³"_c, "⁴"_c, "⁵"_c, "⁶"_c, "⁷"_c, "⁸"_c, "⁹"_c};
    const char* q = p;
    bool negative = false;
    auto c = zh::at(q, end);
    if (c.id == "-"_c || c.id == "⁻"_c || c.id == "+"_c) {
        negative = c.id != "+"_c;
        q += c.length;
        c = zh::at(q, end);
    }
    int v = 0;
    int count = 0;
    while (!c.at_end()) {
        int digit = c.cls() == char_class::digit ? c.value() : -1;
        for (int i = 0; digit < 0 && i < 10; ++i)
            if (c.id == superscripts[i]) digit = i;
        if (digit < 0) break;
        v = v < 1000 ? v * 10 + digit : v;
        ++count;
        q += c.length;
        c = zh::at(q, end);
    }
    if (count == 0) return false;
    p = q;
    value = negative ? -v : v;
    return true;
}

constexpr void scale_by(numeral& n, int power, const char* end) noexcept {
    const auto v = power > decimal::limit || power < -decimal::limit ? std::nullopt : scale(n.value, power);
    if (v) {
        n.value = *v;
        n.high = *v;
        n.mantissa = *v;
    } else {
        n.overflow = true;
    }
    n.power = 0;
    n.wordy = true;
    n.end = end;
}

// 1.5e6, 3×10^8, 2.5×10⁻³, 10^3, 10的3次方, and k or w directly behind digits.
constexpr void scientific(numeral& n, const char* end, const vocabulary* own) noexcept {
    const char* p = n.end;
    const auto c = zh::at(p, end);
    if (c.id == 0) return;
    int power = 0;
    const bool is_ten = n.value == decimal{10} && n.digits == 2;
    if (is_ten &&
        (c.id == "^"_c || c.id == "⁻"_c || (c.id >= "⁰"_c && c.id <= "⁹"_c) || c.id == "²"_c || c.id == "³"_c)) {
        if (c.id == "^"_c) p += c.length;
        if (read_exponent(p, end, power)) {
            n.value = 1;
            scale_by(n, power, p);
        }
        return;
    }
    if (c.id == "的"_c && !n.grouped) {
        p += c.length;
        auto d = zh::at(p, end);
        const bool negative = is_ten && d.id == "负"_c;  // 10的负3次方
        if (negative) {
            p += d.length;
            d = zh::at(p, end);
        }
        if (d.cls() == char_class::numeral) {
            power = d.value();
            p += d.length;
        } else if (!read_exponent(p, end, power)) {
            return;
        }
        const auto e = zh::at(p, end);
        const auto f = zh::at(p + e.length, end);
        if (e.id != "次"_c || (f.id != "方"_c && f.id != "幂"_c)) return;
        p += e.length + f.length;
        if (is_ten) {
            n.value = 1;
            return scale_by(n, negative ? -power : power, p);
        }
        // 2的10次方
        if (power < 0 || power > 64) return;
        std::optional<decimal> v = decimal{1};
        for (int i = 0; i < power && v; ++i) v = multiply(*v, n.value);
        if (v) n.value = *v;
        n.overflow = n.overflow || !v;
        scale_by(n, 0, p);
        return;
    }
    const auto next = zh::at(p + c.length, end);
    if ((c.id == "e"_c || c.id == "E"_c) && !n.grouped) {
        p += c.length;
        if (read_exponent(p, end, power) && !is_latin(zh::at(p, end).id)) scale_by(n, power, p);
        return;
    }
    if (c.id == "k"_c && next.cls() == char_class::digit && !n.grouped && !n.fraction && n.digits <= 3) {
        // 8k5: the last digit takes the place below.
        const auto behind = zh::at(p + c.length + next.length, end);
        const auto v = scale(n.value, 3);
        const auto sum = v ? add(*v, decimal{std::int64_t{next.value()} * 100}) : std::nullopt;
        if (behind.cls() == char_class::digit || is_latin(behind.id) || behind.id == "."_c || behind.id == "-"_c ||
            !sum)
            return;
        n.value = *sum;
        scale_by(n, 0, p + c.length + next.length);
        return;
    }
    if ((c.id == "k"_c || c.id == "w"_c) && !is_latin(next.id) && next.cls() != char_class::digit) {
        if (const auto u = find_unit(own, p, end); u && u.end > p + c.length) return;  // 37kΩ
        scale_by(n, c.id == "k"_c ? 3 : 4, p + c.length);
        return;
    }
    if (c.id == "×"_c || c.id == "x"_c || c.id == "*"_c || c.id == " "_c) {
        auto sign = c;
        if (c.id == " "_c) {
            sign = next;
            p += c.length;
        }
        if (sign.id != "×"_c && sign.id != "x"_c && sign.id != "*"_c) return;
        p += sign.length;
        if (zh::at(p, end).id == " "_c) p += zh::at(p, end).length;
        const auto one = zh::at(p, end);
        const auto zero = zh::at(p + one.length, end);
        if (one.id != "1"_c || zero.id != "0"_c) return;
        p += one.length + zero.length;
        const auto mark = zh::at(p, end);
        if (mark.cls() == char_class::digit) return;
        if (mark.id == "^"_c) p += mark.length;
        if (mark.id != "^"_c && (mark.id == "-"_c || mark.id == "+"_c)) return;
        if (read_exponent(p, end, power)) scale_by(n, power, p);
    }
}

}  // namespace detail

}  // namespace shuliang::inline v0::zh
