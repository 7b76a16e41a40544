// zh/numeral_value.hpp - what a reader says about one number: its extent, its value and how it is written.
#pragma once

#include <cstdint>

#include "shuliang/decimal.hpp"
#include "shuliang/record.hpp"
#include "shuliang/zh/own_words.hpp"

namespace shuliang::inline v0::zh {

// A number with more bytes than this joins with nothing but its unit: its beginning lies out of sight of what stands
// behind it, and the same text must be read alike wherever it is cut (see `context`).
inline constexpr int longest_joined = 40;

struct numeral {
    const char* begin = nullptr;
    const char* end = nullptr;  // null: no number here
    decimal value;              // of a range the lower end
    decimal high;               // the upper end; equal to value when there is no range
    decimal mantissa;           // the number without the multiplier that ends it
    approx flags = approx::exact;
    bool overflow : 1 = false;
    bool range : 1 = false;         // value and high differ
    bool open_place : 1 = false;    // 余 or 多 stood inside: 30多万
    bool arabic : 1 = false;        // begins with digits
    bool positional : 1 = false;    // Chinese digits without multipliers: 二〇二〇; not for a single one
    bool bare : 1 = false;          // begins with a multiplier: 万张, 千余
    bool half : 1 = false;          // 半
    bool fraction : 1 = false;      // has decimal places, as digits or after 点
    bool grouped : 1 = false;       // thousands marks
    bool financial : 1 = false;     // 壹 to 玖, 拾 佰 仟
    bool pair : 1 = false;          // two neighbouring digits for a range: 三五, 七八十
    bool wordy : 1 = false;         // scientific notation: nothing may be appended
    bool leading_zero : 1 = false;  // 010, 007
    bool single : 1 = false;        // one Chinese character, no phrase by itself
    std::int16_t digits = 0;        // length of the first run of digits, ASCII or Chinese
    std::int16_t power = 0;         // of the multiplier that ends a number with one mantissa: 5万 -> 4; else 0

    constexpr explicit operator bool() const noexcept { return end != nullptr; }
};

// What a number depends on besides its text: whether 兆 alone is 10^12, and the words of the user if there are any.
struct number_words {
    bool trillion = false;
    const vocabulary* own = nullptr;
};

namespace detail {

using shuliang::detail::int128;
using shuliang::detail::powers_of_ten;

// Coefficients are kept below 2^100; what grows beyond is reported as overflow.
inline constexpr int128 coefficient_limit = int128{1} << 100;

constexpr int128 ten_to(int power) noexcept { return powers_of_ten[power]; }

// True when the multiplier at `p` is the beginning of a unit: 千米, 兆瓦, 百帕.
constexpr bool begins_unit(const char* p, character multiplier, const char* end,
                           const vocabulary* own = nullptr) noexcept {
    auto u = find_unit(p, multiplier, end);
    if (own != nullptr) u = own->unit_at(p, end, u);
    if (!u || u.end <= p + multiplier.length || u.role() == role::count || u.role() == role::noun) return false;
    // 几千欧元 are euros, not kiloohms: the reading that reaches further wins.
    return find_unit(own, p + multiplier.length, end).end <= u.end;
}

}  // namespace detail

}  // namespace shuliang::inline v0::zh
