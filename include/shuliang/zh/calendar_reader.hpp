// zh/calendar_reader.hpp - reads dates and clock times: 2020年2月26日, 2020-02-26, 二〇一五年六月, 下午三点一刻.
//
// The reader is given the place where a number begins and says how far a calendar value reaches, or that there is
// none. Whether 年 and 日 are a date or a length of time is decided here (SPEC section 7), because only here it is
// known what the number looks like and what follows.
#pragma once

#include "shuliang/calendar.hpp"
#include "shuliang/zh/numeral.hpp"

namespace shuliang {
inline namespace v0 {
namespace zh {

namespace tables {
#include "shuliang/zh/calendar_words.inc"
}  // namespace tables

// Parts of the day, in the order of DAY_PARTS in tools/generate.py.
enum class day_part : std::uint8_t { absent, morning, noon, afternoon, evening, night, dawn, none };

struct day_part_match {
    day_part part = day_part::absent;
    const char* edge = nullptr;

    constexpr explicit operator bool() const noexcept { return part != day_part::absent && part != day_part::none; }
};

constexpr day_part_match day_part_before(const char* begin, const char* at) noexcept {
    if (!has(before(begin, at), mark::day_part_tail)) return {};
    constexpr trie words{tables::day_part_before_cells};
    const auto m = longest_before(words, begin, at);
    return {static_cast<day_part>(m.value), m.end};
}
// True when a part of the day can begin with `c`.
constexpr bool begins_day_part(character c) noexcept {
    constexpr trie words{tables::day_part_cells};
    return words.step(0, c.id) != 0;
}
constexpr day_part_match day_part_at(const char* at, const char* end) noexcept {
    constexpr trie words{tables::day_part_cells};
    const auto m = longest(words, at, end);
    return {static_cast<day_part>(m.value), m.end};
}

// An era before a year: 民国 adds 1911, 公元前 counts backwards, reign years are lunar.
struct era_match {
    bool found = false;
    bool before_common = false;
    bool lunar = false;
    int offset = 0;
    const char* edge = nullptr;
};

constexpr era_match era_before(const char* begin, const char* at) noexcept {
    if (!has(before(begin, at), mark::era_tail)) return {};
    constexpr trie words{tables::era_cells};
    const auto m = longest_before(words, begin, at);
    if (!m || m.value == 0x7FFF) return {};
    if (m.value == 1) return {true, true, false, 0, m.end};
    return {true, false, (m.value & 0x8000U) != 0, (m.value & 0x7FFF) - 2, m.end};
}

// The finest part that a calendar value was written to.
enum class precision : std::uint8_t { none, century, decade, year, quarter, month, day, hour, minute, second };

struct moment {
    calendar value;
    const char* end = nullptr;      // null: no calendar value here
    const char* refused = nullptr;  // behind a date that cannot be, such as 2月30日; then `end` is null
    precision coarse = precision::none;
    precision fine = precision::none;

    constexpr explicit operator bool() const noexcept { return end != nullptr; }
};

// The mark between two ends of a range at `p`: - – — ~ 至 到. Moves `p` behind it and the spaces around it.
constexpr bool read_range_mark(const char*& p, const char* end) noexcept {
    const char* q = skip_spaces(p, end);
    const auto c = at(q, end);
    if (!has(c, mark::range)) return false;
    q += c.length;
    const auto d = at(q, end);
    if (c.id == "—"_c && d.id == "—"_c) q += d.length;
    p = skip_spaces(q, end);
    return true;
}

namespace detail {

// The unit behind a number, spaces between them allowed.
constexpr unit_match unit_behind(const numeral& n, const char* end) noexcept {
    return find_unit(skip_spaces(n.end, end), end);
}

// True when a range mark, a number and a unit in this role follow: the 1 in 2月1-5日 is a day.
constexpr bool shares_later_unit(const char* p, const char* end, role wanted) noexcept {
    if (!read_range_mark(p, end)) return false;
    const auto n = read_numeral(p, end);
    if (!n) return false;
    const auto u = unit_behind(n, end);
    return u && u.as(wanted) != nullptr;
}

// A whole number up to 9999 without flags, as dates have them; -1 when there is none.
constexpr int small_number(const numeral& n) noexcept {
    if (!n || n.range || n.overflow || n.half || n.fraction || n.grouped || n.wordy || any(n.flags)) return -1;
    if (n.value.exponent == 0)
        return n.value.coefficient >= 0 && n.value.coefficient <= 9999 ? static_cast<int>(n.value.coefficient) : -1;
    const auto v = n.value.as_integer();
    return v && *v >= 0 && *v <= 9999 ? static_cast<int>(*v) : -1;
}

// Up to `most` ASCII digits at `p`; moves `p`. Returns -1 when there is none or one more follows.
constexpr int plain_digits(const char*& p, const char* end, int least, int most) noexcept {
    int v = 0;
    int count = 0;
    const char* q = p;
    for (auto c = at(q, end); c.cls() == char_class::digit; c = at(q, end)) {
        if (++count > most) return -1;
        v = v * 10 + c.value();
        q += c.length;
    }
    if (count < least) return -1;
    p = q;
    return v;
}

constexpr int in_day(int hour, int minute, day_part part) noexcept {
    switch (part) {
        case day_part::noon: return hour >= 1 && hour <= 2 ? hour + 12 : hour;
        case day_part::afternoon: return hour >= 1 && hour < 12 ? hour + 12 : hour;
        case day_part::evening:
            if (hour == 12) return minute == 0 ? 24 : 0;
            return hour >= 5 && hour < 12 ? hour + 12 : hour;
        case day_part::night:
            if (hour == 12) return minute == 0 ? 24 : 0;
            return hour >= 6 && hour < 12 ? hour + 12 : hour;
        case day_part::dawn: return hour == 12 ? 0 : hour;
        default: return hour;
    }
}

}  // namespace detail

// A clock time at `p`: 7:30, 17:37:48, 8点半, 三点一刻, 22时20分, 8时. `part` is a part of the day before it.
// An hour alone (8点, 8时) is a clock time too; whether it is meant so the caller decides.
constexpr moment read_clock(const char* p, const char* end, day_part part) noexcept {
    using detail::small_number;
    moment m;
    const auto n = read_numeral(p, end);
    const int hour = small_number(n);
    if (hour < 0 || hour > 24 || n.digits > 2 || n.positional || n.power != 0) return m;
    const char* q = n.end;
    auto c = at(q, end);
    int minute = calendar::absent;
    int second = calendar::absent;
    if (c.id == ":"_c && n.arabic) {
        q += c.length;
        minute = detail::plain_digits(q, end, 2, 2);
        if (minute < 0 || minute > 59) return m;
        c = at(q, end);
        const char* behind = q + c.length;
        if (c.id == ":"_c) {
            const int s = detail::plain_digits(behind, end, 2, 2);
            if (s < 0 || s > 60) return m;
            second = s;
            q = behind;
            c = at(q, end);
            // 10:57:13.250: fractions of a second are not part of the value.
            if (c.id == "."_c && at(q + 1, end).cls() == char_class::digit) return m;
        }
        if (at(q, end).id == ":"_c && at(q + 1, end).cls() == char_class::digit) return m;
    } else {
        const auto u = detail::unit_behind(n, end);
        const bool point = u.as(role::oclock) != nullptr;
        const bool hour_word = u.as(role::hour) != nullptr;
        if (!point && !hour_word) return m;
        q = u.end;
        const char* behind = skip_spaces(q, end);
        c = at(behind, end);
        if (c.id == "整"_c) {
            q = behind + c.length;
        } else if (c.id == "半"_c) {
            minute = 30;
            q = behind + c.length;
        } else {
            // A zero may fill the tens: 两点零九分.
            const char* start = behind;
            if (c.cls() == char_class::zero) start += c.length;
            const auto k = read_numeral(start, end);
            const int v = small_number(k);
            if (v >= 0 && v <= 59 && k.power == 0) {
                const auto after = at(k.end, end);
                const auto w = find_unit(k.end, end);
                if (after.id == "刻"_c && v >= 1 && v <= 3) {
                    minute = v * 15;
                    q = k.end + after.length;
                } else if (w && w.as(role::minute) != nullptr) {
                    minute = v;
                    q = w.end;
                    const char* at_second = skip_spaces(q, end);
                    const auto s = read_numeral(at_second, end);
                    const int sv = small_number(s);
                    if (sv >= 0 && sv <= 60) {
                        const auto su = find_unit(s.end, end);
                        if (su && su.as(role::second) != nullptr) {
                            second = sv;
                            q = su.end;
                        }
                    }
                } else if (point && !w && ((k.arabic && k.digits == 2) || (!k.arabic && (v >= 10 || start != behind)))) {
                    minute = v;  // 8点30, 八点二十, 八点零五
                    q = k.end;
                }
            }
        }
    }
    const int m0 = minute == calendar::absent ? 0 : minute;
    m.value.hour = static_cast<std::uint8_t>(detail::in_day(hour, m0, part));
    m.value.minute = static_cast<std::uint8_t>(minute);
    m.value.second = static_cast<std::uint8_t>(second);
    if (!is_possible(m.value)) return m;
    m.end = q;
    m.coarse = precision::hour;
    m.fine = second != calendar::absent   ? precision::second
             : minute != calendar::absent ? precision::minute
                                          : precision::hour;
    return m;
}

// A clock time with a part of the day before it or without: 晚上9:00, 8点半.
constexpr moment read_day_clock(const char* p, const char* end) noexcept {
    const auto part = day_part_at(p, end);
    if (part) {
        auto m = read_clock(skip_spaces(part.edge, end), end, part.part);
        return m;
    }
    return read_clock(p, end, day_part::absent);
}

namespace detail {

// Adds a clock time that stands beside a day: 2月1日8时, 2015-5-20 10:57:13, 4月8日凌晨2点.
constexpr void add_clock(moment& m, const char* end) noexcept {
    const char* p = skip_spaces(m.end, end);
    auto first = at(p, end);
    if (first.id == "T"_c) first = at(++p, end);
    if (first.cls() == char_class::none && !begins_day_part(first)) return;
    const auto clock = read_day_clock(p, end);
    if (!clock) {
        // 2月27日0-24时: the hour shares the word behind the later one.
        const auto n = read_numeral(p, end);
        const int hour = small_number(n);
        if (hour < 0 || hour > 24 || n.digits > 2 || n.positional) return;
        if (!shares_later_unit(n.end, end, role::hour) && !shares_later_unit(n.end, end, role::oclock)) return;
        m.value.hour = static_cast<std::uint8_t>(hour);
        m.end = n.end;
        m.fine = precision::hour;
        return;
    }
    // An hour alone is a clock time only with 时 or 点 behind it, which read_clock has seen.
    m.value.hour = clock.value.hour;
    m.value.minute = clock.value.minute;
    m.value.second = clock.value.second;
    m.end = clock.end;
    m.fine = clock.fine;
}

// Words behind a span of two years: 1999-00赛季, 2003-04年.
constexpr bool names_season(const char* p, const char* end) noexcept {
    return starts_with_any(p, end, "年"_w, "赛季"_w, "球季"_w, "学年"_w, "季"_w);
}

// 2020-02-26, 2020/1/2, 2015.6.24, 2020-02; the parts are ASCII digits and the marks are the same.
constexpr moment read_iso(const char* p, const char* end) noexcept {
    moment m;
    const char* q = p;
    const int year = plain_digits(q, end, 4, 4);
    if (year < 1000 || year > 2999) return m;
    const auto mark = at(q, end);
    if (mark.id != "-"_c && mark.id != "/"_c && mark.id != "."_c) return m;
    q += mark.length;
    const char* month_begin = q;
    const int month = plain_digits(q, end, 1, 2);
    if (month < 1 || month > 12) return m;
    const auto second = at(q, end);
    m.value.year = calendar::pack_year(year);
    m.value.month = static_cast<std::uint8_t>(month);
    m.coarse = precision::year;
    if (second.id == mark.id && second.length == mark.length) {
        q += second.length;
        const int day = plain_digits(q, end, 1, 2);
        const auto behind = at(q, end);
        const bool more = (behind.id == mark.id && at(q + behind.length, end).cls() == char_class::digit);
        if (day >= 1 && !more) {
            m.value.day = static_cast<std::uint8_t>(day);
            if (!is_possible(m.value)) return {};
            m.fine = precision::day;
            m.end = q;
            if (behind.id == "日"_c) m.end = q + behind.length;
            add_clock(m, end);
            return m;
        }
        return {};
    }
    if (mark.id == "."_c || q - month_begin < 2) return {};
    // 2020-02 as a month; 2011-12 may be a span of years as well, so an unambiguous mark is wanted.
    if (second.cls() == char_class::digit || is_latin(second.id) || second.id == "-"_c || names_season(q, end)) return {};
    m.fine = precision::month;
    m.end = q;
    return m;
}

// The day that a month may be followed by: 2月1日, 2月1号, 8月15, 五月初五. `m` ends behind the month.
constexpr void add_day(moment& m, const char* end) noexcept {
    const char* p = skip_spaces(m.end, end);
    const auto c = at(p, end);
    if (c.id == "初"_c) {
        const auto n = read_numeral(p + c.length, end);
        const int v = small_number(n);
        if (v >= 1 && v <= 10 && !n.arabic && n.single) {
            m.value.lunar = true;
            m.value.day = static_cast<std::uint8_t>(v);
            m.end = n.end;
            m.fine = precision::day;
        }
        return;
    }
    if (c.cls() == char_class::none) return;
    const auto n = read_numeral(p, c, end, false);
    const int v = small_number(n);
    if (v < 1 || v > 31 || n.digits > 2 || n.power != 0) return;
    const auto u = unit_behind(n, end);
    bool day_word = u && (u.as(role::day) != nullptr || u.as(role::number) != nullptr);
    const char* day_end = u.end;
    if (!day_word && at(n.end, end).id == "日"_c) {
        // 2月8日元宵: behind a month 日 is the day, whatever longer word it begins.
        day_word = true;
        day_end = n.end + 3;
    }
    auto trial = m;
    trial.value.day = static_cast<std::uint8_t>(v);
    trial.fine = precision::day;
    if (day_word) {
        trial.end = day_end;
    } else if (shares_later_unit(n.end, end, role::day)) {
        trial.end = n.end;
    } else {
        // 八月十五 without 日 is a lunar day; 廿三 always is.
        const bool twenty = at(p, end).cls() == char_class::twenty;
        if (!twenty && !(m.value.lunar && !n.arabic)) {
            if (n.arabic || v < 11 || u || !m.value.has_date() || m.value.has_year()) return;
            const auto next = at(n.end, end);
            if (next.id == "日"_c || next.cls() != char_class::none) return;
            trial.value.lunar = true;
        }
        trial.value.lunar = true;
        trial.end = n.end;
    }
    if (!is_possible(trial.value)) {
        m.refused = trial.end;  // 2月30日 is no date, and its 2月 is none either
        m.end = nullptr;
        return;
    }
    m = trial;
}

// The month that a year may be followed by: 2020年2月, 2015年元月, 2012年正月, 2020年上半年, 2019年第三季度.
constexpr void add_month(moment& m, const char* end) noexcept {
    const char* p = skip_spaces(m.end, end);
    const auto c = at(p, end);
    const auto d = at(p + c.length, end);
    const char* behind = p + c.length + d.length;
    if (d.id == "月"_c && (c.id == "元"_c || c.id == "正"_c || c.id == "腊"_c || c.id == "冬"_c)) {
        m.value.month = c.id == "腊"_c ? 12 : c.id == "冬"_c ? 11 : 1;
        m.value.lunar = c.id != "元"_c;
        m.fine = precision::month;
        m.end = behind;
        add_day(m, end);
        return;
    }
    if (d.id == "半"_c && (c.id == "上"_c || c.id == "下"_c) && at(behind, end).id == "年"_c) {
        m.value.month = c.id == "上"_c ? 40 : 41;
        m.fine = precision::quarter;
        m.end = behind + at(behind, end).length;
        return;
    }
    const bool ordinal = c.id == "第"_c;
    const auto first = ordinal ? d : c;
    if (first.cls() == char_class::none) return;
    const auto n = read_numeral(ordinal ? p + c.length : p, first, end, false);
    const int v = small_number(n);
    if (v < 1 || v > 12) return;
    const auto u = unit_behind(n, end);
    if (v <= 4 && u && u.as(role::quarter) != nullptr) {
        m.value.month = static_cast<std::uint8_t>(32 + v);
        m.fine = precision::quarter;
        m.end = u.end;
        return;
    }
    if (c.id == "第"_c) return;
    m.value.month = static_cast<std::uint8_t>(v);
    if (u && u.as(role::month) != nullptr) {
        m.fine = precision::month;
        m.end = u.end;
        add_day(m, end);
    } else if (shares_later_unit(n.end, end, role::month)) {
        m.fine = precision::month;
        m.end = n.end;
    } else {
        m.value.month = 0;
    }
}

}  // namespace detail

// A year with what follows it: `n` is the number, `u` the 年 behind it, `era` an era before it.
constexpr moment read_year(const numeral& n, const unit_match& u, const era_match& era, const char* end) noexcept {
    using detail::small_number;
    moment m;
    const int v = small_number(n);
    if (v < 0 || n.power > 2) return m;
    m.coarse = m.fine = precision::year;
    m.end = u.end;
    if (era.found) {
        const int year = v + era.offset;
        if (v == 0 || year > 9999) return {};
        m.value.year = calendar::pack_year(year);
        m.value.before_common_era = era.before_common;
        m.value.lunar = era.lunar;
    } else if (n.digits == 4 && (n.arabic || n.positional)) {
        if (v < 1000 || v > 2999) return {};
        m.value.year = calendar::pack_year(v);
    } else if ((!n.arabic && !n.positional && v >= 10) || (n.arabic && n.digits == 3)) {
        // 九十八年十一月, 一百零三年三月, 410年8月: a year only before a month.
        m.value.year = v < 100 ? static_cast<std::uint16_t>(0xFF00 | (v / 10) << 4 | v % 10) : calendar::pack_year(v);
        detail::add_month(m, end);
        if (m.end != nullptr && (m.fine < precision::month || m.value.month > 12)) return {};
        if (m && m.fine == precision::day) detail::add_clock(m, end);
        return m;
    } else if (n.digits == 2 && (n.arabic || n.positional)) {
        // 98年 is a year, 30年 a length of time; 08年5月 is a year again.
        m.value.year = static_cast<std::uint16_t>(0xFF00 | (v / 10) << 4 | v % 10);
        auto trial = m;
        detail::add_month(trial, end);
        if (trial.refused != nullptr) return trial;
        if (trial && trial.fine >= precision::month) {
            m = trial;
            if (m.fine == precision::day) detail::add_clock(m, end);
            return m;
        }
        if (v < 80 && !n.leading_zero) return {};
        const auto next = at(u.end, end);
        if (next.id == "来"_c || next.id == "间"_c || next.id == "前"_c || next.id == "后"_c || next.id == "多"_c ||
            starts_with_any(u.end, end, "以上"_w))
            return {};
        return m;
    } else {
        return {};
    }
    detail::add_month(m, end);
    if (m && m.fine == precision::day) detail::add_clock(m, end);
    return m;
}

// A month with what follows it; the number is 1 to 12.
constexpr moment read_month(const numeral& n, const unit_match& u, const char* end) noexcept {
    moment m;
    const int v = detail::small_number(n);
    if (v < 1 || v > 12 || n.digits > 2 || n.power != 0) return m;
    m.value.month = static_cast<std::uint8_t>(v);
    m.coarse = m.fine = precision::month;
    m.end = u.end;
    detail::add_day(m, end);
    if (m && m.fine == precision::day) detail::add_clock(m, end);
    return m;
}

// A day of the month alone, with the clock time that may follow it.
constexpr moment read_day(const numeral& n, const unit_match& u, const char* end) noexcept {
    moment m;
    const int v = detail::small_number(n);
    if (v < 1 || v > 31 || n.digits > 2 || n.power != 0) return m;
    m.value.day = static_cast<std::uint8_t>(v);
    m.coarse = m.fine = precision::day;
    m.end = u.end;
    detail::add_clock(m, end);
    return m;
}

// A month with a name at `p`: 元月, 正月, 腊月, 冬月, with the day that may follow (正月初五).
constexpr moment read_named_month(const char* p, const char* end) noexcept {
    moment m;
    const auto c = at(p, end);
    const auto d = at(p + c.length, end);
    if (d.id != "月"_c) return m;
    m.value.month = c.id == "元"_c || c.id == "正"_c ? 1 : c.id == "腊"_c ? 12 : 11;
    m.value.lunar = c.id != "元"_c;
    m.coarse = m.fine = precision::month;
    m.end = p + c.length + d.length;
    detail::add_day(m, end);
    if (m && m.fine == precision::day) detail::add_clock(m, end);
    return m;
}

// 20世纪90年代, 20世纪, 90年代, 1990年代.
constexpr moment read_century(const numeral& n, const unit_match& u, const char* end) noexcept {
    using detail::small_number;
    moment m;
    int v = small_number(n);
    if (v < 1) return m;
    if (u.as(role::century) != nullptr) {
        if (v > 30) return m;
        m.value.year = static_cast<std::uint16_t>((v - 1) / 10 << 12 | (v - 1) % 10 << 8 | 0xFF);
        m.coarse = m.fine = precision::century;
        m.end = u.end;
        const auto k = read_numeral(u.end, end);
        const int decade = small_number(k);
        const auto w = k ? find_unit(k.end, end) : unit_match{};
        if (decade >= 10 && decade <= 90 && decade % 10 == 0 && w && w.as(role::decade) != nullptr) {
            m.value.year = static_cast<std::uint16_t>((m.value.year & 0xFF00) | decade / 10 << 4 | 0xF);
            m.fine = precision::decade;
            m.end = w.end;
        }
        return m;
    }
    if (v % 10 != 0) return m;
    if (n.digits == 4 && (n.arabic || n.positional)) {
        if (v < 1000 || v > 2999) return m;
        m.value.year = static_cast<std::uint16_t>((calendar::pack_year(v) & 0xFFF0) | 0xF);
    } else if (v <= 90) {
        m.value.year = static_cast<std::uint16_t>(0xFF0F | v / 10 << 4);
    } else {
        return m;
    }
    m.coarse = m.fine = precision::decade;
    m.end = u.end;
    return m;
}

// What the end of a range leaves out, it takes from the beginning: 2月1日至5日, 3月23日18时至24日6时.
constexpr void fill_in(const moment& from, moment& to) noexcept {
    if (to.coarse > precision::year && !to.value.has_year()) {
        to.value.year = from.value.year;
        to.value.before_common_era = from.value.before_common_era;
    }
    if (to.coarse > precision::month && to.value.month == 0 && from.value.month <= 12) to.value.month = from.value.month;
    if (to.coarse > precision::day && to.value.day == 0) to.value.day = from.value.day;
    if (from.value.lunar && to.coarse > precision::year) to.value.lunar = true;
}

}  // namespace zh
}  // namespace v0
}  // namespace shuliang
