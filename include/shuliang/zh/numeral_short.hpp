// zh/numeral_short.hpp - a short way to read the commonest numbers: 3000, 9,999, 1.2万, 30多万, 二十三, 几百.
//
// Promise: what it reads, it reads as the full reader would; whatever could be meant in another way it refuses.
#pragma once

#include "shuliang/zh/numeral_value.hpp"

namespace shuliang::inline v0::zh {

namespace detail {

constexpr bool really_may_go_on(const char* p, character c, bool arabic, const char* end) noexcept {
    if (c.cls() != char_class::none) return true;
    if (c.id == "点"_c || (c.id == "."_c && !arabic)) {
        const auto next = fast_at(p + c.length, end).cls();
        return !arabic && (next == char_class::numeral || next == char_class::zero);
    }
    if (!arabic && !has(c, mark::after | mark::space) && c.id != invisible) return false;
    // 余 多 来 go on only before a multiplier, other words of approximation never; a space only before digits.
    if (has(c, mark::after) && !has(c, mark::scientific))
        return fast_at(p + c.length, end).cls() == char_class::multiplier;
    if (c.id == " "_c) {
        const auto next = fast_at(p + c.length, end);
        return next.cls() == char_class::digit || next.cls() == char_class::multiplier || has(next, mark::scientific);
    }
    return true;
}

// True when the number that ends at `p` before `c` may go on, so that the full reader must look.
[[gnu::always_inline]] constexpr bool may_go_on(const char* p, character c, bool arabic, const char* end) noexcept {
    return has(c, mark::goes_on) && really_may_go_on(p, c, arabic, end);
}

// The characters of a multiplier that takes 1 to 9 before it and is no financial numeral.
constexpr bool is_small_multiplier(char_id id) noexcept { return id == "十"_c || id == "百"_c || id == "千"_c; }

// 几 and 数 with at most one of 十 百 千 and one of 万 亿 behind: 几个, 数百, 几十万.
constexpr bool read_short_blank(numeral& n, const char* at, character first, const char* end) noexcept {
    const char* p = at + first.length;
    auto c = fast_at(p, end);
    std::int64_t unit = 1;
    int power = 0;
    if (is_small_multiplier(c.id)) {
        const auto next = fast_at(p + c.length, end);
        if (unit_may_go_on(c, next)) return false;
        unit = powers_of_ten[c.value()];
        power = c.value() > 1 ? c.value() : 0;
        p += c.length;
        c = next;
    }
    std::int64_t mantissa = power != 0 ? 1 : unit;
    if (c.id == "万"_c || c.id == "亿"_c) {
        const auto next = fast_at(p + c.length, end);
        if (unit_may_go_on(c, next)) return false;
        mantissa = unit;
        power = c.value();
        unit *= powers_of_ten[power];
        p += c.length;
        c = next;
    }
    if (may_go_on(p, c, false, end)) return false;
    n.begin = at;
    n.end = p;
    n.range = true;
    n.single = p - at <= 3;
    n.flags = approx::indefinite;
    n.power = static_cast<std::int16_t>(power);
    n.value = decimal{2 * unit};
    n.high = decimal{9 * unit};
    n.mantissa = decimal{2 * mantissa};
    return true;
}

// Numbers of Chinese digits and falling multipliers, with at most one 万 or 亿 at the end: 十五, 二十三, 三百五,
// 两千万. Whatever could be read in another way is left to the full reader.
[[gnu::hot]] constexpr bool read_short_chinese(numeral& n, const char* at, character first, const char* end) noexcept {
    const char* p = at;
    auto c = first;
    int v = 0;
    int last = 4;  // power of the last multiplier
    int items = 0;
    int mantissa = 0;
    int power = 0;
    if (first.cls() == char_class::blank) return read_short_blank(n, at, first, end);
    if (first.cls() == char_class::multiplier && first.id != "十"_c) {
        // 百分之五, 万张
        p += first.length;
        const auto next = fast_at(p, end);
        if (unit_may_go_on(first, next) || may_go_on(p, next, false, end)) return false;
        n.begin = at;
        n.end = p;
        n.bare = n.single = true;
        n.power = static_cast<std::int16_t>(first.value());
        n.value = n.high = decimal{powers_of_ten[n.power]};
        n.mantissa = decimal{1};
        return true;
    }
    while (true) {
        int digit = 0;
        if (c.cls() == char_class::numeral) {
            digit = c.value();
            p += c.length;
            c = fast_at(p, end);
        }
        if (is_small_multiplier(c.id)) {
            const int place = c.value();
            if (place >= last || (digit == 0 && (items != 0 || place != 1))) return false;
            const auto next = fast_at(p + c.length, end);
            if (unit_may_go_on(c, next)) return false;
            if (digit == 0) digit = 1;
            v += digit * static_cast<int>(ten_to(place));
            mantissa = digit;
            power = items == 0 && place > 1 ? place : 0;
            last = place;
            ++items;
            p += c.length;
            c = next;
            continue;
        }
        if (digit == 0) break;
        if (items != 0 && fast_before(at, p).id == "两"_c) return false;  // 五十两 is a weight
        // A last digit takes the place below the multiplier before it: 两百五.
        v += items != 0 && last > 1 ? digit * static_cast<int>(ten_to(last - 1)) : digit;
        if (items == 0) mantissa = digit;
        power = 0;
        ++items;
        break;
    }
    if (items == 0) return false;
    std::int64_t value = v;
    if (c.id == "万"_c || c.id == "亿"_c) {
        const char* q = p + c.length;
        const auto next = fast_at(q, end);
        if (may_go_on(q, next, false, end) || unit_may_go_on(c, next)) return false;
        mantissa = v;
        power = c.value();
        value = v * powers_of_ten[power];
        p = q;
    } else if (may_go_on(p, c, false, end)) {
        return false;
    }
    n.begin = at;
    n.end = p;
    n.digits = first.cls() == char_class::numeral ? 1 : 0;
    n.single = p - at <= 3;
    n.power = static_cast<std::int16_t>(power);
    n.value = n.high = decimal{value};
    n.mantissa = decimal{power != 0 ? mantissa : value};
    return true;
}

// True when a number in digits certainly ends at `p` before `c`: nothing goes on, or a unit begins (5km, 5千克).
[[gnu::always_inline]] constexpr bool ends_before(const char* p, character c, const char* end) noexcept {
    if (!may_go_on(p, c, true, end)) return true;
    if (c.id == "k"_c || c.id == "w"_c) {
        const auto next = fast_at(p + c.length, end);
        return is_latin(next.id) || (next.cls() == char_class::digit && c.id != "k"_c);
    }
    return (c.id == "千"_c || c.id == "兆"_c) && begins_unit(p, c, end);
}

// The run of ASCII digits at `p`, as far as it reaches within eight bytes. Eight bytes must be inside the text.
struct digit_run {
    std::uint32_t value;
    int length;
};
constexpr digit_run first_digits(const char* p) noexcept {
    // A byte is a digit when it differs from '0' by less than ten; what a carry spoils lies behind the first that is
    // none.
    auto x = load64(p) ^ 0x3030303030303030U;
    const auto others = ((x + 0x7676767676767676U) | x) & 0x8080808080808080U;
    const int length = others == 0 ? 8 : __builtin_ctzll(others) >> 3;
    if (length == 0) return {0, 0};
    // The digits move to the high end, so that zeros stand before them; then neighbours are joined: 2, 4, 8 digits.
    x <<= 64 - 8 * length;
    x = (x * 10 + (x >> 8)) & 0x00FF00FF00FF00FFU;
    x = (x * 100 + (x >> 16)) & 0x0000FFFF0000FFFFU;
    return {static_cast<std::uint32_t>(x * 10000 + (x >> 32)), length};
}

// The commonest numbers without the full reader: at most 18 ASCII digits, with decimals, with one 万 or 亿 behind;
// and short numbers in characters. False when the number is not one of those.
[[gnu::always_inline]] constexpr bool read_short(numeral& n, const char* at, character first,
                                                 const char* end) noexcept {
    if (first.cls() != char_class::digit) return read_short_chinese(n, at, first, end);
    if (first.length != 1) return false;
    const char* p = at;
    const auto is_ascii_digit = [end](const char* q) { return q < end && *q >= '0' && *q <= '9'; };
    std::int64_t v = 0;
    int digits = 0;
    int places = 0;
    if (end - p >= 8) {
        const auto run = first_digits(p);
        v = run.value;
        digits = run.length;
        p += run.length;
    }
    if (digits == 0 || digits == 8) {
        for (; is_ascii_digit(p); ++p, ++digits) {
            if (digits == 18) return false;
            v = v * 10 + (*p - '0');
        }
    }
    const int whole = digits;
    // Groups of exactly three: 9,999.
    if (p < end && *p == ',' && whole <= 3 && *at != '0') {
        const auto is_group = [&](const char* q) {
            return end - q > 3 && *q == ',' && is_ascii_digit(q + 1) && is_ascii_digit(q + 2) &&
                   is_ascii_digit(q + 3) && fast_at(q + 4, end).cls() != char_class::digit;
        };
        for (; is_group(p); p += 4, digits += 3) {
            if (digits > 15) return false;
            for (int i = 1; i <= 3; ++i) v = v * 10 + (p[i] - '0');
        }
    }
    n.grouped = digits != whole;
    if (p < end && *p == '.' && is_ascii_digit(p + 1)) {
        for (++p; is_ascii_digit(p); ++p, ++digits, ++places) {
            if (digits == 18) return false;
            v = v * 10 + (*p - '0');
        }
    }
    auto c = fast_at(p, end);
    int power = 0;
    const bool over = c.id == "余"_c || c.id == "多"_c;  // 30多万
    const auto great = over ? fast_at(p + c.length, end) : c;
    if (great.id == "万"_c || great.id == "亿"_c) {
        const char* q = p + c.length + (over ? great.length : 0);
        const auto next = fast_at(q, end);
        // 5万千瓦: the next multiplier can only begin a unit.
        const bool small = next.cls() == char_class::multiplier && next.value() < 4;
        if (!small && !ends_before(q, next, end)) return false;
        n.open_place = over;
        if (over) n.flags = approx::over;
        power = great.value();
        p = q;
    } else if (!ends_before(p, c, end)) {
        return false;
    }
    n.begin = at;
    n.end = p;
    n.arabic = true;
    n.fraction = places != 0;
    n.digits = static_cast<std::int16_t>(whole);
    n.leading_zero = *at == '0' && whole > 1;
    n.power = static_cast<std::int16_t>(power);
    n.mantissa = decimal{v, -places};
    n.value = n.high = decimal{v, power - places};
    return true;
}

}  // namespace detail

}  // namespace shuliang::inline v0::zh
