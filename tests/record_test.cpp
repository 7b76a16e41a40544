#include "shuliang/record.hpp"

#include <algorithm>
#include <iterator>

#include "support/catch.hpp"

namespace sl = shuliang;

static_assert(sizeof(sl::record) == 32);
static_assert(std::size(sl::kind_names) == sl::kind_count);
static_assert(sl::name(sl::kind::count) == "count" && sl::name(sl::kind::measure) == "measure" &&
              sl::name(sl::kind::money) == "money" && sl::name(sl::kind::percent) == "percent" &&
              sl::name(sl::kind::fraction) == "fraction" && sl::name(sl::kind::multiple) == "multiple" &&
              sl::name(sl::kind::ratio) == "ratio" && sl::name(sl::kind::ordinal) == "ordinal" &&
              sl::name(sl::kind::duration) == "duration" && sl::name(sl::kind::age) == "age" &&
              sl::name(sl::kind::date) == "date" && sl::name(sl::kind::time) == "time" &&
              sl::name(sl::kind::cardinal) == "cardinal" && sl::name(sl::kind::identifier) == "identifier");
static_assert(sl::any(sl::approx::about) && !sl::any(sl::approx::exact));
static_assert(((sl::approx::nearly | sl::approx::over) & sl::approx::over) == sl::approx::over);
static_assert(!sl::any((sl::approx::nearly | sl::approx::over) & sl::approx::about));
static_assert([] {
    auto flags = sl::approx::exact;
    flags |= sl::approx::under;
    return flags;
}() == sl::approx::under);
static_assert(sl::longest_phrase <= 65535, "a length fits the record");

TEST_CASE("flags are named in the order of their bits, which is that of the alphabet") {
    CHECK(std::is_sorted(std::begin(sl::approx_names), std::end(sl::approx_names)));
    const auto name = [](sl::approx flag) {
        for (unsigned bit = 0; bit < std::size(sl::approx_names); ++bit)
            if (static_cast<unsigned>(flag) == 1U << bit) return sl::approx_names[bit];
        return std::string_view{};
    };
    CHECK(name(sl::approx::about) == "about");
    CHECK(name(sl::approx::nearly) == "nearly");
    CHECK(name(sl::approx::over) == "over");
    CHECK(name(sl::approx::under) == "under");
    CHECK(name(sl::approx::at_least) == "at_least");
    CHECK(name(sl::approx::at_most) == "at_most");
    CHECK(name(sl::approx::indefinite) == "indefinite");
}

TEST_CASE("a record keeps the value it is given") {
    sl::record r;
    for (const auto& d : {sl::decimal{}, sl::decimal{-5}, sl::decimal{971, -1}, sl::decimal{9223372036854775807, 100},
                          sl::decimal{1, -100}}) {
        r.value(d);
        CHECK(r.value() == d);
        CHECK(r.value().exponent == d.exponent);
    }
}
