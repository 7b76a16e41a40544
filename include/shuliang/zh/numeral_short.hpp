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
    if (c.id == "好"_c) return !arabic && fast_at(p + c.length, end).cls() == char_class::blank;  // 二十好几
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

// What a word before 万 or 亿 says of the number: 30多万, 三百来万; `exact` for any other character.
constexpr approx inner_flag(char_id id) noexcept {
    return id == "余"_c || id == "多"_c ? approx::over : id == "来"_c ? approx::about : approx::exact;
}

// 百分之五, 万张: a multiplier alone.
constexpr bool read_short_multiplier(numeral& n, const char* at, character first, const char* end) noexcept {
    const char* p = at + first.length;
    const auto next = fast_at(p, end);
    const bool share = next.id == "分"_c && fast_at(p + next.length, end).id == "之"_c;  // not 百分点
    if ((!share && unit_may_go_on(first, next)) || may_go_on(p, next, false, end)) return false;
    n.begin = at;
    n.end = p;
    n.bare = n.single = true;
    n.power = static_cast<std::int16_t>(first.value());
    n.value = n.high = decimal{powers_of_ten[n.power]};
    n.mantissa = decimal{1};
    return true;
}

// 二〇一六, 一九八七: four digits, as years are written.
constexpr bool read_short_year(numeral& n, const char* at, const char* end) noexcept {
    const char* p = at;
    auto c = fast_at(p, end);
    int v = 0;
    for (int i = 0; i < 4; ++i) {
        if ((c.cls() != char_class::numeral && c.cls() != char_class::zero) || c.id == "两"_c) return false;
        v = v * 10 + (c.cls() == char_class::zero ? 0 : c.value());
        p += c.length;
        c = fast_at(p, end);
    }
    if (v < 1000 || may_go_on(p, c, false, end)) return false;
    n.begin = at;
    n.end = p;
    n.positional = true;
    n.digits = 4;
    n.value = n.high = n.mantissa = decimal{v};
    return true;
}

// What stands before or behind 万: digits and falling multipliers, with zeros for the places that are left out.
struct short_section {
    int value = 0;
    int items = 0;
    int mantissa = 0;  // of a section with one item and one multiplier
    int power = 0;
};

// Reads a section at `p`, where `c` stands; moves both. Behind 万 (`inner`) a last digit is a thousand: 三万五. False
// when there is none, or one that could be read in another way.
constexpr bool read_short_section(short_section& s, const char*& p, character& c, const char* end,
                                  bool inner) noexcept {
    int last = 4;  // power of the last multiplier
    bool zero = false;
    while (true) {
        if (c.cls() == char_class::zero && (inner || s.items != 0) && !zero) {
            zero = true;
            p += c.length;
            c = fast_at(p, end);
        }
        int digit = 0;
        const bool two = c.id == "两"_c;
        if (c.cls() == char_class::numeral) {
            digit = c.value();
            p += c.length;
            c = fast_at(p, end);
        }
        if (is_small_multiplier(c.id)) {
            const int place = c.value();
            if (place >= (zero ? last - 1 : last) || (digit == 0 && (inner || s.items != 0 || place != 1)))
                return false;
            const auto next = fast_at(p + c.length, end);
            if (unit_may_go_on(c, next)) return false;
            if (digit == 0) digit = 1;
            s.value += digit * static_cast<int>(ten_to(place));
            s.mantissa = digit;
            s.power = s.items == 0 && place > 1 ? place : 0;
            last = place;
            zero = false;
            ++s.items;
            p += c.length;
            c = next;
            continue;
        }
        if (digit == 0) return s.items != 0 && !zero;
        const bool goes_on = inner || s.items != 0;
        if (goes_on && two) return false;  // 五十两 is a weight
        if (zero && last < 2) return false;
        // A last digit takes the place below the multiplier before it, unless zeros fill that: 两百五, 三百零五.
        s.value += goes_on && !zero && last > 1 ? digit * static_cast<int>(ten_to(last - 1)) : digit;
        if (s.items == 0) s.mantissa = digit;
        s.power = 0;
        ++s.items;
        return true;
    }
}

// Numbers of Chinese digits and falling multipliers, with at most one 万 or 亿: 十五, 三百零五, 两千万, 三万二千,
// 五十余万. Whatever could be read in another way is left to the full reader.
[[gnu::hot]] constexpr bool read_short_chinese(numeral& n, const char* at, character first, const char* end) noexcept {
    if (first.cls() == char_class::blank) return read_short_blank(n, at, first, end);
    if (first.cls() == char_class::multiplier && first.id != "十"_c) return read_short_multiplier(n, at, first, end);
    const char* p = at;
    auto c = first;
    if (first.cls() == char_class::numeral) {
        const auto next = fast_at(at + first.length, end);
        if (next.cls() == char_class::none && !has(next, mark::goes_on)) {
            // 三名: most numbers in characters are one.
            n.begin = at;
            n.end = at + first.length;
            n.digits = 1;
            n.single = true;
            n.value = n.high = n.mantissa = decimal{first.value()};
            return true;
        }
    }
    short_section s;
    if (!read_short_section(s, p, c, end, false)) return false;
    if (s.items == 1 && s.power == 0 && p - at == first.length &&
        (c.cls() == char_class::numeral || c.cls() == char_class::zero))
        return read_short_year(n, at, end);
    std::int64_t value = s.value;
    std::int64_t mantissa = s.power != 0 ? s.mantissa : s.value;
    int power = s.power;
    const auto flag = inner_flag(c.id);
    const auto great = any(flag) ? fast_at(p + c.length, end) : c;
    if (great.id == "万"_c || great.id == "亿"_c) {
        const char* q = p + great.length + (any(flag) ? c.length : 0);
        auto next = fast_at(q, end);
        if (unit_may_go_on(great, next)) return false;
        mantissa = value;
        power = great.value();
        value *= powers_of_ten[power];
        if (great.id == "万"_c && !any(flag) && (next.cls() == char_class::numeral || next.cls() == char_class::zero)) {
            // 三万二千; but 一百二十万一百二十万 are two numbers.
            short_section rest;
            const char* r = q;
            if (!read_short_section(rest, r, next, end, true)) return false;
            if (next.id == "亿"_c) return false;
            if (next.id == "万"_c) {
                const auto behind = fast_at(r + next.length, end);  // 二万三万亿
                if (behind.cls() == char_class::multiplier || any(inner_flag(behind.id))) return false;
            } else {
                if (may_go_on(r, next, false, end)) return false;
                power = 0;
                value += rest.value;
                mantissa = value;
                q = r;
            }
        } else if (may_go_on(q, next, false, end)) {
            return false;
        }
        p = q;
        n.flags = flag;
        n.open_place = flag == approx::over;
    } else if (may_go_on(p, c, false, end)) {
        return false;
    }
    n.begin = at;
    n.end = p;
    n.digits = first.cls() == char_class::numeral ? 1 : 0;
    n.single = p - at <= 3;
    n.power = static_cast<std::int16_t>(power);
    n.value = n.high = decimal{value};
    n.mantissa = decimal{mantissa};
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
    const auto flag = inner_flag(c.id);
    const auto great = any(flag) ? fast_at(p + c.length, end) : c;
    if (great.id == "万"_c || great.id == "亿"_c) {
        const char* q = p + c.length + (any(flag) ? great.length : 0);
        const auto next = fast_at(q, end);
        // 5万千瓦: the next multiplier can only begin a unit.
        const bool small = next.cls() == char_class::multiplier && next.value() < 4;
        if (!small && !ends_before(q, next, end)) return false;
        n.flags = flag;
        n.open_place = flag == approx::over;
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
