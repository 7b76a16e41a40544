// zh/with_unit.hpp - numbers with a unit: which reading of the unit holds.
#pragma once

#include "shuliang/zh/bare.hpp"

namespace shuliang::inline v0::zh {

[[gnu::always_inline]] constexpr bool is_factor(role r) noexcept {
    return r == role::times || r == role::discount || r == role::double_ || r == role::tenth;
}

// 三十多号人: 号 counts people; 三号人物 has a number.
constexpr bool counts_people(const window& w, const amount& a) noexcept {
    const auto person = at(a.end, w.end);
    if (person.id != "人"_c || a.n.half) return false;
    return !starts_with_any(a.end, w.end, "人物"_w, "人选"_w, "人员"_w, "人质"_w, "人才"_w);
}

// 3个亿, 一个多亿: 个 stands before 亿 and counts nothing. Changes `a` to the whole number and what follows it.
constexpr bool read_pieces_of_many(const window& w, const left_context& l, amount& a) noexcept {
    const char* q = a.end;
    auto c = at(q, w.end);
    const bool over = c.id == "多"_c || c.id == "余"_c;
    if (over) {
        q += c.length;
        c = at(q, w.end);
    }
    if (c.id != "亿"_c || a.n.overflow || a.n.half || a.n.power != 0) return false;
    numeral n = a.n;
    const auto low = scale(n.value, 8);
    const auto high = scale(n.high, 8);
    if (!low || !high) return false;
    n.value = *low;
    n.high = *high;
    n.power = 8;
    n.single = n.positional = n.pair = false;
    n.end = q + c.length;
    const auto flags = over ? a.flags | approx::over : a.flags;
    a = read_amount(w, n, l.begin);
    a.flags |= flags;
    a.open_place = a.open_place || over;
    return true;
}

// 年近五旬, 六旬老人: tens of years of life; 兼旬 and 两旬 are tens of days.
[[gnu::always_inline]] constexpr bool read_decades_of_life(const reading& in, const left_context& l, const amount& a,
                                                           phrase& out) noexcept {
    if (a.role() != role::duration || at(a.number_end, in.w.end).id != "旬"_c || a.n.arabic || a.n.half) return false;
    if (a.n.value < decimal{2} || decimal{9} < a.n.value || a.n.fraction) return false;
    const auto previous = before(in.w.floor, l.begin);
    const auto next = at(a.end, in.w.end);
    const bool aged = previous.id == "年"_c || previous.id == "届"_c || previous.id == "寿"_c || next.id == "老"_c ||
                      next.id == "高"_c;
    if (a.n.value < decimal{4} && !aged) return false;
    out.begin = l.begin;
    out.out.kind = kind::age;
    out.out.unit = detail::code::year;
    out.out.approx = l.flags | a.flags;
    out.set(a.n, 1);
    const char* end = a.end;
    read_after(in.w, end, out.out, false);
    out.end = out.resume = end;
    return true;
}

// The year of 2020学年, 2020财年 and, counted from the republic, 109学年度; 0 when it is a length of time.
[[gnu::always_inline]] constexpr int school_year(const window& w, const left_context& l, const amount& a) noexcept {
    const int v = detail::small_number(a.n);
    if (a.role() != role::count || !a.n.arabic || v <= 0 || a.n.power != 0 || any(a.flags | l.flags)) return 0;
    if (!starts_with_any(a.number_end, w.end, "学年"_w, "财年"_w)) return 0;
    if (a.n.digits == 4) return v >= 1900 && v < 2100 ? v : 0;
    const bool republic = v >= 50 && v < 150 && starts_with_any(a.number_end, w.end, "学年度"_w);
    return republic ? v + 1911 : 0;
}

// The number and its unit as a position in a series, from `begin` on.
constexpr void finish_position(const amount& a, const char* begin, phrase& out) noexcept {
    out.begin = begin;
    out.out.kind = kind::ordinal;
    out.out.unit = a.sense->unit;
    out.set(a.n);
    out.end = out.resume = a.end;
}

constexpr void read_with_unit(reading& in, const left_context& l, amount& a, phrase& out) noexcept {
    const auto r = a.role();
    if (a.n.single && !a.borrowed && (r == role::count || r == role::noun)) {
        // 一个个, 一项项: every one. 零 counts nothing (零报告).
        const std::string_view word{a.number_end, static_cast<std::size_t>(a.end - a.number_end)};
        const bool again = a.n.value == decimal{1} && static_cast<std::size_t>(in.w.end - a.end) >= word.size() &&
                           std::string_view{a.end, word.size()} == word;
        if (again || a.n.value == decimal{0}) {
            out.resume = again ? a.end + word.size() : a.end;
            return;
        }
    }
    if (read_decades_of_life(in, l, a, out)) return;
    // 參軍, 陸橋, 拾瓦: a financial numeral alone counts no nouns, and a multiplier alone nothing but money.
    const bool word = r == role::noun || (r == role::measure && a.n.digits == 0);
    if (a.n.single && a.n.financial && word && !a.borrowed && !any(l.flags)) {
        out.resume = a.end;
        return;
    }
    // 2020学年: a year; 2018款: a model.
    if (r == role::count && a.n.arabic && a.n.digits == 4 && a.n.value >= decimal{1900} && a.n.value < decimal{2100} &&
        !a.n.fraction && !a.n.range && a.n.power == 0 && !any(a.flags | l.flags)) {
        if (starts_with_any(a.number_end, in.w.end, "款"_w)) return finish_name({l.begin, a.end}, out);
    }
    if (const int year = school_year(in.w, l, a); year != 0) {
        calendar c;
        c.year = calendar::pack_year(year);
        out.begin = l.begin;
        out.end = out.resume = starts_with_any(a.end, in.w.end, "度"_w) ? a.end + 3 : a.end;
        out.out.kind = kind::date;
        out.set(c);
        return;
    }
    // 2020届: the year of a class.
    if (r == role::count && a.n.arabic && a.n.digits == 4 && !a.n.fraction && a.n.power == 0 &&
        !any(a.flags | l.flags) && starts_with_any(a.number_end, in.w.end, "届"_w)) {
        return finish_position(a, l.begin, out);
    }
    // 一级响应, 三级医院: a level is a position, but 两级, 县乡村三级 and 三级书记 count.
    if (is_level(in, l, a)) {
        return finish_position(a, a.n.begin, out);
    }
    if (r == role::count && a.sense->unit == detail::code::piece && read_pieces_of_many(in.w, l, a))
        return a.sense != nullptr ? read_with_unit(in, l, a, out) : read_bare(in, l, a, out);
    // 9号, 1至4号: a number in a series.
    if (r == role::number && counts_people(in.w, a)) {
        out.out.kind = kind::count;
        out.out.approx = l.flags | a.flags;
        out.out.open_place = a.open_place;
        out.out.unit = a.sense->unit;
        out.begin = l.begin;
        out.set(a.n);
        out.end = out.resume = a.end;
        return;
    }
    if (r == role::number || r == role::position) {
        if (any(a.flags) || a.n.half) return;
        // 1110010522 號, 417 號令修正: the number of a document whose beginning stands in the line before.
        if (r == role::number && a.n.arabic && !a.n.range &&
            (a.n.digits >= 6 ||
             starts_with_any(a.end, in.w.end, "令修"_w, "令订"_w, "令制"_w, "令会"_w, "令发"_w, "令公"_w, "令废"_w)))
            return finish_name({l.begin, a.end}, out);
        return finish_position(a, l.begin, out);
    }
    if (r == role::century && !a.n.pair && a.unit.as(role::duration) != nullptr) {
        // 37世纪, 两世纪: no century of a date
        a.sense = a.unit.as(role::duration);
        return read_with_unit(in, l, a, out);
    }
    if ((r == role::oclock || r == role::hour) && a.unit.as(role::count) != nullptr) {
        a.sense = a.unit.as(role::count);
        return read_with_unit(in, l, a, out);
    }
    if (detail::is_calendar_role(r) && r != role::year && r != role::month && r != role::day && r != role::minute &&
        r != role::second && r != role::hour && r != role::century)
        return read_bare(in, l, a, out);
    if (r == role::month && !any(a.flags | l.flags)) {
        const int v = detail::small_number(a.n);
        const auto c = at(a.end, in.w.end);
        const bool span = c.id == "来"_c || c.id == "余"_c || c.id == "内"_c || c.id == "后"_c || c.id == "前"_c;
        if (!span && !a.n.range && !a.n.half && (v < 1 || v > 12)) return read_bare(in, l, a, out);
    }
    if ((a.sense->unit == 0 && !is_factor(r)) || r == role::quarter) return read_bare(in, l, a, out);
    left_context left = l;
    if (left.loose_minus && !(r == role::measure || r == role::percent || r == role::degree || r == role::money)) {
        left.negative = false;
        left.begin = a.n.begin;
    }
    if (a.n.single && a.n.value == decimal{1} && left.flags == approx::over && r == role::count) {
        // 突破一批关键技术: a verb.
        left = left_context{};
        left.begin = a.n.begin;
    }
    if (!read_quantity(in.w, left, a, out)) {
        out.reset();
        return read_bare(in, l, a, out);
    }
    static_cast<void>(read_statutory_range(in.w, out));
    add_each(in, a, out);
}

// 半年, 半小时, 半个; 半数 is a fraction. Alone it is nothing.
constexpr void read_half(reading& in, const left_context& l, amount& a, phrase& out) noexcept {
    const auto next = at(a.n.end, in.w.end);
    const auto half_of = before(in.w.floor, a.n.begin);
    if ((half_of.id == "上"_c || half_of.id == "下"_c) && next.id == "年"_c) {
        // 上半年, 下半年
        moment m;
        m.value.month = half_of.id == "上"_c ? 40 : 41;
        m.coarse = m.fine = precision::quarter;
        m.end = a.n.end + next.length;
        finish_moment(in.w, a.n.begin - half_of.length, m, {}, out);
        return;
    }
    if (next.id == "数"_c) {
        out.begin = l.begin;
        out.out.kind = kind::fraction;
        out.out.approx = l.flags;
        out.set_fraction(1, 2);
        const char* end = a.n.end + next.length;
        read_after(in.w, end, out.out, false);
        out.end = out.resume = end;
        return;
    }
    if (next.id == "个"_c) {
        // 半个月, 半个小时
        const auto u = find_unit(in.w, a.n.end);
        if (u && u.as(role::count) != nullptr && u.end == a.n.end + next.length) {
            const auto v = find_unit(in.w, u.end);
            const auto* s = v ? v.as(role::duration) : nullptr;
            if (s != nullptr) {
                a.unit = v;
                a.sense = s;
                a.end = v.end;
            }
        }
    }
    if (a.role() == role::century && a.unit.as(role::duration) != nullptr) a.sense = a.unit.as(role::duration);
    if (a.sense == nullptr || (a.role() == role::count && a.sense->unit == 0)) return;
    // 上半月 is a date.
    if (a.role() == role::month &&
        (half_of.id == "上"_c || half_of.id == "下"_c || half_of.id == "前"_c || half_of.id == "后"_c))
        return;
    const auto k = detail::kind_of(a.role());
    if (k != kind::duration && k != kind::measure && k != kind::count && k != kind::money && a.role() != role::points)
        return;
    if (a.role() == role::number || a.role() == role::position || a.role() == role::noun || a.role() == role::oclock ||
        a.role() == role::minute || a.role() == role::hour || a.role() == role::subunit)
        return;
    read_with_unit(in, l, a, out);
}

}  // namespace shuliang::inline v0::zh
