#include "shuliang/calendar.hpp"

#include <chrono>
#include <string>

#include "support/catch.hpp"

namespace sl = shuliang;
using sl::calendar;

namespace {

constexpr calendar date(int year, int month = 0, int day = 0) {
    calendar c;
    c.year = calendar::pack_year(year);
    c.month = static_cast<std::uint8_t>(month);
    c.day = static_cast<std::uint8_t>(day);
    return c;
}

constexpr calendar any_year(int month, int day = 0) {
    calendar c;
    c.month = static_cast<std::uint8_t>(month);
    c.day = static_cast<std::uint8_t>(day);
    return c;
}

constexpr calendar at(calendar c, int hour, int minute = -1, int second = -1) {
    c.hour = static_cast<std::uint8_t>(hour);
    if (minute >= 0) c.minute = static_cast<std::uint8_t>(minute);
    if (second >= 0) c.second = static_cast<std::uint8_t>(second);
    return c;
}

constexpr calendar with_year(std::uint16_t packed, int month = 0) {
    calendar c;
    c.year = packed;
    c.month = static_cast<std::uint8_t>(month);
    return c;
}

constexpr calendar lunar(calendar c) {
    c.lunar = true;
    return c;
}

constexpr calendar weekday(int n) {
    calendar c;
    c.weekday = static_cast<std::uint8_t>(n);
    return c;
}

constexpr calendar before_common_era(calendar c) {
    c.before_common_era = true;
    return c;
}

// Section 7 of the contract, form by form.
static_assert(date(2020, 2, 26).text() == "2020-02-26");
static_assert(date(2020, 2).text() == "2020-02");
static_assert(date(2020).text() == "2020");
static_assert(any_year(2, 1).text() == "XXXX-02-01");
static_assert(any_year(0, 26).text() == "XXXX-XX-26");
static_assert(any_year(5).text() == "XXXX-05");
static_assert(with_year(0x199F).text() == "199X");
static_assert(with_year(0x19FF).text() == "19XX");
static_assert(with_year(0xFF8F).text() == "XX8X");
static_assert(with_year(0xFF98).text() == "XX98");
static_assert(with_year(0xFF98, 5).text() == "XX98-05");
static_assert(at({}, 7, 30).text() == "T07:30");
static_assert(at({}, 7).text() == "T07:00");
static_assert(at({}, 24).text() == "T24:00");
static_assert(at({}, 17, 37, 48).text() == "T17:37:48");
static_assert(at(date(2020, 2, 26), 17, 37, 48).text() == "2020-02-26T17:37:48");
static_assert(at(any_year(0, 30), 24).text() == "XXXX-XX-30T24:00");
static_assert(any_year(33).text() == "XXXX-33");
static_assert(date(2020, 40).text() == "2020-40");
static_assert(weekday(2).text() == "XXXX-WXX-2");
static_assert(at(weekday(5), 20).text() == "XXXX-WXX-5T20:00");
static_assert(lunar(any_year(1, 5)).text() == "lunar:01-05");
static_assert(lunar(any_year(12, 23)).text() == "lunar:12-23");
static_assert(lunar(date(2012, 1)).text() == "lunar:2012-01");
static_assert(lunar(date(1911, 9, 19)).text() == "lunar:1911-09-19");
static_assert(calendar{}.text() == "");

// 1 BC is the year 0000, 221 BC the year -0220.
static_assert(before_common_era(date(1)).text() == "0000");
static_assert(before_common_era(date(2)).text() == "-0001");
static_assert(before_common_era(date(221)).text() == "-0220");
static_assert(before_common_era(date(1000)).text() == "-0999");
static_assert(before_common_era(date(221, 5, 3)).text() == "-0220-05-03");

static_assert(calendar::pack_year(2020) == 0x2020 && calendar::pack_year(987) == 0x0987);
static_assert(date(2020).year_number() == 2020 && with_year(0x199F).year_number() == -1);
static_assert(calendar{}.year_number() == -1 && !calendar{}.has_year() && !calendar{}.has_date());
static_assert(with_year(0xFF98).has_year() && with_year(0xFF8F).has_year());
static_assert(!at({}, 0).has_date() && at({}, 0).has_time() && !date(2020).has_time());
static_assert(date(2020, 2) == date(2020, 2) && !(date(2020, 2) == date(2020, 3)));

}  // namespace

TEST_CASE("days of a month agree with the standard library") {
    for (int year = 1; year <= 9999; ++year) {
        const bool leap = std::chrono::year{year}.is_leap();
        REQUIRE(sl::days_in_month(year, 2) == (leap ? 29 : 28));
    }
    for (int month = 1; month <= 12; ++month) {
        const auto last =
            std::chrono::year{2021} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::last;
        if (month != 2) CHECK(sl::days_in_month(-1, month) == static_cast<int>(static_cast<unsigned>(last.day())));
    }
    CHECK(sl::days_in_month(-1, 2) == 29);
}

TEST_CASE("exactly the days of the calendar are possible") {
    for (const int year : {1900, 1999, 2000, 2019, 2020, 2100}) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; day <= 40; ++day) {
                const bool ok = std::chrono::year_month_day{
                    std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                    std::chrono::day{static_cast<unsigned>(
                        day)}}.ok();
                REQUIRE(sl::is_possible(date(year, month, day)) == ok);
            }
        }
    }
}

TEST_CASE("what is impossible without a year") {
    CHECK(sl::is_possible(any_year(2, 29)));
    CHECK_FALSE(sl::is_possible(any_year(2, 30)));
    CHECK_FALSE(sl::is_possible(any_year(4, 31)));
    CHECK_FALSE(sl::is_possible(any_year(13)));
    CHECK_FALSE(sl::is_possible(any_year(32)));
    CHECK_FALSE(sl::is_possible(any_year(37)));
    CHECK_FALSE(sl::is_possible(any_year(42)));
    CHECK(sl::is_possible(any_year(33)));
    CHECK(sl::is_possible(any_year(36)));
    CHECK(sl::is_possible(any_year(41)));
    CHECK_FALSE(sl::is_possible(any_year(33, 5)));
    CHECK(sl::is_possible(any_year(0, 31)));
    CHECK_FALSE(sl::is_possible(any_year(0, 32)));
    CHECK(sl::is_possible(lunar(any_year(2, 30))));
    CHECK_FALSE(sl::is_possible(lunar(any_year(1, 31))));
}

TEST_CASE("times of day") {
    for (int hour = 0; hour <= 30; ++hour) {
        for (int minute = 0; minute <= 70; ++minute)
            REQUIRE(sl::is_possible(at({}, hour, minute)) ==
                    ((hour < 24 && minute < 60) || (hour == 24 && minute == 0)));
        CHECK(sl::is_possible(at({}, hour)) == (hour <= 24));
    }
    CHECK(sl::is_possible(at({}, 23, 59, 60)));  // a leap second
    CHECK_FALSE(sl::is_possible(at({}, 23, 59, 61)));
    CHECK_FALSE(sl::is_possible(at({}, 24, 0, 1)));
    CHECK_FALSE(sl::is_possible(at(date(2019, 2, 29), 8)));
}

TEST_CASE("every day is written with two digits for month and day") {
    for (int month = 1; month <= 12; ++month) {
        for (int day = 1; day <= 28; ++day) {
            const auto two = [](int v) {
                return std::string{static_cast<char>('0' + v / 10), static_cast<char>('0' + v % 10)};
            };
            REQUIRE(std::string{date(987, month, day).text().view()} == "0987-" + two(month) + "-" + two(day));
        }
    }
}
