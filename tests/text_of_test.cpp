// Quantities as text: descriptions, UCUM, streams.
#include "shuliang/text_of.hpp"

#include <iomanip>
#include <sstream>
#include <string>
#include <string_view>

#include "shuliang.hpp"
#include "shuliang/print.hpp"
#include "support/catch.hpp"
#include "support/tables.hpp"

namespace sl = shuliang;

namespace {

constexpr sl::quantity first(std::string_view text) { return *(text | sl::extract<sl::everything>).begin(); }
std::string ucum(std::string_view text) { return std::string{sl::ucum(first(text)).view()}; }

}  // namespace

static_assert(sl::text_of(first("共3000余名")) == "count 3000 名 ~over");

TEST_CASE("descriptions say what the tables of phrases say") {
    for (const auto& line : support::all_lines())
        for (const sl::quantity& q : std::string_view{line.text} | sl::extract<sl::everything>)
            REQUIRE(sl::text_of(q) == support::describe(q).record);
}

TEST_CASE("units as UCUM") {
    CHECK(ucum("60公里/小时") == "km/h");
    CHECK(ucum("3名") == "{名}");
    CHECK(ucum("50元") == "{CNY}");
    CHECK(ucum("30%") == "%");
    CHECK(ucum("3‰") == "[ppth]");
    CHECK(ucum("3个百分点") == "{pp}");
    CHECK(ucum("十二亩") == "{亩}");
    CHECK(ucum("120mmHg") == "mm[Hg]");
    CHECK(ucum("每人50元") == "{CNY}/{人}");
    CHECK(ucum("每10万人3.2例") == "{例}/(100000.{人})");
    CHECK(ucum("5元/斤") == "{CNY}/{斤}");
    CHECK(ucum("3倍") == "1");
    CHECK(sl::ucum(sl::unit{}) == "1");
    // Whatever stands outside braces is ASCII.
    for (sl::unit_id id = 1; id < sl::detail::unit_count; ++id) {
        const auto text = sl::ucum(sl::unit{id});
        bool inside = false;
        for (const char c : text.view()) {
            inside = (inside || c == '{') && c != '}';
            if (!inside) REQUIRE(static_cast<unsigned char>(c) < 0x80U);
        }
    }
}

TEST_CASE("streams") {
    std::ostringstream out;
    const auto q = first("近三成");
    out << q << '|' << q.kind() << '|' << *q.value() << '|' << q.unit() << '|' << std::setw(8) << sl::decimal{5, -1}
        << '|' << *first("2月1日").date() << '|' << sl::text_of_value(q);
    CHECK(out.str() == "percent 30 % ~nearly|percent|30|%|     0.5|XXXX-02-01|30");
}
