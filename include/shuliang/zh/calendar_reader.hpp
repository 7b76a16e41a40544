// zh/calendar_reader.hpp - reads dates, with the clock time beside them: 2020年2月26日, 2020-02-26, 二〇一五年六月.
//
// The reader is given the place where a number begins and says how far a calendar value reaches, or that there is
// none. Whether 年 and 日 are a date or a length of time is decided here (SPEC section 7), because only here it is
// known what the number looks like and what follows.
#pragma once

#include "shuliang/zh/clock.hpp"

namespace shuliang::inline v0::zh {

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
    return {true, false, (m.value & 0x8000U) != 0, (m.value & 0x7FFF) - 1000, m.end};
}

// The era of the years before the common one, named by a word that begins at `edge`.
constexpr era_match before_common_era(const char* edge) noexcept { return {true, true, false, 0, edge}; }

namespace detail {

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
    if (second.cls() == char_class::digit || is_latin(second.id) || second.id == "-"_c || names_season(q, end))
        return {};
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
            if (at(m.end, end).id == "日"_c && at(m.end + 3, end).id != "本"_c) m.end += 3;  // 正月初三日
        }
        return;
    }
    if (c.cls() == char_class::none) return;
    auto n = read_numeral(p, c, end, {});
    if (n && at(n.end, end).id == "有"_c) add_with(n, at(n.end, end), end);  // 四月二十有八日
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
    const auto n = read_numeral(ordinal ? p + c.length : p, first, end, {});
    const int v = small_number(n);
    if (v < 1 || v > 12) return;
    const auto u = unit_behind(n, end);
    if (v <= 4 && u && u.as(role::quarter) != nullptr) {
        m.value.month = static_cast<std::uint8_t>(32 + v);
        m.fine = precision::quarter;
        m.end = u.end;
        return;
    }
    if (v <= 4 && c.id == "第"_c && u && at(n.end, end).id == "季"_c && u.end == n.end + 3) {
        // 2020年第一季: the quarter in Taiwan
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
        m.value.year = calendar::pack_year(year > 0 ? year : 1 - year);
        m.value.before_common_era = era.before_common || year <= 0;
        m.value.lunar = era.lunar;
    } else if (n.digits == 4 && (n.arabic || n.positional)) {
        if (v < 1000 || v > 2999) return {};
        m.value.year = calendar::pack_year(v);
    } else if ((!n.arabic && !n.positional && v >= 10) || (n.arabic && n.digits == 3)) {
        // 九十八年十一月, 一百零三年三月, 410年8月: a year only before a month.
        // Written with 百 it is a year of the republic (一百零三年 is 2014): no other era reaches so far.
        const bool republic = !n.arabic && v >= 100 && v < 200;
        m.value.year = v < 100 ? static_cast<std::uint16_t>(0xFF00 | (v / 10) << 4 | v % 10)
                               : calendar::pack_year(republic ? v + 1911 : v);
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
        if ((next.id == "来"_c && !starts_with_any(u.end, end, "来着"_w)) || next.id == "间"_c || next.id == "前"_c ||
            next.id == "后"_c || next.id == "多"_c || starts_with_any(u.end, end, "以上"_w))
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
    } else if (n.digits == 3 && n.arabic) {
        m.value.year = static_cast<std::uint16_t>((calendar::pack_year(v) & 0xFFF0) | 0xF);  // 440年代
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
    if (to.coarse > precision::month && to.value.month == 0 && from.value.month <= 12)
        to.value.month = from.value.month;
    if (to.coarse > precision::day && to.value.day == 0) to.value.day = from.value.day;
    if (from.value.lunar && to.coarse > precision::year) to.value.lunar = true;
}

}  // namespace shuliang::inline v0::zh
