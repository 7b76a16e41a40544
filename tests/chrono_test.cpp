// Quantities as the types of <chrono>: exactly, or not at all.
#include "shuliang/bridge/chrono.hpp"

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include "shuliang.hpp"
#include "support/catch.hpp"

namespace sl = shuliang;
using namespace std::chrono;

namespace {

// The first quantity of the text as a T.
template <class T>
constexpr std::optional<T> read(std::string_view text) {
    const auto found = text | sl::extract<>;
    const auto first = found.begin();
    if (first == found.end()) return std::nullopt;
    return sl::as<T>(*first);
}

using double_hours = duration<double, hours::period>;
using float_seconds = duration<float>;
using small_seconds = duration<std::int8_t>;
using natural_seconds = duration<std::uint32_t>;

// Dates: the type that says just as much, and no other.
static_assert(read<year_month_day>("2020年2月29日召开") == 2020y / 2 / 29);
static_assert(read<year_month_day>("2020-02-26") == 2020y / 2 / 26);
static_assert(read<year_month_day>("民國101年12月3日") == 2012y / 12 / 3);
static_assert(read<year_month>("2020年2月以来") == 2020y / February);
static_assert(read<year>("2020年") == 2020y);
static_assert(read<year>("公元前221年") == year{-220}, "1 BC is the year 0");
static_assert(read<month_day>("2月1日起") == February / 1);
static_assert(read<month>("5月份") == May);
static_assert(read<day>("26日上午") == 26d);
static_assert(sl::as<weekday>(sl::calendar{.weekday = 7}) == Sunday);
static_assert(sl::as<weekday>(sl::calendar{.weekday = 1}) == Monday);

static_assert(!read<year_month_day>("2020年2月") && !read<year>("2020年2月") && !read<month>("2020年2月"));
static_assert(!read<year_month>("2020年2月26日") && !read<month_day>("2020年2月26日") && !read<day>("2月1日"));
static_assert(!read<year>("20世纪90年代") && !read<year>("20世纪") && !read<year>("98年"),
              "digits of the year are missing");
static_assert(!read<month>("一季度") && !read<year_month>("2020年上半年"), "quarters and halves are no months");
static_assert(!read<month_day>("正月初五") && !read<year_month>("2012年正月"), "lunar");
static_assert(!read<month_day>("2月1日至5日"), "a range");
static_assert(!read<year_month_day>("2020年2月26日17时"), "more than a day");
static_assert(!sl::as<year_month_day>(sl::calendar{.year = 0x2019, .month = 2, .day = 29}));

// The ends of a range.
static_assert([] {
    const auto found = std::string_view{"2月1日至5日"} | sl::extract<>;
    const auto q = *found.begin();
    return sl::as<month_day>(*q.date()) == February / 1 && sl::as<month_day>(*q.date_to()) == February / 5;
}());

// Times of day.
static_assert(read<seconds>("晚上9:00开会") == 21h);
static_assert(read<minutes>("上午8点半") == 8h + 30min);
static_assert(read<seconds>("17:37:48") == 17h + 37min + 48s);
static_assert(read<hours>("上午8点") == 8h && !read<hours>("上午8点半"));
static_assert(read<hours>("晚上12点") == 24h && read<days>("晚上12点") == days{1});
static_assert(read<double_hours>("上午8点半") == double_hours{8.5});
static_assert(read<hh_mm_ss<seconds>>("17:37:48")->minutes() == 37min);
static_assert(read<hh_mm_ss<seconds>>("17:37:48")->seconds() == 48s);
static_assert(!read<hh_mm_ss<minutes>>("17:37:48") && read<hh_mm_ss<minutes>>("17:37")->hours() == 17h);
static_assert(!read<months>("凌晨12点") && !read<seconds>("9:00-17:00") && !read<seconds>("2月1日"));
static_assert(!sl::as<seconds>(sl::calendar{.hour = 23, .minute = 59, .second = 60}), "a leap second");
static_assert(!read<hh_mm_ss<seconds>>("90分钟"), "a length of time");

// Dates with a clock time.
static_assert(read<local_seconds>("2020年2月26日17时37分") == local_days{2020y / 2 / 26} + 17h + 37min);
static_assert(read<local_time<minutes>>("2020年2月26日17时37分") == local_days{2020y / 2 / 26} + 17h + 37min);
static_assert(!read<local_time<hours>>("2020年2月26日17时37分"));
static_assert(read<local_seconds>("2020年2月28日24时") == local_days{2020y / 2 / 29} + 0h);
static_assert(read<local_days>("2020年2月26日") == local_days{2020y / 2 / 26});
static_assert(read<local_days>("1969年12月31日") == local_days{days{-1}});
static_assert(!read<local_seconds>("2020年2月26日"), "no time of day");
static_assert(!read<local_days>("2020年2月26日17时") && !read<local_days>("2020年2月"));
static_assert(!read<local_seconds>("2月26日17时") && !read<local_seconds>("17:37"));
static_assert(!read<seconds>("2020年2月26日17时"), "midnight of what day is not asked");
static_assert(!read<local_time<nanoseconds>>("公元前221年3月1日8时"), "beyond 64 bits");

// Lengths of time.
static_assert(read<minutes>("90分钟") == 90min && read<seconds>("90分钟") == 90min && !read<hours>("90分钟"));
static_assert(read<minutes>("2小时30分") == 150min);
static_assert(read<hours>("14天") == days{14} && read<weeks>("14天") == weeks{2} && !read<weeks>("15天"));
static_assert(read<days>("2周") == days{14} && read<days>("48小时") == days{2});
static_assert(read<minutes>("约90分钟") == 90min, "flags stay with the quantity");
static_assert(read<minutes>("1.5小时") == 90min && read<minutes>("一个半小时") == 90min);
static_assert(read<milliseconds>("9秒98") == 9980ms && !read<seconds>("9秒98"));
static_assert(read<months>("三年零两个月") == months{38} && !read<years>("三年零两个月"));
static_assert(read<years>("36个月") == years{3} && read<months>("半年") == months{6});
static_assert(read<months>("三个季度") == months{9} && read<years>("两个世纪") == years{200});
static_assert(read<years>("60多岁") == years{60}, "an age");
static_assert(!read<days>("3年") && !read<seconds>("两个月") && !read<months>("30天") && !read<years>("365天"));
static_assert(read<double_hours>("90分钟") == double_hours{1.5});
static_assert(read<float_seconds>("0.5秒") == float_seconds{0.5F} && !read<float_seconds>("0.1秒"));
static_assert(!read<float_seconds>("16777217秒"), "a float holds 24 bits");
static_assert(read<small_seconds>("2分钟") == small_seconds{120} && !read<small_seconds>("3分钟"));
static_assert(read<natural_seconds>("1小时") == natural_seconds{3600});
static_assert(!read<nanoseconds>("3000亿秒"), "beyond 64 bits");
static_assert(!read<minutes>("3至5分钟") && !read<minutes>("几分钟") && !read<days>("5个工作日") &&
              !read<days>("三晚"));
static_assert(!read<minutes>("90公里") && !read<minutes>("90个") && !read<minutes>("90") && !read<year>("3年"));

// Negative values do not come from text but fit where the type is signed.
static_assert(sl::detail::exact_duration<seconds>(-1, sl::unit{sl::detail::code::minute}) == -60s);
static_assert(!sl::detail::exact_duration<natural_seconds>(-1, sl::unit{sl::detail::code::minute}));
static_assert(!sl::detail::exact_duration<seconds>(std::numeric_limits<std::int64_t>::max(),
                                                   sl::unit{sl::detail::code::hour}));

// Only what <chrono> can say is asked for.
static_assert(sl::chrono_type<seconds> && sl::chrono_type<local_seconds> && sl::chrono_type<weekday>);
static_assert(!sl::chrono_type<int> && !sl::chrono_type<sys_seconds> && !sl::chrono_type<month_day_last>);

static_assert(noexcept(sl::as<seconds>(sl::quantity{})));
static_assert(!sl::as<seconds>(sl::quantity{}) && !sl::as<year>(sl::quantity{}) && !sl::as<year>(sl::calendar{}));

}  // namespace

TEST_CASE("every day of four centuries comes back", "[chrono]") {
    int wrong = 0;
    for (auto day = local_days{1800y / 1 / 1}; day < local_days{2200y / 1 / 1}; day += days{1}) {
        const year_month_day date{day};
        sl::calendar c;
        c.year = sl::calendar::pack_year(int{date.year()});
        c.month = static_cast<std::uint8_t>(unsigned{date.month()});
        c.day = static_cast<std::uint8_t>(unsigned{date.day()});
        wrong += sl::as<local_days>(c) != day || sl::as<year_month_day>(c) != date;
    }
    CHECK(wrong == 0);
}
