// zh/clock.hpp - reads clock times and the parts of the day before them: 7:30, 8点半, 下午三点一刻, 22时20分.
//
// The reader is given the place where a number begins and says how far a clock time reaches, or that there is none.
#pragma once

#include "shuliang/calendar.hpp"
#include "shuliang/zh/numeral.hpp"

namespace shuliang::inline v0::zh {

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
    // The PM of a longer Latin word is none.
    if (m && is_latin(zh::at(m.end, at).id) && is_latin(before(begin, m.end).id)) return {};
    return {static_cast<day_part>(m.value), m.end};
}
constexpr day_part_match day_part_at(const char* at, const char* end) noexcept {
    constexpr trie words{tables::day_part_cells};
    const auto m = longest(words, at, end);
    return {static_cast<day_part>(m.value), m.end};
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
    if (c.id == "一"_c && (q - 3 != p || d.cls() != char_class::digit)) return false;  // 0一24: written for a dash
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
        case day_part::noon:
            return hour >= 1 && hour <= 2 ? hour + 12 : hour;
        case day_part::afternoon:
            return hour >= 1 && hour < 12 ? hour + 12 : hour;
        case day_part::evening:
            if (hour == 12) return minute == 0 ? 24 : 0;
            return hour >= 5 && hour < 12 ? hour + 12 : hour;
        case day_part::night:
            if (hour == 12) return minute == 0 ? 24 : 0;
            return hour >= 6 && hour < 12 ? hour + 12 : hour;
        case day_part::dawn:
            return hour == 12 ? 0 : hour;
        default:
            return hour;
    }
}

// Minutes as they are said before or behind an hour: 五分, 5分钟, 一刻.
struct said_minutes {
    int minutes = 0;  // 0: none
    const char* end = nullptr;
};
constexpr said_minutes read_minutes(const char* p, const char* end) noexcept {
    const auto k = read_numeral(p, end);
    const int v = small_number(k);
    if (v < 1 || v > 30 || k.power != 0) return {};
    const auto c = at(k.end, end);
    if (c.id == "刻"_c) return v <= 3 ? said_minutes{v * 15, k.end + c.length} : said_minutes{};
    const auto u = unit_behind(k, end);
    const bool word = u.as(role::minute) != nullptr || (c.id == "分"_c && at(k.end + c.length, end).id == "钟"_c);
    return word ? said_minutes{v, u.end} : said_minutes{};
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
            // 00:01:23,456 stands in subtitles.
            if (c.id == ","_c && n.leading_zero && detail::plain_digits(behind += c.length, end, 3, 3) >= 0) q = behind;
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
        } else if (point && (c.id == "差"_c || c.id == "过"_c)) {
            // 八点差五分, 四点过五分, 七点过一刻
            const auto k = detail::read_minutes(behind + c.length, end);
            if (k.minutes > 0 && (c.id == "过"_c || hour > 0)) {
                const int before_hour = hour - 1;
                minute = c.id == "过"_c ? k.minutes : 60 - k.minutes;
                q = k.end;
                m.value.hour =
                    static_cast<std::uint8_t>(detail::in_day(c.id == "过"_c ? hour : before_hour, minute, part));
                m.value.minute = static_cast<std::uint8_t>(minute);
                if (!is_possible(m.value)) return m;
                m.end = q;
                m.coarse = precision::hour;
                m.fine = precision::minute;
                return m;
            }
        } else {
            // A zero may fill the tens: 两点零九分.
            const char* start = behind;
            if (c.cls() == char_class::zero) start += c.length;
            const auto k = read_numeral(start, end);
            const int v = small_number(k);
            if (v >= 0 && v <= 59 && k.power == 0) {
                const auto after = at(k.end, end);
                const auto w = find_unit(k.end, end);
                const auto behind_space = after.id == " "_c ? detail::unit_behind(k, end) : w;
                if (after.id == "刻"_c && v >= 1 && v <= 3) {
                    minute = v * 15;
                    q = k.end + after.length;
                } else if (behind_space && behind_space.as(role::minute) != nullptr) {
                    minute = v;
                    q = behind_space.end;
                    const char* at_second = skip_spaces(q, end);
                    const auto s = read_numeral(at_second, end);
                    const int sv = small_number(s);
                    if (sv >= 0 && sv <= 60) {
                        const auto su = detail::unit_behind(s, end);
                        if (su && su.as(role::second) != nullptr) {
                            second = sv;
                            q = su.end;
                        }
                    }
                } else if (point && (w.role() == role::none || after.id == "起"_c) &&
                           ((k.arabic && k.digits == 2) || (!k.arabic && (v >= 10 || start != behind)))) {
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

// pm or am, in either case, behind a clock time: sets its hour and moves its end.
constexpr void add_latin_part(moment& m, const char* end) noexcept {
    const char* p = skip_spaces(m.end, end);
    const auto a = at(p, end).id;
    const bool dots = at(p + 1, end).id == "."_c;  // p.m.
    const char* second = p + (dots ? 2 : 1);
    const auto b = at(second, end).id;
    const bool after_noon = a == "p"_c || a == "P"_c;
    if ((!after_noon && a != "a"_c && a != "A"_c) || (b != "m"_c && b != "M"_c) || m.value.hour > 12) return;
    if (const auto next = at(second + 1, end); is_latin(next.id) || next.cls() == char_class::digit) return;
    if (m.value.hour == 12)
        m.value.hour = after_noon ? 12 : 0;
    else if (after_noon)
        m.value.hour = static_cast<std::uint8_t>(m.value.hour + 12);
    m.end = second + 1;
    if (dots && at(m.end, end).id == "."_c) ++m.end;
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
    if (first.cls() == char_class::none && !has(first, mark::day_part_head)) return;
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

}  // namespace detail

}  // namespace shuliang::inline v0::zh
