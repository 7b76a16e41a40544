// bridge/chrono.hpp - dates, times of day and lengths of time as the types of <chrono>.
//
// `as<T>(q)` is the quantity as a T, exactly, or empty: where the phrase says less than T needs, says more than T can
// hold, is a range or of another kind, is lunar, would have to be rounded, or overflows. Flags such as `about` do not
// matter and stay with the quantity. A header of its own because <chrono> is slow to include.
//
// constexpr, no allocation, constant time.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <ratio>
#include <type_traits>

#include "shuliang/quantity.hpp"

namespace shuliang::inline v0 {

namespace detail {

template <class T>
inline constexpr bool is_duration = false;
template <class Rep, class Period>
inline constexpr bool is_duration<std::chrono::duration<Rep, Period>> = std::is_arithmetic_v<Rep>;

template <class T>
struct clock_time;
template <class Duration>
struct clock_time<std::chrono::hh_mm_ss<Duration>> {
    using since_midnight = Duration;
};

template <class T>
inline constexpr bool is_clock_time = false;
template <class Duration>
inline constexpr bool is_clock_time<std::chrono::hh_mm_ss<Duration>> = is_duration<Duration>;

template <class T>
inline constexpr bool is_local_time = false;
template <class Duration>
inline constexpr bool is_local_time<std::chrono::local_time<Duration>> = is_duration<Duration>;

template <class T, class... Types>
inline constexpr bool is_one_of = (std::is_same_v<T, Types> || ...);

template <class T>
inline constexpr bool is_calendar_type =
    is_one_of<T, std::chrono::year_month_day, std::chrono::year_month, std::chrono::year, std::chrono::month_day,
              std::chrono::month, std::chrono::day, std::chrono::weekday>;

// Months and years have no fixed length: nothing but each other is a multiple of them.
template <class Duration>
inline constexpr bool counts_months = std::ratio_equal_v<typename Duration::period, std::chrono::months::period> ||
                                      std::ratio_equal_v<typename Duration::period, std::chrono::years::period>;

// The value as a number of type Rep; empty unless it is exactly that.
template <class Rep>
constexpr std::optional<Rep> exact_number(const rational& v) noexcept {
    if constexpr (std::is_floating_point_v<Rep>) {
        // Halves, quarters and so on of a whole number that the type holds.
        rational whole = v;
        Rep divisor = 1;
        for (int i = 0; i < 64; ++i) {
            if (const auto n = whole.as_integer()) {
                constexpr int digits = std::numeric_limits<Rep>::digits < 63 ? std::numeric_limits<Rep>::digits : 63;
                if (digits < 63 && magnitude(*n) > std::int64_t{1} << digits) return std::nullopt;
                return static_cast<Rep>(*n) / divisor;
            }
            const auto twice = multiply(whole, rational{2});
            if (!twice) return std::nullopt;
            whole = *twice;
            divisor *= 2;
        }
        return std::nullopt;
    } else {
        return whole_number<Rep>(v);
    }
}

// `value` of `u` as a duration.
template <class Duration>
constexpr std::optional<Duration> exact_duration(const rational& value, unit u) noexcept {
    using period = typename Duration::period;
    const auto factor = u.factor();
    if (u.dimension() != dimension::time || !factor) return std::nullopt;
    const unit month{code::month};
    if ((*factor >= *month.factor()) != counts_months<Duration>) return std::nullopt;
    std::optional<rational> count;
    if constexpr (counts_months<Duration>) {
        const bool years = std::ratio_equal_v<period, std::chrono::years::period>;
        count = convert(value, u, years ? unit{code::year} : month);
    } else {
        const auto seconds = convert(value, u, unit{code::second});
        const auto tick = rational::make(decimal{period::num}, decimal{period::den});
        if (seconds && tick) count = divide(*seconds, *tick);
    }
    if (!count) return std::nullopt;
    const auto number = exact_number<typename Duration::rep>(*count);
    if (!number) return std::nullopt;
    return Duration{*number};
}

// The clock time of `c` since midnight, 24:00 included; a leap second (23:59:60) is no distance from midnight.
template <class Duration>
constexpr std::optional<Duration> since_midnight(const calendar& c) noexcept {
    if (!c.has_time() || c.second == 60) return std::nullopt;
    const int minute = c.minute == calendar::absent ? 0 : c.minute;
    const int second = c.second == calendar::absent ? 0 : c.second;
    return exact_duration<Duration>(rational{(c.hour * 60 + minute) * 60 + second}, unit{code::second});
}

// The day of a date that has year, month and day.
constexpr std::optional<std::chrono::year_month_day> day_of(const calendar& c) noexcept {
    const int number = c.year_number();
    if (c.lunar || c.weekday != 0 || number < 0 || c.month == 0 || c.day == 0) return std::nullopt;
    // 1 BC is the year 0.
    const std::chrono::year year{c.before_common_era ? 1 - number : number};
    const std::chrono::year_month_day day{year, std::chrono::month{c.month}, std::chrono::day{c.day}};
    if (!day.ok()) return std::nullopt;
    return day;
}

}  // namespace detail

// The types that `as` knows: year_month_day, year_month, year, month_day, month, day and weekday; local_time<Duration>;
// hh_mm_ss<Duration>; and duration<Rep, Period> with an arithmetic Rep.
template <class T>
concept chrono_type =
    detail::is_calendar_type<T> || detail::is_duration<T> || detail::is_clock_time<T> || detail::is_local_time<T>;

// A calendar value, such as q.date() and q.date_to(), as a T that says just as much: 2020年2月 is a year_month and
// neither a year nor a year_month_day. A date with a clock time is a local_time, a date alone is local_days as well; a
// time of day is an hh_mm_ss or the duration since midnight.
template <chrono_type T>
constexpr std::optional<T> as(const calendar& c) noexcept {
    namespace chr = std::chrono;
    if (c.lunar) return std::nullopt;
    if constexpr (detail::is_duration<T>) {
        return c.has_date() ? std::nullopt : detail::since_midnight<T>(c);
    } else if constexpr (detail::is_clock_time<T>) {
        const auto time = detail::since_midnight<typename detail::clock_time<T>::since_midnight>(c);
        if (!time || c.has_date()) return std::nullopt;
        return T{*time};
    } else if constexpr (detail::is_local_time<T>) {
        const auto day = detail::day_of(c);
        if (!day) return std::nullopt;
        const auto days = chr::local_days{*day}.time_since_epoch();
        if (std::is_same_v<T, chr::local_days> != !c.has_time()) return std::nullopt;
        const auto time = c.has_time() ? detail::since_midnight<chr::seconds>(c) : chr::seconds{0};
        if (!time) return std::nullopt;
        const auto since =
            detail::exact_duration<typename T::duration>(rational{(days + *time).count()}, unit{detail::code::second});
        if (!since) return std::nullopt;
        return T{*since};
    } else {
        constexpr bool has_year = detail::is_one_of<T, chr::year_month_day, chr::year_month, chr::year>;
        constexpr bool has_month =
            detail::is_one_of<T, chr::year_month_day, chr::year_month, chr::month_day, chr::month>;
        constexpr bool has_day = detail::is_one_of<T, chr::year_month_day, chr::month_day, chr::day>;
        constexpr bool has_weekday = std::is_same_v<T, chr::weekday>;
        if (c.has_time() || c.has_year() != has_year || (c.month != 0) != has_month || (c.day != 0) != has_day ||
            (c.weekday != 0) != has_weekday)
            return std::nullopt;
        const int number = has_year ? c.year_number() : 0;
        if (number < 0) return std::nullopt;
        const chr::year year{c.before_common_era ? 1 - number : number};
        const chr::month month{c.month};
        const chr::day day{c.day};
        const auto checked = [](T v) { return v.ok() ? std::optional<T>{v} : std::nullopt; };
        if constexpr (has_weekday)
            return checked(chr::weekday{c.weekday});
        else if constexpr (has_year && has_day)
            return checked(year / month / day);
        else if constexpr (has_year && has_month)
            return checked(year / month);
        else if constexpr (has_year)
            return checked(year);
        else if constexpr (has_month && has_day)
            return checked(month / day);
        else if constexpr (has_month)
            return checked(month);
        else
            return checked(day);
    }
}

// A quantity as a T: a date or a time of day as above, a length of time or an age as a duration. Months and years
// become months and years only, all other units only what has a fixed length.
template <chrono_type T>
constexpr std::optional<T> as(const quantity& q) noexcept {
    if (q.form() == form::calendar) return as<T>(*q.date());
    if constexpr (detail::is_duration<T>) {
        const auto v = q.value();
        const bool length = q.kind() == kind::duration || q.kind() == kind::age;
        if (v && length && q.per().empty()) return detail::exact_duration<T>(*v, q.unit());
    }
    return std::nullopt;
}

}  // namespace shuliang::inline v0
