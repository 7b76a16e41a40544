// record.hpp - what the engine writes: 32 bytes for every phrase, and a side record for the few that need more.
#pragma once

#include <cstdint>
#include <string_view>

#include "shuliang/calendar.hpp"
#include "shuliang/decimal.hpp"
#include "shuliang/unit.hpp"

namespace shuliang::inline v0 {

// What a numeric phrase is. The order is that of the contract; names are those of the JSON output.
enum class kind : std::uint8_t {
    count,
    measure,
    money,
    percent,
    fraction,
    multiple,
    ratio,
    ordinal,
    duration,
    age,
    date,
    time,
    cardinal,
    identifier
};
inline constexpr int kind_count = 14;

inline constexpr std::string_view kind_names[kind_count] = {"count",    "measure", "money",    "percent",   "fraction",
                                                            "multiple", "ratio",   "ordinal",  "duration",  "age",
                                                            "date",     "time",    "cardinal", "identifier"};

constexpr std::string_view name(kind k) noexcept { return kind_names[static_cast<int>(k)]; }

// How a value is qualified. A set: 近3000余 is `nearly` and `over`.
enum class approx : std::uint8_t {
    exact = 0,
    about = 1,       // 约 大约 左右
    at_least = 2,    // 至少 不低于 以上
    at_most = 4,     // 至多 不超过 以下 以内
    indefinite = 8,  // 几 数 好几
    nearly = 16,     // 近 将近
    over = 32,       // 超过 余 多
    under = 64       // 不足 不到
};

constexpr approx operator|(approx a, approx b) noexcept {
    return static_cast<approx>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr approx operator&(approx a, approx b) noexcept {
    return static_cast<approx>(static_cast<unsigned>(a) & static_cast<unsigned>(b));
}
constexpr approx& operator|=(approx& a, approx b) noexcept { return a = a | b; }
constexpr bool any(approx a) noexcept { return a != approx::exact; }

// Names by bit, in alphabetical order as the contract sorts them.
inline constexpr std::string_view approx_names[] = {"about",  "at_least", "at_most", "indefinite",
                                                    "nearly", "over",     "under"};

// How the value of a record is to be read.
enum class form : std::uint8_t {
    none,            // no value: an identifier
    decimal,         // record.value
    range,           // record.value to details.second, inclusive
    fraction,        // record.value / details.second
    ratio,           // record.value : details.second [: third [: fourth]], details.terms of them
    calendar,        // details.from
    calendar_range,  // details.from to details.to
    overflow         // the value does not fit the number type; no value is given
};

// The longest phrase, in bytes. A longer run is dropped and reported, never cut.
inline constexpr int longest_phrase = 4096;

// How far, in bytes, the text on either side of a phrase can decide what it is.
inline constexpr int context = 64;

struct record {
    std::uint64_t begin = 0;  // byte offset of the phrase
    std::int64_t coefficient = 0;
    unit_id unit = 0;
    unit_id per = 0;              // denominator of a rate
    unit_id alternative[2] = {};  // further measure words in brackets: 340台(次)
    std::uint16_t length = 0;     // bytes
    std::int8_t exponent = 0;
    shuliang::kind kind = shuliang::kind::cardinal;
    shuliang::approx approx = shuliang::approx::exact;
    shuliang::form form = shuliang::form::none;
    bool open_place = false;  // `over` came from 余 or 多: the bound is the next unit of the last place
    bool detailed = false;    // the side record says more

    constexpr decimal value() const noexcept { return {coefficient, exponent}; }
    constexpr void value(decimal d) noexcept {
        coefficient = d.coefficient;
        exponent = static_cast<std::int8_t>(d.exponent);
    }
};
static_assert(sizeof(record) == 32);

// The side record. Meaningful only where the record's form or `per` says so.
struct details {
    decimal second;
    decimal third;
    decimal fourth;
    decimal per_value = 1;
    calendar from;
    calendar to;
    std::uint8_t terms = 0;  // numbers in a ratio, 2 to 4
};

}  // namespace shuliang::inline v0
