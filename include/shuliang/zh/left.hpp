// zh/left.hpp - what touches a number on its left and belongs to the phrase: signs, 第, currencies, approximation.
#pragma once

#include "shuliang/zh/phrase.hpp"

namespace shuliang::inline v0::zh {

struct left_context {
    const char* begin = nullptr;  // of the phrase: behind everything that does not belong to it
    bool negative = false;
    bool loose_minus = false;  // a - or − between characters: a sign only if a unit or a decimal speaks for it
    bool plus_minus = false;
    bool below_zero = false;  // 零下: degrees Celsius
    bool fahrenheit = false;  // 华氏
    bool ordinal = false;     // 第
    unit_id currency = 0;
    approx flags = approx::exact;
    bool only_recent = false;  // 近, which may mean "recent"
};

namespace detail {

[[gnu::always_inline]] constexpr bool is_bracket_or_space(char_id id) noexcept {
    return id == 0 || id == " "_c || id == "("_c || id == ","_c || id == "，"_c || id == "、"_c || id == ":"_c ||
           id == "="_c || id == "“"_c || id == ";"_c || id == "。"_c || id == "["_c || id == R"(")"_c || id == "/"_c ||
           id == "~"_c;
}

}  // namespace detail

// True when something that belongs to the number behind `c` can end with `c`.
[[gnu::always_inline]] constexpr bool may_belong(character c) noexcept {
    return has(c, mark::sign | mark::space | mark::about_tail | mark::money_tail) || c.id == "第"_c ||
           c.id == invisible;
}

// Reads leftwards from the number at `p`, no further than w.floor. `l` begins at `p` and says nothing yet.
constexpr void read_left(const window& w, const char* p, const numeral& n, left_context& l) noexcept {
    const char* q = p;
    auto c = before(w.floor, q);
    if (c.at_end()) return;
    if (has(c, mark::space) || c.id == invisible) {
        // Most often what stands before a space has nothing to do with the number.
        const auto beyond = before(w.floor, skip_spaces_back(w.floor, q));
        if (!has(beyond, mark::sign | mark::about_tail | mark::money_tail | mark::space) && beyond.id != "第"_c &&
            w.own == nullptr)
            return;
    }
    // Signs.
    if (c.id == "-"_c || c.id == "+"_c || c.id == "负"_c || c.id == "±"_c) {
        const char* sign = q - c.length;
        const auto beyond = before(w.begin, sign);  // a digit there belongs to the phrase before, but it is no boundary
        if (c.id == "-"_c) {
            // 5-3 and A-5 hold no sign; 气温-5℃ does, 伊尔-76 does not.
            const bool boundary = beyond.at_end() || detail::is_bracket_or_space(beyond.id);
            const bool han = !boundary && beyond.length == 3 && beyond.cls() == char_class::none;
            const bool verb = beyond.id == "是"_c || beyond.id == "为"_c || beyond.id == "到"_c ||
                              beyond.id == "达"_c || beyond.id == "于"_c || beyond.id == "得"_c || beyond.id == "至"_c;
            const bool line = !beyond.at_end() && (sign[-1] == '\n' || sign[-1] == '\r');
            // 5′-7′: a dash directly behind a phrase is no sign.
            const bool joined = sign == w.floor && sign != w.begin && !line;
            if ((boundary || han || line) && !joined) {
                l.negative = true;
                l.loose_minus = han && !verb;
                l.begin = sign;
            }
        } else if (c.id == "+"_c) {
            // 38周+2天 is a sum.
            const bool joined = sign == w.floor && sign != w.begin;
            if (!joined && (beyond.at_end() || detail::is_bracket_or_space(beyond.id) || beyond.length == 3))
                l.begin = sign;
        } else if (const char* both = before_word(w.floor, q, "正负"_w)) {
            l.plus_minus = true;
            l.begin = both;
        } else if (c.id == "负"_c) {
            if (!is_other_word_before(w.floor, q)) {
                l.negative = true;
                l.begin = sign;
            }
        } else {
            l.plus_minus = true;
            l.begin = sign;
        }
        if (l.begin == p) return;
        q = l.begin;
    } else if (c.id == " "_c && ends_with_any(w.floor, skip_spaces_back(w.floor, q), "零下"_w)) {
        l.negative = l.below_zero = true;
        l.begin = q = before_word(w.floor, skip_spaces_back(w.floor, q), "零下"_w);
    } else if (c.id == "下"_c) {
        if (const char* start = before_word(w.floor, q, "零下"_w)) {
            l.negative = l.below_zero = true;
            l.begin = q = start;
        }
    } else if (c.id == "上"_c) {
        if (const char* start = before_word(w.floor, q, "零上"_w)) {
            l.below_zero = true;
            l.begin = q = start;
        }
    }
    c = before(w.floor, q);
    // 摄氏二十度, 华氏九十度
    if (c.id == "氏"_c) {
        const char* celsius = before_word(w.floor, q, "摄氏"_w);
        const char* start = celsius != nullptr ? celsius : before_word(w.floor, q, "华氏"_w);
        if (start != nullptr) {
            (celsius != nullptr ? l.below_zero : l.fahrenheit) = true;
            l.begin = q = start;
            c = before(w.floor, q);
        }
    }
    // 第, with a space perhaps: 第 7 條.
    if (has(c, mark::space) || c.id == "第"_c || c.id == invisible) {
        const char* r = skip_spaces_back(w.floor, q);
        const auto d = before(w.floor, r);
        if (d.id == "第"_c) {
            l.ordinal = true;
            l.begin = r - d.length;
            return;
        }
    }
    // A currency, touching or with a space.
    for (int round = 0; round < 2; ++round) {
        if (!has(c, round == 0 ? mark::money_tail : mark::space) && w.own == nullptr) continue;
        const char* r = round == 0 ? q : skip_spaces_back(w.floor, q);
        const auto m = find_currency_before(w.own, w.floor, r);
        if (!m) continue;
        // USD must not be the end of a longer Latin word.
        if (is_latin(zh::at(m.end, w.end).id) && is_latin(before(w.floor, m.end).id)) continue;
        l.currency = m.value;
        l.begin = q = m.end;
        // -¥5
        const auto s = before(w.floor, q);
        if (s.id == "-"_c && detail::is_bracket_or_space(before(w.floor, q - s.length).id)) {
            l.negative = true;
            l.begin = q = q - s.length;
        }
        break;
    }
    // Approximation, at most two words: 大约近.
    for (int i = 0; i < 2; ++i) {
        const auto tail = before(w.floor, q);
        if (!has(tail, mark::about_tail | mark::space) && w.own == nullptr) break;
        const char* r = has(tail, mark::space) ? skip_spaces_back(w.floor, q) : q;
        const auto word = approximation_before(w.own, w.floor, r);
        if (!word) break;
        const auto first = zh::at(word.edge, w.end);
        const bool one = word.edge + first.length == r;
        if (one && first.id == "上"_c && !(n.bare && q == p)) break;
        if (one && first.id == "好"_c && !any(n.flags & approx::indefinite)) break;
        l.only_recent = one && first.id == "近"_c;
        l.flags |= word.flag;
        l.begin = q = word.edge;
    }
}

}  // namespace shuliang::inline v0::zh
