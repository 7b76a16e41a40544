#include "shuliang/quantity.hpp"

#include <string>

#include "support/catch.hpp"

namespace sl = shuliang;
using sl::approx;
using sl::decimal;
using sl::form;
using sl::quantity;
using sl::rational;

namespace {

constexpr sl::record base(sl::form f, decimal value, std::string_view phrase, std::string_view unit = "") {
    sl::record r;
    r.begin = 7;
    r.length = static_cast<std::uint16_t>(phrase.size());
    r.kind = sl::kind::count;
    r.form = f;
    r.value(value);
    r.unit = sl::unit::of_code(unit).id();
    return r;
}

constexpr quantity single(decimal value, approx flags = approx::exact, bool open_place = false,
                          std::string_view unit = "名") {
    auto r = base(form::decimal, value, "3000余名", unit);
    r.approx = flags;
    r.open_place = open_place;
    return {r, {}, "3000余名"};
}

constexpr quantity range(decimal low, decimal high, approx flags = approx::exact) {
    auto r = base(form::range, low, "3至5名", "名");
    r.approx = flags;
    r.detailed = true;
    sl::details d;
    d.second = high;
    return {r, d, "3至5名"};
}

std::string bounds(const quantity& q) {
    const auto b = q.bounds();
    if (!b) return "none";
    const auto end = [](const std::optional<rational>& v, const char* absent) {
        return v ? std::string{v->text().view()} : std::string{absent};
    };
    return (b->lower && b->lower_closed ? "[" : "(") + end(b->lower, "-inf") + ", " + end(b->upper, "inf") +
           (b->upper && b->upper_closed ? "]" : ")");
}

static_assert(quantity{}.form() == form::none && !quantity{}.value() && quantity{}.unit().empty());
static_assert(single(3000).begin() == 7 && single(3000).end() == 7 + std::string_view{"3000余名"}.size());
static_assert(single(3000).text() == "3000余名" && single(3000).value() == 3000 && single(3000).unit() == "名");
static_assert(!single(3000).from() && !single(3000).to() && !single(3000).date() && single(3000).terms() == 0);
static_assert(single(3000, approx::over).is(approx::over) && !single(3000, approx::over).is(approx::nearly));
static_assert(range(3, 5).from() == 3 && range(3, 5).to() == 5 && !range(3, 5).value());
static_assert(single(3000).per().empty() && single(3000).per_value() == decimal{1});
static_assert(single(3000).alternative(0).empty() && single(3000).alternative(2).empty());
static_assert(single(3) == single(decimal{30, -1}) && !(single(3) == single(4)) &&
              !(single(3) == single(3, approx::over)));

}  // namespace

TEST_CASE("texts of the contract") {
    CHECK(sl::text_of_value(single(3000)) == "3000");
    CHECK(sl::text_of_from(single(3000)) == "");
    CHECK(sl::text_of_value(range(3, 5)) == "");
    CHECK(sl::text_of_from(range(3, 5)) == "3");
    CHECK(sl::text_of_to(range(3, 5)) == "5");

    sl::details d;
    d.second = 3;
    auto r = base(form::fraction, 2, "三分之二");
    r.detailed = true;
    const quantity fraction{r, d, "三分之二"};
    CHECK(sl::text_of_value(fraction) == "2/3");
    CHECK(*fraction.value() == *rational::make(2, 3));
    d.second = 10000;
    r.value(5);
    CHECK(sl::text_of_value(quantity{r, d, "万分之五"}) == "5/10000");
    d.second = 0;
    CHECK_FALSE(quantity{r, d, "0分之五"}.value());

    d = {};
    d.second = 2;
    d.third = 1;
    d.terms = 3;
    r = base(form::ratio, 3, "3:2:1");
    r.detailed = true;
    const quantity ratio{r, d, "3:2:1"};
    CHECK(sl::text_of_value(ratio) == "3:2:1");
    CHECK(ratio.terms() == 3);
    CHECK(*ratio.term(0) == decimal{3});
    CHECK(*ratio.term(2) == decimal{1});
    CHECK_FALSE(ratio.term(3));
    CHECK_FALSE(ratio.term(-1));
    CHECK_FALSE(ratio.value());

    d = {};
    d.from.year = sl::calendar::pack_year(2020);
    d.from.month = 2;
    d.to = d.from;
    d.to.month = 3;
    r = base(form::calendar, {}, "2020年2月");
    r.detailed = true;
    const quantity date{r, d, "2020年2月"};
    CHECK(sl::text_of_value(date) == "2020-02");
    CHECK(date.date()->month == 2);
    CHECK_FALSE(date.date_to());
    CHECK_FALSE(date.value());
    CHECK_FALSE(date.bounds());
    r.form = form::calendar_range;
    const quantity dates{r, d, "2020年2月"};
    CHECK(sl::text_of_value(dates) == "");
    CHECK(sl::text_of_from(dates) == "2020-02");
    CHECK(sl::text_of_to(dates) == "2020-03");

    r.form = form::overflow;
    CHECK(quantity{r, {}, "x"}.overflowed());
    CHECK_FALSE(quantity{r, {}, "x"}.value());
    CHECK_FALSE(quantity{r, {}, "x"}.bounds());
    CHECK(sl::text_of_value(quantity{r, {}, "x"}) == "");
}

TEST_CASE("side records count only where the record says so") {
    sl::details d;
    d.per_value = 100000;
    auto r = base(form::decimal, 3, "3例", "例");
    CHECK(quantity{r, d, "3例"}.per_value() == decimal{1});
    r.detailed = true;
    r.per = sl::unit::of_code("人").id();
    CHECK(quantity{r, d, "3例"}.per_value() == decimal{100000});
    CHECK(quantity{r, d, "3例"}.per() == "人");
}

TEST_CASE("bounds") {
    CHECK(bounds(single(30)) == "[30, 30]");
    CHECK(bounds(single(3000, approx::over, true)) == "(3000, 4000)");
    CHECK(bounds(single(1486, approx::over, true)) == "[1486, 1487)");
    CHECK(bounds(single(decimal{30, 4}, approx::over, true)) == "(300000, 400000)");
    CHECK(bounds(single(decimal{35, 3}, approx::over, true)) == "(35000, 36000)");
    CHECK(bounds(single(2, approx::over, true)) == "[2, 3)");
    CHECK(bounds(single(2000, approx::over)) == "(2000, inf)");
    CHECK(bounds(single(3, approx::at_least)) == "[3, inf)");
    CHECK(bounds(single(3, approx::at_most)) == "(-inf, 3]");
    CHECK(bounds(single(2000, approx::nearly)) == "(-inf, 2000)");
    CHECK(bounds(single(2000, approx::under)) == "(-inf, 2000)");
    CHECK(bounds(single(2000, approx::about)) == "none");
    CHECK(bounds(range(3, 5)) == "[3, 5]");
    CHECK(bounds(range(20, 90, approx::indefinite)) == "[20, 100)");
    CHECK(bounds(range(200, 900, approx::indefinite)) == "[200, 1000)");
    CHECK(bounds(range(11, 19, approx::indefinite)) == "[11, 20)");
    CHECK(bounds(range(2, 9, approx::indefinite)) == "[2, 10)");
    CHECK(bounds(range(110000, 190000, approx::indefinite)) == "[110000, 200000)");
    CHECK(bounds(range(20, 90, approx::indefinite | approx::at_least)) == "[20, inf)");
}

TEST_CASE("intervals contain what they say") {
    const auto open = *single(3000, approx::over, true).bounds();
    CHECK_FALSE(open.contains(3000));
    CHECK(open.contains(3001));
    CHECK_FALSE(open.contains(4000));
    const auto half = *single(1486, approx::over, true).bounds();
    CHECK(half.contains(1486));
    CHECK_FALSE(half.contains(1487));
    const auto least = *single(3, approx::at_least).bounds();
    CHECK(least.contains(3));
    CHECK(least.contains(rational{decimal{1, 50}}));
    CHECK_FALSE(least.contains(rational{decimal{29, -1}}));
    CHECK(sl::interval{}.contains(0));
}

TEST_CASE("conversion of the value") {
    CHECK(*single(3, approx::exact, false, "斤").in(sl::unit::of_code("kg")) == rational{decimal{15, -1}});
    CHECK_FALSE(single(3, approx::exact, false, "斤").in(sl::unit::of_code("m")));
    CHECK_FALSE(range(3, 5).in(sl::unit::of_code("名")));
}
