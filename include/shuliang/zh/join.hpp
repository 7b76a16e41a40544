// zh/join.hpp - rules that join numbers: ranges, lists with one unit, fractions, ratios, amounts in brackets.
#pragma once

#include "shuliang/zh/calendar_phrase.hpp"
#include "shuliang/zh/quantities.hpp"

namespace shuliang::inline v0::zh {

namespace detail {

// The larger multiplier spreads to the left: in 3-5万 the 3 is 30000.
constexpr bool spread_multiplier(numeral& low, const numeral& high) noexcept {
    if (low.power != 0 || high.power == 0 || low.overflow || high.overflow || low.range || high.range) return true;
    if (!(low.value < high.mantissa)) return true;
    const auto v = scale(low.value, high.power);
    if (!v) return false;
    low.value = low.high = *v;
    return true;
}

// Makes `a` the range from `a` to `b`; false when they are not in order.
constexpr bool make_range(numeral& a, const numeral& b) noexcept {
    if (a.overflow || b.overflow) return false;
    if (!(a.value < b.high)) return false;
    a.high = b.high;
    a.range = true;
    return true;
}

constexpr bool same_script(const numeral& a, const numeral& b) noexcept { return a.arabic == b.arabic; }

}  // namespace detail

// The unit that a list or range lends to its first number: in 3至5月 and 3、5号 the number 3 has no unit of its own.
struct onward {
    enum class joint : std::uint8_t { none, range, list } kind = joint::none;
    bool product = false;        // × stands between
    amount last;                 // the first later number that has a unit
    const char* mark = nullptr;  // where the joint begins

    constexpr explicit operator bool() const noexcept { return kind != joint::none; }
};

// Looks from behind a number without unit over 、 和 / and range marks to the first number with one, at most
// `context` bytes on.
constexpr onward look_onward(const window& w, const char* p) noexcept {
    onward o;
    const char* q = p;
    const char* limit = w.end - p > context ? p + context : w.end;
    for (int i = 0; i < 8 && q < limit; ++i) {
        const auto c = at(q, w.end);
        const char* next = q;
        auto joint = onward::joint::none;
        if (c.id == "、"_c || c.id == "和"_c || c.id == "或"_c || c.id == "及"_c || c.id == "与"_c || c.id == "/"_c) {
            joint = onward::joint::list;
            next += c.length;
        } else if (read_range_mark(next, w.end)) {
            joint = onward::joint::range;
        } else {
            // 10 x 15 英寸
            next = skip_spaces(q, w.end);
            const auto times = at(next, w.end);
            if (times.id != "x"_c && times.id != "X"_c && times.id != "×"_c && times.id != "*"_c) return {};
            next = skip_spaces(next + times.length, w.end);
            joint = onward::joint::list;
            o.product = true;
        }
        const auto first = at(next, w.end);
        if (first.cls() == char_class::none || first.cls() >= char_class::circled) return {};  // 第 as well
        if (i == 0) {
            o.kind = joint;
            o.mark = q;
        }
        o.last = read_amount(w, next, next);
        // What lies out of sight lends nothing.
        if (!o.last || o.last.end > limit) return {};
        if (o.last.sense != nullptr) return o;
        q = o.last.end;
    }
    return {};
}

// 五元以上五十元以下, 五倍以上十倍以下: one inclusive range without flags. `p` is the first part with 以上.
constexpr bool read_statutory_range(const window& w, phrase& p) noexcept {
    if (p.out.form != form::decimal || p.out.approx != approx::at_least) return false;
    const char* q = p.end;
    const auto close = [&p](decimal low, decimal high, const char* end) {
        if (end == nullptr || !(low < high)) return false;
        p.out.approx = approx::exact;
        p.set_range(low, high);
        p.end = p.resume = end;
        return true;
    };
    if (const char* percent = after_word(q, w.end, "百分之"_w); percent != nullptr && p.out.kind == kind::percent) {
        // 百分之十以上百分之二十以下
        const auto n = read_numeral(percent, w.end);
        if (!n || n.range || n.overflow || any(n.flags)) return false;
        return close(p.out.value(), n.value, after_word(n.end, w.end, "以下"_w));
    }
    auto b = read_amount(w, q, q);
    if (!b || b.sense == nullptr || b.n.range || b.n.overflow || any(b.flags)) return false;
    const char* end = after_word(b.end, w.end, "以下"_w);
    if (end == nullptr) return false;
    auto low = p.out.value();
    const bool same_money = p.out.kind == kind::money && b.role() == role::money &&
                            b.sense->unit == detail::code::yuan;  // 新台币一万元以上五万元以下
    if (b.sense->unit != p.out.unit && !same_money) {
        const auto here = w.unit_of(p.out.unit);
        const auto there = w.unit_of(b.sense->unit);
        if (p.out.kind == kind::money || there.dimension() != dimension::time) return false;
        // 六个月以上三年以下: to the smaller unit.
        if (const auto smaller = detail::in_smaller(b.n.value, there, here)) {
            b.n.value = *smaller;
        } else if (const auto v = detail::in_smaller(low, here, there)) {
            low = *v;
            p.out.unit = b.sense->unit;
        } else {
            return false;
        }
    }
    const auto r = b.role();
    auto high = b.n.value;
    if (r == role::tenth) high = *scale(high, 1);
    return close(low, high, end);
}

// 3又1/2: `n` is the whole number, `top` what stands before the stroke.
constexpr bool read_mixed(const window& w, const left_context& l, const numeral& n, const numeral& top,
                          phrase& p) noexcept {
    const auto bottom = read_numeral(top.end + at(top.end, w.end).length, w.end);
    const auto whole_number = [](const numeral& m) {
        return m && m.arabic && !m.fraction && !m.range && !m.overflow && m.value.exponent >= 0;
    };
    if (!whole_number(n) || !whole_number(top) || !whole_number(bottom) || !(top.value < bottom.value)) return false;
    const auto scaled = multiply(n.value, bottom.value);
    const auto sum = scaled ? add(*scaled, top.value) : std::nullopt;
    if (!sum) return false;
    p.begin = l.begin;
    p.out.kind = kind::fraction;
    p.out.approx = l.flags;
    p.set_fraction(l.negative ? -*sum : *sum, bottom.value);
    p.end = p.resume = bottom.end;
    if (const auto u = find_unit(w, bottom.end); u && u.role() == role::count) {
        p.out.unit = u.as(role::count)->unit;
        p.end = p.resume = u.end;
    }
    return true;
}

// 三分之二, 百分之三十, 千分之一, 三又五分之一, 百分之三至五. `n` is the number before 分之.
constexpr bool read_fraction(const window& w, const left_context& l, const numeral& n, phrase& p) noexcept {
    namespace code = detail::code;
    auto denominator = n;
    const char* q = n.end;
    std::optional<decimal> whole;
    if (at(q, w.end).id == "又"_c) {
        whole = n.value;
        denominator = read_numeral(q + 3, w.end);
        if (!denominator) return false;
        q = denominator.end;
        if (at(q, w.end).id == "/"_c) return read_mixed(w, l, n, denominator, p);
    }
    const auto fen = at(q, w.end);
    if (fen.id != "分"_c) return false;
    q += fen.length;
    const auto zhi = at(q, w.end);
    const bool percent = denominator.value == decimal{100};
    if (zhi.id == "之"_c)
        q += zhi.length;
    else if (!percent || !n.bare)
        return false;  // 百分十五 is said, 三分十五 is not
    if (denominator.range || denominator.overflow || any(denominator.flags) || denominator.value.coefficient == 0)
        return false;
    q = skip_gloss(skip_spaces(q, w.end), w.end);
    left_context left = l;
    if (const auto minus = at(q, w.end); minus.id == "负"_c && zhi.id == "之"_c) {
        left.negative = !l.negative;  // 百分之负五
        q += minus.length;
    }
    auto numerator = read_numeral(q, w.end);
    if (!numerator || numerator.half) return false;
    if (zhi.id != "之"_c && numerator.single) return false;
    const bool permille = denominator.value == decimal{1000};
    p.begin = l.begin;
    p.out.approx = l.flags | numerator.flags;
    p.out.open_place = numerator.open_place;
    const char* end = numerator.end;
    const auto word = approximation_after(w.own, end, w.end);
    const auto c = at(end, w.end);
    if (word && (c.id == "多"_c || c.id == "余"_c) && word.edge == end + c.length) {
        p.out.approx |= word.flag;
        p.out.open_place = true;
        end = word.edge;
    }
    if (percent || permille) {
        p.out.kind = kind::percent;
        p.out.unit = percent ? code::percent : code::permille;
        // 百分之三至五, 百分之三十到百分之四十
        const char* r = end;
        if (read_range_mark(r, w.end) && !numerator.range) {
            if (const char* again = after_word(r, w.end, percent ? "百分之"_w : "千分之"_w)) r = again;
            const auto high = read_numeral(r, w.end);
            if (high && !high.range && detail::make_range(numerator, high)) end = high.end;
        }
        p.set(numerator);
        detail::apply_sign(p, left);
    } else {
        p.out.kind = kind::fraction;
        if (numerator.range && !numerator.overflow && denominator.value == decimal{10} && !whole) {
            // 十分之三四
            const auto low = scale(numerator.value, -1);
            const auto high = scale(numerator.high, -1);
            if (!low || !high || numerator.value >= decimal{10}) return false;
            p.set_range(*low, *high);
            read_after(w, end, p.out, false);
            p.end = p.resume = end;
            return true;
        }
        if (numerator.range || numerator.overflow) return false;
        auto top = numerator.value;
        if (whole) {
            const auto scaled = multiply(*whole, denominator.value);
            const auto sum = scaled ? add(*scaled, top) : std::nullopt;
            if (!sum) return false;
            top = *sum;
        }
        p.set_fraction(left.negative ? -top : top, denominator.value);
    }
    read_after(w, end, p.out, false);
    p.end = p.resume = end;
    static_cast<void>(read_statutory_range(w, p));
    return true;
}

// 1/3, 0/7个: two whole numbers and a stroke; no third. Not for 2020/01.
constexpr bool read_slash_fraction(const window& w, const left_context& l, const numeral& n, phrase& p) noexcept {
    if (!n.arabic || n.range || n.leading_zero || n.power != 0 || any(n.flags)) return false;
    const auto mark = at(n.end, w.end);
    if (mark.id != "/"_c) return false;
    const auto d = read_numeral(n.end + mark.length, w.end);
    // 16.9/10万, 3.5/1000: a share of a round number.
    const auto round = d.value.normalized();
    const bool share = d && !d.grouped && round.coefficient == 1 && round.exponent >= 3;
    if (!d || !d.arabic || d.fraction || d.leading_zero || d.range || (!share && (d.power != 0 || n.fraction)) ||
        d.overflow || d.value.coefficient == 0 || d.grouped || n.overflow)
        return false;
    const auto next = at(d.end, w.end);
    if (next.id == "/"_c) return false;
    if (ends_with_any(w.floor, skip_spaces_back(w.floor, l.begin), "血压"_w, "血压为"_w, "血压:"_w)) return false;
    const auto u = find_unit(w, skip_spaces(d.end, w.end));
    // 120/80mmHg is a list; 0/7个 a share of things.
    if (u && u.role() != role::count && u.role() != role::noun) return false;
    if (latin_goes_on(d.end, w.end) || is_latin(next.id)) return false;
    p.begin = l.begin;
    p.out.kind = kind::fraction;
    p.out.approx = l.flags;
    p.set_fraction(n.value, d.value);
    const char* end = d.end;
    if (u && u.role() == role::count) {
        p.out.unit = u.as(role::count)->unit;
        end = u.end;
    }
    read_after(w, end, p.out, false);
    p.end = p.resume = end;
    return true;
}

// 3比1, 3∶1, 2:0, 3:2:1, 1:50000. A clock time has been tried before.
constexpr bool read_ratio(const window& w, const left_context& l, const numeral& n, phrase& p) noexcept {
    if (n.range || n.overflow || n.leading_zero || any(n.flags) || n.half || l.ordinal) return false;
    decimal terms[4] = {n.value};
    int count = 1;
    const char* end = n.end;
    char_id mark = 0;
    while (count < 4) {
        const char* q = skip_spaces(end, w.end);
        const auto c = at(q, w.end);
        if (c.id != ":"_c && c.id != "∶"_c && c.id != "比"_c) break;
        if (mark != 0 && c.id != mark) break;
        const bool spaced = q != end;
        q = c.id == "比"_c ? q + c.length : skip_spaces(q + c.length, w.end);
        const auto m = read_numeral(q, w.end);
        if (!m || m.range || m.overflow || any(m.flags) || m.half || m.arabic != n.arabic || m.leading_zero) break;
        if (c.id == ":"_c && spaced != (q[-1] == ' ')) break;
        mark = c.id;
        terms[count++] = m.value;
        end = m.end;
    }
    if (count < 2) return false;
    if (const auto more = at(end, w.end); count == 4 && more.id == mark && mark == ":"_c) {
        // 1:2:3:4:5 is no ratio, and none of its parts is one.
        const char* q = end;
        for (auto c = more; c.id == mark; c = at(q, w.end)) {
            const auto m = read_numeral(q + c.length, w.end);
            if (!m) break;
            q = m.end;
        }
        if (q != end) {
            p.resume = q;
            return true;
        }
    }
    // 比 needs numbers that stand for themselves: 3人比1人 has not come here, 二比三多 is a comparison.
    const auto u = find_unit(w, end);
    if (u && mark != "∶"_c && u.role() != role::none && u.role() != role::count && u.role() != role::noun &&
        !latin_goes_on(u.end, w.end))
        return false;
    p.begin = l.begin;
    p.out.kind = kind::ratio;
    p.out.form = form::ratio;
    p.out.approx = l.flags;
    p.out.value(terms[0]);
    p.more->second = terms[1];
    p.more->third = terms[2];
    p.more->fourth = terms[3];
    p.more->terms = static_cast<std::uint8_t>(count);
    p.out.detailed = true;
    p.end = p.resume = end;
    return true;
}

// ± behind a number: 38±2℃ is 36 to 40. Changes `a` to the range with the unit behind.
constexpr bool read_tolerance(const window& w, amount& a) noexcept {
    const char* q = skip_spaces(a.end, w.end);
    const auto c = at(q, w.end);
    if (c.id != "±"_c || a.n.range || a.n.overflow) return false;
    const auto b = read_amount(w, skip_spaces(q + c.length, w.end), a.n.begin);
    if (!b || b.n.range || b.n.overflow) return false;
    if (a.sense != nullptr && (b.sense == nullptr || b.sense->unit != a.sense->unit)) return false;
    const auto low = add(a.n.value, -b.n.value);
    const auto high = add(a.n.value, b.n.value);
    if (!low || !high) return false;
    auto n = a.n;
    n.value = *low;
    n.high = *high;
    n.range = true;
    a.unit = b.unit;
    a.sense = b.sense;
    a.n = n;
    a.number_end = b.number_end;
    a.end = b.end;
    return true;
}

// Joins `a` with a following number to a range: 3-5万元, 100元到1000元, 20°C - 25°C, 十至二十人. Changes `a`.
// `l` gives up its sign when the ends of the range have signs of their own (-10~-5℃, -5至3℃).
constexpr bool read_range(const window& w, left_context& l, amount& a) noexcept {
    if (a.n.range || a.n.overflow || a.n.half || a.n.leading_zero) return false;
    const char* q = a.end;
    if (!read_range_mark(q, w.end)) return false;
    const auto mark = at(skip_spaces(a.end, w.end), w.end);
    const bool words = mark.id == "至"_c || mark.id == "到"_c;
    // A sign or a currency may be said again: -10~-5℃, 零下5度至零下3度, ¥3-¥5.
    bool negative = false;
    bool positive = false;
    const auto sign = at(q, w.end);
    if (sign.id == "负"_c || (sign.id == "-"_c && at(q + sign.length, w.end).cls() == char_class::digit)) {
        negative = true;
        q += sign.length;
    } else if (const char* below = after_word(q, w.end, "零下"_w)) {
        negative = true;
        q = below;
    } else if (const char* above = l.below_zero ? after_word(q, w.end, "零上"_w) : nullptr) {
        positive = true;
        q = above;
    }
    auto b = read_amount(w, q, a.n.begin);
    if (!b && !words) {
        const auto c = at(q, w.end);
        if (c.id == "¥"_c || c.id == "$"_c) b = read_amount(w, q + c.length, a.n.begin);
    }
    if (!b || b.n.range || b.n.half || b.n.overflow || b.n.leading_zero) return false;
    if (!detail::same_script(a.n, b.n) && !words) return false;
    const auto* s = b.sense;
    if (detail::is_calendar_role(b.role()) && s->role() != role::year && s->role() != role::month &&
        s->role() != role::minute && s->role() != role::second && s->role() != role::number)
        if (a.sense == nullptr || a.sense->unit != s->unit) return false;
    numeral n = a.n;
    if (a.sense == nullptr) {
        if (!detail::spread_multiplier(n, b.n)) return false;
        // 5-3 and 12-1-4 are names or scores; without a unit a range of single characters is no phrase.
        if (s == nullptr) {
            const auto next = at(b.n.end, w.end);
            if (!words && next.id == "-"_c) return false;
            if (words ? n.single && b.n.single : n.single || b.n.single) return false;
        }
    } else {
        if (s == nullptr) return false;
        if (s->unit != a.sense->unit || s->role() != a.sense->role()) {
            // 500g-1kg: brought to the second unit when that is exact.
            const auto v = convert(rational{n.value}, w.unit_of(a.sense->unit), w.unit_of(s->unit));
            const auto d = v ? v->as_decimal() : std::nullopt;
            if (!d || detail::kind_of(s->role()) != detail::kind_of(a.role()) ||
                w.unit_of(s->unit).dimension() == dimension::proportion)
                return false;
            n.value = n.high = *d;
        }
    }
    if (negative || (l.negative && (positive || !l.below_zero) && !n.overflow && !b.n.overflow)) {
        if (negative && !l.negative) return false;
        n.value = n.high = -n.value;
        if (negative) b.n.value = b.n.high = -b.n.value;
        if (b.n.value < n.value && negative) {
            // 零下5到零下10度
            const auto low = b.n.value;
            b.n.value = b.n.high = n.value;
            n.value = n.high = low;
        }
        if (!detail::make_range(n, b.n)) return false;
        l.negative = false;
    } else if (!detail::make_range(n, b.n)) {
        // 5亿至2亿年前: time goes the other way.
        if (a.sense != nullptr || n.power == 0 || b.n.overflow || !(b.n.value < n.value) ||
            after_word(b.end, w.end, "前"_w) == nullptr)
            return false;
        n.high = n.value;
        n.value = b.n.value;
        n.range = true;
    }
    b.flags |= a.flags;
    b.open_place = b.open_place || a.open_place;
    n.begin = a.n.begin;
    b.n = n;
    a = b;
    return true;
}

// An amount said again in brackets before its unit: 300000(叁拾万)元, 叁(3)份. Moves the end of the number.
constexpr void skip_repeated(const window& w, amount& a) noexcept {
    if (a.sense != nullptr || a.n.range) return;
    const auto open = at(a.end, w.end);
    if (open.id != "("_c) return;
    const char* q = a.end + open.length;
    const auto b = read_numeral(q, w.end);
    if (!b || b.range || b.overflow || !(b.value == a.n.value)) return;
    const auto close = at(b.end, w.end);
    if (close.id != ")"_c) return;
    amount with = a;
    with.end = with.number_end = b.end + close.length;
    attach_unit(with, w, with.end, a.n.begin);
    if (with.sense == nullptr) return;
    if (starts_with_any(with.number_end, w.end, "班"_w)) return;  // 高三（3）班
    a = with;
}

}  // namespace shuliang::inline v0::zh
