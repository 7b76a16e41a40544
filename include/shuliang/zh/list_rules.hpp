// zh/list_rules.hpp - numbers side by side: units shared in lists (3、5号, 120/80mmHg), scores (2-1胜), names (26-1).
#pragma once

#include "shuliang/zh/reading.hpp"

namespace shuliang::inline v0::zh {

constexpr bool at_clause_start(const reading& in, const char* p) noexcept {
    const auto c = before(in.w.begin, p);
    if (c.at_end()) return true;
    if (p[-1] == '\n' || p[-1] == '\r') return true;
    return c.id == " "_c || c.id == ":"_c || c.id == ";"_c || c.id == "。"_c || c.id == "("_c;
}

// A number without a unit takes that of the list it begins: 3、5号, 7家、3家 has its own; 120/80mmHg.
constexpr void borrow_unit(const reading& in, amount& a, const left_context& l) noexcept {
    if (a.n.range || any(a.flags) || a.n.overflow || l.currency != 0) return;
    const auto on = look_onward(in.w, a.end);
    if (const auto next = at(a.end, in.w.end);
        next.id == "、"_c && a.n.single && !a.n.arabic && !a.n.bare && !a.n.half) {
        // 四、五万 without a unit: 40000 to 50000.
        const char* q = a.end + next.length;
        const auto b = read_numeral(q, in.w.end);
        const auto high = b.value.normalized();
        if (b && !b.arabic && b.power != 0 && !b.range && !b.overflow && !b.bare && !any(b.flags) &&
            !find_unit(in.w, b.end) && !at_clause_start(in, l.begin) && high.coefficient == a.n.value.coefficient + 1 &&
            high.exponent > 0) {
            a.n.value = a.n.mantissa = decimal{a.n.value.coefficient, high.exponent};
            a.n.high = b.value;
            a.n.range = true;
            a.n.single = false;
            a.n.power = b.power;
            a.n.end = a.number_end = a.end = b.end;
            return;
        }
    }
    if (on.kind != onward::joint::list || on.last.sense == nullptr) return;
    const auto mark = at(on.mark, in.w.end);
    const auto r = on.last.role();
    if (on.product) {
        // 10 x 15 英寸, but 4×100米接力 counts runners.
        const bool pixels = starts_with_any(on.last.number_end, in.w.end, "像素"_w);  // 2778×1284像素
        const bool relay = a.n.value == decimal{4} && on.last.sense->unit == detail::code::metre &&
                           on.last.n.value >= decimal{50} && a.n.arabic;
        if (relay) return;
        if ((r != role::measure && !pixels) || after_word(on.last.end, in.w.end, "接力"_w) != nullptr) return;
    } else if (mark.id == "/"_c) {
        if (r != role::measure) return;
        // 180/75kg: height and weight.
        if (in.w.unit_of(on.last.sense->unit).dimension() == dimension::mass && a.n.value >= decimal{140} &&
            a.n.value < decimal{216} && on.last.n.value < a.n.value)
            return;
    } else if (!a.n.arabic && a.n.single && mark.id != "、"_c && mark.id != "和"_c && mark.id != "或"_c) {
        return;
    }
    // 三、五个: an enumeration mark before a list item (一、五个…) lends nothing.
    if (mark.id == "、"_c && a.n.single && at_clause_start(in, l.begin)) return;
    if (r == role::percent || r == role::noun) {
        if (mark.id == "/"_c) return;
    }
    const auto next = on.last.n;
    // 二、三百亿度: 200 to 300.
    const bool digit = a.n.single || (a.n.arabic && next.arabic && a.n.digits == 1 && !a.n.fraction && !next.fraction);
    if (mark.id == "、"_c && digit && a.n.power == 0 && next.power != 0 && !next.range && !next.overflow) {
        const auto high = next.value.normalized();
        if (high.coefficient == a.n.value.coefficient + 1 && high.exponent > 0) {
            numeral n = next;
            n.value = n.mantissa = decimal{a.n.value.coefficient, high.exponent};
            n.high = next.value;
            n.range = true;
            n.begin = a.n.begin;
            a = on.last;
            a.n = n;
            return;
        }
    }
    // Neighbouring digits and one unit are a range: 3、4厘米.
    if (mark.id == "、"_c && r != role::number && !any(on.last.flags) && a.n.digits == 1 && next.digits == 1 &&
        a.n.power == 0 && next.power == 0 && !next.range && a.n.arabic == next.arabic && !a.n.fraction &&
        !next.fraction && on.last.n.begin == on.mark + mark.length &&
        next.value == decimal{a.n.value.coefficient + 1, 0} && a.n.value.exponent == 0) {
        numeral n = a.n;
        if (detail::make_range(n, next)) {
            n.begin = a.n.begin;
            const auto begin = a.n.begin;
            a = on.last;
            a.n = n;
            a.n.begin = begin;
            return;
        }
    }
    // 十五、六岁: the last place of both.
    if (mark.id == "、"_c && !a.n.arabic && !next.arabic && next.single && !next.bare && !a.n.single &&
        a.n.power == 0 && !any(on.last.flags) && !next.range && !next.half &&
        on.last.n.begin == on.mark + mark.length) {
        const auto low = a.n.value.as_integer();
        const auto high = next.value.as_integer();
        if (low && high && *low > 10 && *low < 1000 && *low % 10 != 0 && *low % 10 + 1 == *high) {
            const auto n = a.n;
            a = on.last;
            a.n = n;
            a.n.high = decimal{*low + 1};
            a.n.range = true;
            return;
        }
    }
    a.unit = on.last.unit;
    a.sense = on.last.sense;
    a.borrowed = true;
    // 3、5万元: the multiplier goes on to the left as in ranges.
    static_cast<void>(detail::spread_multiplier(a.n, on.last.n));
}

// True when the word at `p` says that the two numbers before it are a score.
constexpr bool says_score(const char* p, const char* end) noexcept {
    return has_neighbour(tables::beside::score_verb, p, p, p, end);
}

// True when what stands before a pair of numbers says that they are a score, or a score that they are listed with.
constexpr bool is_score(const reading& in, const char* p) noexcept {
    if (ends_with_any(in.w.floor, p, "比分"_w, "比分为"_w, "分别为"_w, "以"_w, "总分"_w, "战绩"_w, "局"_w, "节"_w,
                      "盘"_w))
        return true;
    const auto c = before(in.w.floor, p);
    return (c.id == "、"_c || c.id == "和"_c || c.id == "，"_c) && in.score_ends_at(p - c.length);
}

// True when 15:13 is a score and no time of day: 决胜局15:13, 21:15击败, 21:18、21:13.
constexpr bool is_colon_score(const reading& in, const numeral& n) noexcept {
    const auto c = before(in.w.floor, n.begin);
    const auto seconds = read_clock(n.begin, in.w.end, day_part::absent);
    if (seconds.fine == precision::second) return false;  // 23:59:59
    if (c.id == "局"_c || c.id == "节"_c || c.id == "盘"_c) return true;
    if ((c.id == "、"_c || c.id == "和"_c || c.id == "，"_c) && in.score_ends_at(n.begin - c.length)) return true;
    const auto m = read_numeral(n.end + at(n.end, in.w.end).length, in.w.end);
    if (!m) return false;
    const auto next = at(m.end, in.w.end);
    if ((next.id == "、"_c || next.id == "和"_c) && ends_with_any(in.w.floor, n.begin, "以"_w)) return true;
    return says_score(skip_spaces(m.end, in.w.end), in.w.end);
}

// A pair of numbers with a hyphen at `p`; the end is null when there is none.
[[gnu::always_inline]] constexpr const char* pair_end(const char* p, const char* end) noexcept {
    if (detail::plain_digits(p, end, 1, 3) < 0 || at(p, end).id != "-"_c) return nullptr;
    p += at(p, end).length;
    if (detail::plain_digits(p, end, 1, 3) < 0) return nullptr;
    const auto c = at(p, end);
    return c.id == "-"_c || detail::is_alnum(c.id) || find_unit(p, end) ? nullptr : p;
}

// True when the pair from `p` to `behind` stands beside another one in a bracket, before a bracket with one, in a list
// that ends with a word for a score, or between two names: the sets of 4-0（11-6，11-9）, 21-15、21-18战胜,
// 法国2-1德国.
[[gnu::always_inline]] constexpr bool is_score_list(const reading& in, const char* p, const char* behind) noexcept {
    const auto c = at(behind, in.w.end);
    if (c.id == "("_c || c.id == "，"_c || c.id == ","_c) {
        const char* q = behind + c.length;
        if (pair_end(skip_spaces(q, in.w.end), in.w.end) != nullptr) return true;
    }
    const char* q = behind;
    for (int i = 0; i < 6; ++i) {
        const auto mark = at(q, in.w.end);
        if (mark.id == "("_c) {
            // 7-6（5）
            const auto digit = at(q + mark.length, in.w.end);
            const char* const close = q + mark.length + digit.length;
            if (digit.cls() != char_class::digit || at(close, in.w.end).id != ")"_c) break;
            q = close + at(close, in.w.end).length;
            continue;
        }
        if (mark.id != "、"_c && mark.id != "，"_c && mark.id != ","_c) break;
        const char* next = pair_end(q + mark.length, in.w.end);
        if (next == nullptr) break;
        q = next;
    }
    if (q != behind && says_score(q, in.w.end)) return true;
    if (p != in.w.begin && is_han(behind, in.w.end) && c.cls() == char_class::none && c.id != "到"_c &&
        c.id != "至"_c && pair_end(p, in.w.end) == behind) {
        const auto b = before(in.w.floor, p);
        if (b.cls() == char_class::none && b.length == 3 && b.id != "到"_c && b.id != "至"_c &&
            is_han(p - b.length, p) && !has_neighbour(tables::beside::numbered_by, in.w.floor, p, p, in.w.end) &&
            !find_unit(in.w, behind))
            return true;
    }
    const auto b = before(in.w.floor, skip_spaces_back(in.w.floor, p));
    return (b.id == "("_c || b.id == ","_c) && in.score_end != nullptr && p - in.score_end <= 4;
}

// 0-2落后, 2-1胜 and 比分25-17 are scores, 26-1 a name. `only_scores`: a pair in rising order may be a range, and is
// left alone unless a word says that it is a score.
constexpr bool read_hyphen(reading& in, const left_context& l, const numeral& n, bool only_scores,
                           phrase& out) noexcept {
    const char* q = n.end + at(n.end, in.w.end).length;
    const auto m = read_numeral(q, in.w.end);
    if (!m || !m.arabic || m.fraction || n.fraction || m.overflow || n.overflow) return false;
    const char* behind = skip_spaces(m.end, in.w.end);
    if (only_scores && (m.range || n.range || any(m.flags) ||
                        !(says_score(behind, in.w.end) || (!find_unit(in.w, behind) && is_score(in, n.begin)))))
        return false;
    const auto c = at(behind, in.w.end);
    if (says_score(behind, in.w.end) || is_score_list(in, n.begin, behind) || c.id == "胜"_c || c.id == "负"_c ||
        c.id == "平"_c || c.id == "击"_c || c.id == "战"_c || c.id == "大"_c || c.id == "领"_c || c.id == "落"_c ||
        c.id == "不"_c || c.id == "险"_c || c.id == "逆"_c || c.id == "完"_c || c.id == "横"_c || c.id == "轻"_c ||
        is_score(in, n.begin)) {
        in.remember_score(n.begin, m.end);
        out.begin = l.begin;
        out.end = out.resume = m.end;
        out.out.kind = kind::ratio;
        out.out.form = form::ratio;
        out.out.value(n.value);
        out.more->second = m.value;
        out.more->terms = 2;
        out.out.detailed = true;
        return true;
    }
    if (n.value < m.value) return false;
    finish_name({n.begin, m.end}, out);
    return true;
}

}  // namespace shuliang::inline v0::zh
