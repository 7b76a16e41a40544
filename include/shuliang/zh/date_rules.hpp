// zh/date_rules.hpp - which numbers are dates and times: shared units, weekdays, 元月, ’98, clock times with a colon.
#pragma once

#include "shuliang/zh/reading.hpp"

namespace shuliang::inline v0::zh {

// 星期四, 周三, 礼拜一.
constexpr bool read_weekday(const reading& in, const char* p, const numeral& n, phrase& out) noexcept {
    if (!n.single || n.bare || n.half || n.financial) return false;
    const int v = detail::small_number(n);
    if (v < 1 || v > 6) return false;
    const char* start = before_word(in.w.floor, p, "星期"_w);
    if (start == nullptr) start = before_word(in.w.floor, p, "礼拜"_w);
    if (start == nullptr) {
        start = before_word(in.w.floor, p, "周"_w);
        const auto u = find_unit(in.w, n.end);
        const bool next_day = starts_with_any(n.end, in.w.end, "周"_w, "至周"_w, "到周"_w);  // 周六周日
        if (start == nullptr || (u.role() != role::none && !next_day) ||
            ends_with_any(in.w.floor, p, "一周"_w, "每周"_w))
            return false;
    }
    out.begin = start;
    out.end = out.resume = n.end;
    out.out.kind = kind::date;
    calendar c;
    c.weekday = static_cast<std::uint8_t>(v);
    out.set(c);
    return true;
}

constexpr void read_month_name(const reading& in, const char* p, character c, phrase& out) noexcept {
    out.resume = p + c.length;
    if (const auto m = read_named_month(p, in.w.end)) return finish_moment(in.w, p, m, {}, out);
    // 民国元年
    const char* year = p + c.length;
    const auto era = c.id == "元"_c && at(year, in.w.end).id == "年"_c ? era_before(in.w.floor, p) : era_match{};
    if (!era.found) return;
    numeral one;
    one.begin = p;
    one.end = year;
    one.value = one.high = one.mantissa = 1;
    const auto m = read_year(one, find_unit(in.w, year), era, in.w.end);
    if (m) finish_moment(in.w, era.edge, m, era, out);
}

// 20200226, where no unit follows.
constexpr bool read_compact_date(const reading& in, const numeral& n, phrase& out) noexcept {
    const auto v = n.value.as_integer();
    const bool from = starts_with_any(n.end, in.w.end, "起"_w);  // 自20200226起
    if (!v || n.fraction || n.grouped || n.range || n.power != 0 || (!from && find_unit(in.w, n.end))) return false;
    moment m;
    m.value.year = calendar::pack_year(static_cast<int>(*v / 10000 % 10000));
    m.value.month = static_cast<std::uint8_t>(*v / 100 % 100);
    m.value.day = static_cast<std::uint8_t>(*v % 100);
    if (*v < 19000000 || *v > 21000000 || m.value.month < 1 || m.value.day < 1 || m.value.month > 12 ||
        !is_possible(m.value))
        return false;
    m.coarse = precision::year;
    m.fine = precision::day;
    m.end = n.end;
    finish_moment(in.w, n.begin, m, {}, out);
    return true;
}

// 26/02/2020, 02-26-2020: the year stands last. The month comes first where both orders are possible.
constexpr bool read_day_first(const reading& in, const left_context& l, const numeral& n, phrase& out) noexcept {
    const char* q = n.begin;
    const int first = detail::plain_digits(q, in.w.end, 1, 2);
    const auto mark = at(q, in.w.end);
    if (first < 1 || (mark.id != "/"_c && mark.id != "-"_c && mark.id != "."_c)) return false;
    q += mark.length;
    const int second = detail::plain_digits(q, in.w.end, 1, 2);
    const auto again = at(q, in.w.end);
    if (second < 1 || again.id != mark.id) return false;
    q += again.length;
    const int year = detail::plain_digits(q, in.w.end, 4, 4);
    const auto behind = at(q, in.w.end);
    if (year < 1000 || year > 2999 || detail::is_alnum(behind.id) || detail::joins_name(behind.id)) return false;
    const auto outside = before(in.w.begin, n.begin);
    if (detail::is_alnum(outside.id) || detail::joins_name(outside.id)) {
        if (outside.id != ":"_c) return false;
    }
    const bool month_first = first <= 12;
    moment m;
    m.value.year = calendar::pack_year(year);
    m.value.month = static_cast<std::uint8_t>(month_first ? first : second);
    m.value.day = static_cast<std::uint8_t>(month_first ? second : first);
    if (m.value.month < 1 || m.value.month > 12 || !is_possible(m.value)) return false;
    m.coarse = precision::year;
    m.fine = precision::day;
    m.end = q;
    detail::add_clock(m, in.w.end);
    finish_moment(in.w, n.begin, m, {}, out);
    out.out.approx |= l.flags;
    return true;
}

// 九几年, 90几年: some year of a decade. `n` is the number before 几.
[[gnu::always_inline]] constexpr bool read_some_year(const left_context& l, const numeral& n, const window& w,
                                                     phrase& out) noexcept {
    const char* q = after_word(n.end, w.end, "几年"_w);
    const auto v = n.value.as_integer();
    if (q == nullptr || !v || n.range || n.power != 0 || l.ordinal || any(l.flags) || !n.single || n.bare || *v < 5)
        return false;
    const auto next = at(q, w.end);
    if (next.id == "前"_c || next.id == "后"_c || next.id == "来"_c || next.id == "间"_c) return false;
    out.begin = l.begin;
    out.end = out.resume = q;
    out.out.kind = kind::date;
    calendar c;
    c.year = static_cast<std::uint16_t>(0xFF0F | *v << 4);
    out.set(c);
    return true;
}

// 1:02:18 beside words for a result of a race or a length, and 1:44.39, are lengths of time. `m` is the clock time.
[[gnu::always_inline]] constexpr bool read_race_time(const reading& in, const left_context& l, const moment& m,
                                                     phrase& out) noexcept {
    namespace beside = tables::beside;
    if (m.value.second == calendar::absent || !has_neighbour(beside::race, in.w.floor, l.begin, m.end, in.w.end))
        return false;
    out.begin = l.begin;
    out.end = out.resume = m.end;
    out.out.kind = kind::duration;
    out.out.unit = detail::code::second;
    out.out.approx = l.flags;
    out.set(decimal{m.value.hour * 3600 + m.value.minute * 60 + m.value.second});
    return true;
}

// 1:44.39: minutes, seconds and their hundredths.
[[gnu::always_inline]] constexpr bool read_stopwatch(const reading& in, const left_context& l, const numeral& n,
                                                     phrase& out) noexcept {
    const auto whole = n.value.as_integer();
    if (!whole || *whole > 59 || n.digits > 2 || l.ordinal) return false;
    const char* q = n.end + at(n.end, in.w.end).length;
    const auto s = read_numeral(q, in.w.end);
    if (!s) return false;
    const auto behind = at(s.end, in.w.end);
    if (!s.arabic || s.digits != 2 || !s.fraction || s.overflow || s.value >= decimal{60} || s.power != 0 ||
        behind.id == ":"_c || behind.id == "."_c || find_unit(in.w, s.end).role() != role::none)
        return false;
    if (ends_with_any(in.w.floor, l.begin, "比例"_w, "比例为"_w, "比"_w, "比为"_w, "比值"_w)) return false;
    const auto sum = add(decimal{*whole * 60}, s.value);
    if (!sum) return false;
    out.begin = l.begin;
    out.end = out.resume = s.end;
    out.out.kind = kind::duration;
    out.out.unit = detail::code::second;
    out.out.approx = l.flags;
    out.set(*sum);
    return true;
}

// 3pm, 11am: a clock time.
constexpr bool read_latin_hour(const reading& in, const left_context& l, const numeral& n, phrase& out) noexcept {
    const int hour = detail::small_number(n);
    if (hour < 1 || hour > 12 || is_latin(before(in.w.floor, l.begin).id)) return false;
    moment m;
    m.value.hour = static_cast<std::uint8_t>(hour);
    m.coarse = m.fine = precision::hour;
    m.end = n.end;
    add_latin_part(m, in.w.end);
    if (m.end == n.end) return false;
    finish_moment(in.w, l.begin, m, {}, out);
    return true;
}

// ’98, 3·15, 20200226.
constexpr bool read_short_date(const reading& in, const numeral& n, character previous, character next,
                               phrase& out) noexcept {
    if (n.digits == 8) return read_compact_date(in, n, out);
    const int v = detail::small_number(n);
    if ((previous.id == "’"_c || previous.id == "'"_c) && n.digits == 2 && next.id != "年"_c && !is_latin(next.id) &&
        !has(next, mark::unit)) {
        moment m;
        m.value.year = static_cast<std::uint16_t>(0xFF00 | v / 10 << 4 | v % 10);
        m.coarse = m.fine = precision::year;
        m.end = n.end;
        finish_moment(in.w, n.begin - previous.length, m, {}, out);
        return true;
    }
    if (next.id != "·"_c || n.digits > 2 || v < 1 || v > 12) return false;
    const auto d = read_numeral(n.end + next.length, in.w.end);
    const int day = detail::small_number(d);
    if (day < 1 || day > 31 || !d.arabic || d.digits > 2 || find_unit(in.w, d.end)) return false;
    calendar c;
    c.month = static_cast<std::uint8_t>(v);
    c.day = static_cast<std::uint8_t>(day);
    if (!is_possible(c)) return false;
    out.begin = n.begin;
    out.end = out.resume = d.end;
    out.out.kind = kind::date;
    out.set(c);
    return true;
}

// 7:30, 17:37:48, 晚上9:00; 3:1 and 1:50000 are left to ratios, and so is 1:20 beside 比例.
constexpr bool read_colon_time(const reading& in, const left_context& l, const numeral& n, phrase& out) noexcept {
    if (n.digits > 2 || n.fraction || at(n.end, in.w.end).id != ":"_c) return false;
    const char* q = skip_spaces_back(in.w.floor, n.begin);
    auto part = day_part_before(in.w.floor, q);
    if (!part && any(l.flags)) part = day_part_before(in.w.floor, l.begin);  // 下午约3:20
    auto m = read_clock(n.begin, in.w.end, part ? part.part : day_part::absent);
    if (!part && read_stopwatch(in, l, n, out)) return true;
    if (!m) return false;
    if (!part && read_race_time(in, l, m, out)) return true;
    if (!part) add_latin_part(m, in.w.end);
    if (const char* joint = in.score_end; !part && in.score_ends_at(joint)) {
        // 1:4到1:10: both ends are ratios.
        if ((read_range_mark(joint, in.w.end) || at(joint, in.w.end).id == "、"_c ||
             at(joint, in.w.end).id == "和"_c) &&
            (joint == l.begin || joint + 3 == l.begin))
            return false;
    }
    if (!part && (ends_with_any(in.w.floor, l.begin, "比例"_w, "比例为"_w, "比分"_w, "配比"_w, "比率"_w, "比"_w) ||
                  starts_with_any(m.end, in.w.end, "的比例"_w, "的比分"_w, "比例"_w)))
        return false;
    finish_moment(in.w, part ? part.edge : l.begin, m, {}, out);
    out.out.approx |= l.flags;
    return true;
}

constexpr bool read_hour_range(const reading& in, const left_context& l, const numeral& n, const amount& far,
                               phrase& out) noexcept {
    const int from = detail::small_number(n);
    const char* q = skip_spaces_back(in.w.floor, n.begin);
    const auto part = day_part_before(in.w.floor, q);
    auto to = read_clock(far.n.begin, in.w.end, part ? part.part : day_part::absent);
    if (from < 0 || from > 24 || n.digits > 2 || !to) return false;
    if (n.single && from == 1 && !part && at(n.end, in.w.end).id == "到"_c) return false;  // 一到五点: as soon as
    moment m;
    m.value.hour = static_cast<std::uint8_t>(detail::in_day(from, 0, part ? part.part : day_part::absent));
    m.coarse = m.fine = precision::hour;
    out.begin = part ? part.edge : l.begin;
    out.end = out.resume = to.end;
    out.out.kind = kind::time;
    out.out.approx = l.flags;
    out.set_range(m.value, to.value);
    return true;
}

// 差五分八点, 差一刻九点: 7:55 and 8:45.
constexpr bool read_before_hour(const reading& in, const left_context& l, const numeral& n, phrase& out) noexcept {
    const auto said = detail::read_minutes(n.begin, in.w.end);
    if (said.minutes == 0) return false;
    const char* begin = l.begin - before(in.w.floor, l.begin).length;
    const auto part = day_part_before(in.w.floor, begin);
    auto m = read_clock(said.end, in.w.end, part ? part.part : day_part::absent);
    if (!m || m.fine != precision::hour || m.value.hour == 0) return false;
    --m.value.hour;
    m.value.minute = static_cast<std::uint8_t>(60 - said.minutes);
    m.fine = precision::minute;
    finish_moment(in.w, part ? part.edge : begin, m, {}, out);
    return true;
}

// 凌晨一两点, 五六点钟: between two hours. Without a part of the day, 钟 or 左右 they may be points.
[[gnu::always_inline]] constexpr bool read_some_hour(const reading& in, const left_context& l, const numeral& n,
                                                     const unit_match& u, phrase& out) noexcept {
    const auto part = day_part_before(in.w.floor, skip_spaces_back(in.w.floor, n.begin));
    const bool clock = before(n.end, u.end).id == "钟"_c;
    if (!part && !clock && !starts_with_any(u.end, in.w.end, "左右"_w, "的时候"_w, "多钟"_w)) return false;
    const auto low = n.value.as_integer();
    const auto high = n.high.as_integer();
    if (!low || !high || *high > 24) return false;
    const auto name = part ? part.part : day_part::absent;
    calendar from;
    calendar to;
    from.hour = static_cast<std::uint8_t>(detail::in_day(static_cast<int>(*low), 0, name));
    to.hour = static_cast<std::uint8_t>(detail::in_day(static_cast<int>(*high), 0, name));
    out.begin = part ? part.edge : l.begin;
    out.end = u.end;
    out.out.kind = kind::time;
    out.out.approx = l.flags;
    out.set_range(from, to);
    read_after(in.w, out.end, out.out, false);
    out.resume = out.end;
    return true;
}

// The era of a year goes on to the years that are joined to it.
constexpr void remember_era(reading& in, const numeral& n, const phrase& out) noexcept {
    if (out.out.kind != kind::date) return;
    const auto era = era_before(in.w.floor, skip_spaces_back(in.w.floor, n.begin));
    if (era.found)
        in.carried = {era, out.end};
    else if (in.carried.end != nullptr && out.begin - in.carried.end <= 3)
        in.carried.end = out.end;
    else
        in.carried = {};
}

// 一九八一、一九八二两年, 2017、2018、2019三年: years with their number behind them. `n` is one of them.
constexpr bool is_listed_year(const reading& in, const numeral& n) noexcept {
    auto year = n;
    for (int i = 0; i < 6; ++i) {
        const int v = detail::small_number(year);
        if (year.digits != 4 || !(year.arabic || year.positional) || v < 1000 || v > 2999) return false;
        const auto c = at(year.end, in.w.end);
        if (c.cls() == char_class::numeral)
            return c.value() >= 2 && at(year.end + c.length, in.w.end).id == "年"_c && c.value() <= 9;
        if (c.id != "、"_c && c.id != "和"_c && c.id != "与"_c) return false;
        year = read_numeral(year.end + c.length, in.w.end);
        if (year && year.positional && year.digits == 5 && at(year.end, in.w.end).id == "年"_c) return true;
    }
    return false;
}

// Dates and clock times; a number without a unit may share that of a later one (3至5月, 3、5号, 2015和2016年).
constexpr bool read_calendar_at(reading& in, const left_context& l, const numeral& n, const amount& a,
                                phrase& out) noexcept {
    if (n.arabic && n.digits >= 3 && n.digits <= 4 && !n.fraction && starts_with_any(n.end, in.w.end, "学年度"_w)) {
        // 2019学年度; three digits are a year of the republic.
        moment m;
        const int v = detail::small_number(n);
        m.value.year = calendar::pack_year(v < 1000 ? v + 1911 : v);
        m.coarse = m.fine = precision::year;
        m.end = n.end + 6;
        const auto era = era_before(in.w.floor, l.begin);
        finish_moment(in.w, era.found ? era.edge : l.begin, m, {}, out);
        return true;
    }
    if (!n.fraction && !n.range && !n.positional && starts_with_any(n.end, in.w.end, "年度"_w)) {
        // 八十九年度, 104年度: budget years of the republic; 三年度 is a length of time and 2019年度 a year like any
        // other.
        const int v = detail::small_number(n);
        if (v >= (n.arabic ? 100 : 30) && v <= 150 && !era_before(in.w.floor, l.begin).found) {
            moment m;
            m.value.year = calendar::pack_year(v + 1911);
            m.coarse = m.fine = precision::year;
            m.end = n.end + 3;
            finish_moment(in.w, l.begin, m, {}, out);
            return true;
        }
    }
    const bool decades = a.role() == role::decade;
    if (n.range && n.pair && (decades || (a.role() == role::month && !any(a.flags)))) {
        // 五六十年代, 四五月间
        const auto low = n.value.as_integer();
        const auto high = n.high.as_integer();
        if (!low || !high || *high > (decades ? 90 : 12) || (decades && *low < 10)) return false;
        const auto part = [decades](std::int64_t v) {
            calendar c;
            if (decades)
                c.year = static_cast<std::uint16_t>(0xFF0F | v / 10 << 4);
            else
                c.month = static_cast<std::uint8_t>(v);
            return c;
        };
        out.begin = l.begin;
        out.end = out.resume = a.end;
        out.out.kind = kind::date;
        out.set_range(part(*low), part(*high));
        return true;
    }
    if (n.range && n.pair && a.unit && a.unit.as(role::oclock) != nullptr && !any(a.flags))
        return read_some_hour(in, l, n, a.unit, out);
    if (n.range || n.fraction || any(a.flags)) return false;
    if (a.sense != nullptr) {
        if (!detail::is_calendar_role(a.unit.role()) && a.unit.as(role::oclock) == nullptr) return false;
        if (a.unit.end == nullptr) return false;
        if (!read_calendar(in.w, l, n, a.unit, true, in.carried, out)) return false;
        remember_era(in, n, out);
        return true;
    }
    if (n.digits == 4 && is_listed_year(in, n)) {
        moment m;
        m.value.year = calendar::pack_year(detail::small_number(n));
        m.coarse = m.fine = precision::year;
        m.end = n.end;
        finish_moment(in.w, l.begin, m, {}, out);
        return true;
    }
    const auto on = look_onward(in.w, n.end);
    if (!on || on.last.sense == nullptr || !detail::is_calendar_role(on.last.unit.role())) return false;
    if (on.kind == onward::joint::range) {
        // 3至5月, 2019—2020年, 9-11时: both ends have the unit of the second.
        const auto& far = on.last;
        if (any(far.flags) || far.n.range) return false;
        const bool early = far.unit.as(role::year) != nullptr && far.n.digits == 3 &&
                           detail::is_early_year(in.w, n, l.begin, far.unit.end);
        const auto era = early ? era_match{true, false, false, 0, l.begin} : era_match{};
        moment from = detail::read_moment(in.w, n, far.unit, era, true);
        if (far.role() == role::hour || far.role() == role::oclock) return read_hour_range(in, l, n, far, out);
        if (!from) return false;
        from.end = n.end;
        from.value.month = from.coarse == precision::year ? std::uint8_t{0} : from.value.month;
        if (from.coarse == precision::month) from.value.day = 0;
        from.fine = from.coarse;
        from.value.hour = from.value.minute = from.value.second = calendar::absent;
        if (from.fine == precision::day && far.role() == role::number && !detail::number_is_day(in.w, l.begin, far.end))
            return false;
        if (from.fine == precision::day && far.role() == role::day && detail::day_is_duration(in.w, l, far.end))
            return false;
        if (from.fine == precision::month && !far.unit.as(role::month)) return false;
        details side;
        phrase trial(side);
        finish_moment(in.w, l.begin, from, era, trial);
        if (trial.out.form != form::calendar_range) return false;
        *out.more = side;
        trial.more = out.more;
        out = trial;
        out.out.approx |= l.flags;
        return true;
    }
    return read_calendar(in.w, l, n, on.last.unit, false, in.carried, out) && out.end == n.end;
}

}  // namespace shuliang::inline v0::zh
