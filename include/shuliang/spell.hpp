// spell.hpp - a number written in Chinese: what reading it gives back.
//
//     spell(decimal{305}) is 三百零五, spell(decimal{125, -1}, {.style = style::financial}) is 壹拾贰点伍.
//
// Integer parts below 10^16 and decimals of any length that a `decimal` has; an empty text for what is larger. A number
// is spelled as it is read aloud (GB/T 15835): zeros inside are named once, 十五 begins without 一 where nothing stands
// before it, 亿 counts up to 99999999 of them (一万二千亿).
//
// constexpr, noexcept, no allocation, constant time.
#pragma once

#include <cstdint>
#include <string_view>

#include "shuliang/decimal.hpp"

namespace shuliang::inline v0 {

enum class style : std::uint8_t {
    simplified,             // 三万零五点二
    traditional,            // 三萬零五點二
    financial,              // 叁万零伍点贰, as on cheques
    financial_traditional,  // 參萬零伍點貳
    positional,             // 三〇〇〇五点二
    digits,                 // 30005.2
    abbreviated             // 3.00052万: digits, and 万 or 亿 from there on
};

struct spelling {
    shuliang::style style = style::simplified;
    bool liang = false;  // 两 for a 2 that stands alone or before 百 千 万 亿; not in financial or positional numbers
};

using spelled = fixed_text<512>;

namespace detail {

// Digits, 十 百 千, 万, 亿, the point, the sign, 分之, and 两, by style.
struct number_words {
    std::string_view digit[10];
    std::string_view place[4];
    std::string_view ten_thousand, hundred_million, point, minus, liang;
};
inline constexpr number_words words_by_style[] = {
    {{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
     {"", "十", "百", "千"},
     "万",
     "亿",
     "点",
     "负",
     "两"},
    {{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
     {"", "十", "百", "千"},
     "萬",
     "億",
     "點",
     "負",
     "兩"},
    {{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
     {"", "拾", "佰", "仟"},
     "万",
     "亿",
     "点",
     "负",
     "贰"},
    {{"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"},
     {"", "拾", "佰", "仟"},
     "萬",
     "億",
     "點",
     "負",
     "貳"},
    {{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "", "", ""}, "", "", "点", "负", "二"}};

class speller {
public:
    constexpr speller(spelled& out, const number_words& words, bool liang, bool short_ten) noexcept
        : out_(out), words_(words), liang_(liang), short_ten_(short_ten) {}

    // The integer part, given by its digits, 16 at most.
    constexpr void integer(std::string_view digits) noexcept {
        std::uint64_t v = 0;
        for (const char c : digits) v = v * 10 + static_cast<std::uint64_t>(c - '0');
        if (v == 0) return out_.push(words_.digit[0]);
        if (v == 2 && liang_) return out_.push(words_.liang);
        const auto high = v / 100'000'000, low = v % 100'000'000;
        if (high != 0) {
            eight(high, false, true);
            out_.push(words_.hundred_million);
        }
        eight(low, high != 0, false);
    }

private:
    // Up to eight digits; `behind` tells that something stands before them.
    constexpr void eight(std::uint64_t v, bool behind, bool before_multiplier) noexcept {
        const auto high = v / 10'000, low = v % 10'000;
        if (high != 0) {
            four(high, behind, true);
            out_.push(words_.ten_thousand);
        }
        // 一亿零五: one zero for all the places that are empty.
        if (low != 0) four(low, behind || high != 0, before_multiplier && high == 0);
    }
    constexpr void four(std::uint64_t v, bool behind, bool before_multiplier) noexcept {
        std::uint64_t power = 1000;
        bool zero = false, begun = false;
        for (int place = 3; place >= 0; --place, power /= 10) {
            const auto digit = v / power % 10;
            if (digit == 0) {
                zero = true;
                continue;
            }
            if (zero && (begun || behind)) out_.push(words_.digit[0]);
            zero = false;
            const bool silent = place == 1 && digit == 1 && !begun && !behind && short_ten_;
            // 两 is said before 百 千 万 亿; 二 in 二十 and at the end.
            const bool liang = liang_ && digit == 2 && (place >= 2 || (place == 0 && before_multiplier && v == 2));
            if (!silent) out_.push(liang ? words_.liang : words_.digit[digit]);
            out_.push(words_.place[place]);
            begun = true;
        }
    }

    spelled& out_;
    const number_words& words_;
    bool liang_;
    bool short_ten_;
};

}  // namespace detail

constexpr spelled spell(decimal v, const spelling& how = {}) noexcept {
    spelled out;
    if (how.style == style::abbreviated) {
        const auto size = decimal{detail::magnitude(v.coefficient), v.exponent};
        const bool large = size >= decimal{1, 8}, middle = size >= decimal{1, 4};
        const auto scaled = large ? scale(v, -8) : middle ? scale(v, -4) : v;
        if (!scaled) return out;
        out.push(scaled->text().view());
        out.push(large ? "亿" : middle ? "万" : "");
        return out;
    }
    const auto text = v.text();
    auto digits = text.view();
    if (how.style == style::digits) {
        out.push(digits);
        return out;
    }
    const auto& words = detail::words_by_style[static_cast<int>(how.style)];
    const bool negative = digits.starts_with('-');
    if (negative) digits.remove_prefix(1);
    const auto point = digits.find('.');
    const auto whole = digits.substr(0, point);
    if (whole.size() > 16) return out;
    if (negative) out.push(words.minus);
    if (how.style == style::positional) {
        for (const char c : whole) out.push(words.digit[c - '0']);
    } else {
        const bool plain = how.style == style::simplified || how.style == style::traditional;
        const bool liang = plain && how.liang && point == std::string_view::npos;
        detail::speller(out, words, liang, plain).integer(whole);
    }
    if (point == std::string_view::npos) return out;
    out.push(words.point);
    for (const char c : digits.substr(point + 1)) out.push(words.digit[c - '0']);
    return out;
}

// A decimal as above, else a fraction: 三分之二, or 2/3 in digits.
constexpr spelled spell(const rational& v, const spelling& how = {}) noexcept {
    if (const auto d = v.as_decimal()) return spell(*d, how);
    spelled out;
    const auto text = v.text();  // 2/3
    const auto stroke = text.view().find('/');
    if (stroke == std::string_view::npos) return out;
    if (how.style == style::digits || how.style == style::abbreviated) {
        out.push(text.view());
        return out;
    }
    const auto number = [](std::string_view digits) {
        std::int64_t n = 0;
        for (const char c : digits)
            if (c != '-') n = n * 10 + (c - '0');
        return decimal{n};
    };
    if (text.view().size() > 36) return out;
    const auto& words = detail::words_by_style[static_cast<int>(how.style)];
    const auto above = spell(number(text.view().substr(0, stroke)), {how.style, false});
    const auto below = spell(number(text.view().substr(stroke + 1)), {how.style, false});
    if (above.view().empty() || below.view().empty()) return out;
    if (v.numerator < 0) out.push(words.minus);
    out.push(below.view());
    out.push("分之");
    out.push(above.view());
    return out;
}

}  // namespace shuliang::inline v0
