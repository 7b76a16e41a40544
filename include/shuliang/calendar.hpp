// calendar.hpp - calendar values as text gives them: dates, parts of dates, times of day.
//
// The value of a date is rarely a day. It may lack its year (2月1日), know only its decade (20世纪90年代), be a
// quarter, a lunar day or a time without a date. The canonical text is EDTF level 2 (ISO 8601-2) with three
// extensions: `T07:30` for a time without a date, `XXXX-WXX-2` for a weekday, `lunar:` before lunar dates.
#pragma once

#include <cstdint>

#include "shuliang/decimal.hpp"

namespace shuliang::inline v0 {

struct calendar {
    static constexpr std::uint8_t absent = 0xFF;
    static constexpr std::uint16_t any_year = 0xFFFF;

    // Four digits of four bits each, most significant first; 0xF is an unspecified digit (`X`).
    // 2020 is 0x2020, 199X is 0x199F, a missing year any_year.
    std::uint16_t year = any_year;
    std::uint8_t month = 0;      // 1 to 12; 33 to 36 quarters; 40, 41 halves of a year; 0 absent
    std::uint8_t day = 0;        // 1 to 31; 0 absent
    std::uint8_t weekday = 0;    // 1 Monday to 7 Sunday; 0 absent
    std::uint8_t hour = absent;  // 0 to 24
    std::uint8_t minute = absent;
    std::uint8_t second = absent;
    bool before_common_era = false;  // the year counts backwards from 1 BC = EDTF 0000
    bool lunar = false;

    constexpr bool has_year() const noexcept { return year != any_year; }
    constexpr bool has_date() const noexcept { return has_year() || month != 0 || day != 0 || weekday != 0; }
    constexpr bool has_time() const noexcept { return hour != absent; }

    // The year as a number; -1 when a digit of it is unspecified.
    constexpr int year_number() const noexcept {
        int value = 0;
        for (int shift = 12; shift >= 0; shift -= 4) {
            const int digit = (year >> shift) & 0xF;
            if (digit > 9) return -1;
            value = value * 10 + digit;
        }
        return value;
    }

    static constexpr std::uint16_t pack_year(int value) noexcept {
        return static_cast<std::uint16_t>((value / 1000 % 10) << 12 | (value / 100 % 10) << 8 | (value / 10 % 10) << 4 |
                                          value % 10);
    }

    // The canonical text; empty when nothing is set.
    constexpr fixed_text<40> text() const noexcept {
        fixed_text<40> out;
        const auto two = [&out](int v) {
            out.push(static_cast<char>('0' + v / 10));
            out.push(static_cast<char>('0' + v % 10));
        };
        if (lunar) out.push("lunar:");
        if (weekday != 0) {
            out.push("XXXX-WXX-");
            out.push(static_cast<char>('0' + weekday));
        } else if (has_date()) {
            if (!lunar || has_year()) {
                // EDTF counts 1 BC as year 0000, so 221 BC is -0220.
                const int number = year_number();
                const auto shown = before_common_era && number > 0 ? pack_year(number - 1) : year;
                if (before_common_era && number != 0 && number != 1) out.push('-');  // centuries too: -03XX
                for (int shift = 12; shift >= 0; shift -= 4) {
                    const int digit = (shown >> shift) & 0xF;
                    out.push(digit > 9 ? 'X' : static_cast<char>('0' + digit));
                }
                if (month != 0 || day != 0) out.push('-');
            }
            if (month != 0)
                two(month);
            else if (day != 0)
                out.push("XX");
            if (day != 0) {
                out.push('-');
                two(day);
            }
        }
        if (has_time()) {
            out.push('T');
            two(hour);
            out.push(':');
            two(minute == absent ? 0 : minute);
            if (second != absent) {
                out.push(':');
                two(second);
            }
        }
        return out;
    }

    friend constexpr bool operator==(const calendar&, const calendar&) = default;
};

// Days of a month; year -1 (unknown) allows 29 February. `month` is 1 to 12.
constexpr int days_in_month(int year, int month) noexcept {
    constexpr std::uint8_t days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month == 2 && year >= 0 && !(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))) return 28;
    return days[month - 1];
}

// False for 2月30日, 13月, 25:00 and the like. Lunar months have 30 days at most.
constexpr bool is_possible(const calendar& c) noexcept {
    if (c.month > 12 && !(c.month >= 33 && c.month <= 36) && c.month != 40 && c.month != 41) return false;
    if (c.day > 31 || (c.lunar && c.day > 30)) return false;
    if (c.day != 0 && c.month > 12) return false;
    if (!c.lunar && c.day != 0 && c.month != 0 && c.day > days_in_month(c.year_number(), c.month)) return false;
    if (!c.has_time()) return true;
    if (c.hour > 24) return false;
    const int minute = c.minute == calendar::absent ? 0 : c.minute;
    const int second = c.second == calendar::absent ? 0 : c.second;
    if (minute > 59 || second > 60) return false;
    return c.hour < 24 || (minute == 0 && second == 0);
}

}  // namespace shuliang::inline v0
