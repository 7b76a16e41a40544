#include "shuliang/decimal.hpp"

#include <string>
#include <vector>

#include "support/big.hpp"
#include "support/catch.hpp"
#include "support/random.hpp"

namespace sl = shuliang;
using sl::decimal;
using sl::rational;
using support::big;

namespace {

constexpr std::int64_t largest = 9223372036854775807;

constexpr rational ratio(std::int64_t n, std::int64_t d) { return *rational::make(n, d); }

static_assert(decimal{}.text() == "0" && decimal{0, 5}.text() == "0" && decimal{0, -5}.text() == "0");
static_assert(decimal{3000}.text() == "3000" && decimal{3, 3}.text() == "3000");
static_assert(decimal{971, -1}.text() == "97.1" && decimal{9710, -2}.text() == "97.1");
static_assert(decimal{5, -1}.text() == "0.5" && decimal{5, -3}.text() == "0.005" && decimal{-3}.text() == "-3");
static_assert(decimal{-25, -1}.text() == "-2.5" && decimal{-5, -2}.text() == "-0.05");
static_assert(decimal{7288, 7}.text() == "72880000000");  // 728.8亿
static_assert(decimal{largest}.text() == "9223372036854775807");
static_assert(decimal{-largest}.text() == "-9223372036854775807");
static_assert(decimal{150, -2} == decimal{15, -1} && decimal{0, 7} == decimal{});
static_assert(decimal{15, -1} < decimal{2} && decimal{-2} < decimal{-15, -1} && decimal{-1} < decimal{});
static_assert(decimal{1, 100} > decimal{largest} && decimal{-1, 100} < decimal{-largest});
static_assert(decimal{1, -100} > decimal{} && decimal{1, -100} < decimal{1, -99});
static_assert(decimal{150, -2}.normalized().coefficient == 15 && decimal{150, -2}.normalized().exponent == -1);
static_assert(decimal{30, -1}.is_integer() && !decimal{35, -1}.is_integer() && decimal{}.is_integer());
static_assert(*decimal{30, -1}.as_integer() == 3 && !decimal{35, -1}.as_integer() && !decimal{1, 19}.as_integer());
static_assert(*decimal{9, 18}.as_integer() == 9000000000000000000 && !decimal{10, 18}.as_integer());
static_assert(*sl::add(decimal{1}, decimal{5, -1}) == decimal{15, -1});
static_assert(*sl::add(decimal{21, 4}, decimal{8511}) == decimal{218511});
static_assert(*sl::multiply(decimal{7288, -1}, decimal{1, 8}) == decimal{7288, 7});
static_assert(!sl::add(decimal{largest}, decimal{largest}) && !sl::multiply(decimal{largest}, decimal{largest}));
static_assert(*sl::add(decimal{largest}, decimal{-largest}) == decimal{});
static_assert(*sl::scale(decimal{12, -1}, 8) == decimal{120000000});

static_assert(ratio(1, 2).text() == "0.5" && ratio(2, 3).text() == "2/3" && ratio(-2, 3).text() == "-2/3");
static_assert(ratio(2, -3).text() == "-2/3" && ratio(16, 5).text() == "3.2" && ratio(6, 3).text() == "2");
static_assert(ratio(2000, 3).text() == "2000/3" && ratio(1, 30).text() == "1/30" && ratio(0, 5).text() == "0");
static_assert(!rational::make(1, 0));
static_assert(*add(ratio(1, 3), ratio(1, 6)) == ratio(1, 2));
static_assert(*multiply(ratio(2, 3), ratio(3, 2)) == rational{1});
static_assert(*divide(ratio(1, 3), ratio(2, 3)) == rational{decimal{5, -1}});
static_assert(!divide(ratio(1, 3), rational{}));
static_assert(ratio(1, 3) < ratio(1, 2) && ratio(-1, 2) < ratio(-1, 3) && ratio(2, 3) > rational{decimal{66, -2}});
static_assert(*ratio(5, 2).as_decimal() == decimal{25, -1} && !ratio(1, 3).as_decimal() && !ratio(1, 2).as_integer());

std::string text(decimal d) { return std::string{d.text().view()}; }
std::string text(const rational& r) { return std::string{r.text().view()}; }

// c x 10^e in school arithmetic, x 10^-places
big scaled(decimal d, int places) { return big::shifted(d.coefficient, d.exponent + places); }

constexpr int places = 60;  // enough for the exponents tried here

decimal any(support::random& random) {
    const int e = static_cast<int>(random.between(-20, 20));
    switch (random.below(4)) {
        case 0:
            return {random.between(-9, 9), e};
        case 1:
            return {random.coin() ? largest : -largest, e};
        case 2:
            return {random.integer(6) * 1000, e};
        default:
            return {random.integer(), e};
    }
}

}  // namespace

TEST_CASE("decimal texts agree with school arithmetic") {
    support::random random;
    for (int round = support::rounds(20000); round > 0; --round) {
        const auto a = any(random);
        INFO("seed " << support::seed() << ": " << a.coefficient << " x 10^" << a.exponent);
        REQUIRE(text(a) == scaled(a, places).text(places));
        REQUIRE(text(a.normalized()) == text(a));
        REQUIRE(text(-a) == (text(a) == "0" ? "0" : text(a)[0] == '-' ? text(a).substr(1) : "-" + text(a)));
    }
}

TEST_CASE("sums, products and order of decimals agree with school arithmetic") {
    support::random random;
    for (int round = support::rounds(20000); round > 0; --round) {
        const auto a = any(random);
        auto b = any(random);
        if (random.below(5) == 0) b = {random.coin() ? a.coefficient : -a.coefficient, a.exponent};
        INFO("seed " << support::seed() << ": " << text(a) << " and " << text(b));
        const auto x = scaled(a, places);
        const auto y = scaled(b, places);

        const auto sum = sl::add(a, b);
        const auto product = sl::multiply(a, b);
        // Exact or nothing, and nothing only where 64 bits do not hold it.
        REQUIRE(sum.has_value() == (x + y).fits());
        if (sum) REQUIRE(text(*sum) == (x + y).text(places));
        REQUIRE(product.has_value() == (x * y).fits());
        if (product) REQUIRE(text(*product) == (x * y).text(2 * places));

        const int order = compare(x, y);
        REQUIRE((a < b) == (order < 0));
        REQUIRE((a > b) == (order > 0));
        REQUIRE((a == b) == (order == 0));
        REQUIRE(((a <=> b) == 0) == (a == b));
    }
}

TEST_CASE("a sum of far apart numbers that fits is found") {
    // 10^19 - 9223372036854775807 has 18 digits.
    const auto sum = sl::add(decimal{1, 19}, decimal{-largest});
    REQUIRE(sum);
    CHECK(text(*sum) == "776627963145224193");
}

TEST_CASE("integers of decimals") {
    support::random random;
    for (int round = support::rounds(20000); round > 0; --round) {
        const auto a = any(random);
        const auto got = a.as_integer();
        const auto want = text(a);
        const bool whole =
            want.find('.') == std::string::npos && big::shifted(a.coefficient, a.exponent + 20).zeros() >= 20;
        INFO("seed " << support::seed() << ": " << want);
        REQUIRE(a.is_integer() == (want.find('.') == std::string::npos));
        if (got) REQUIRE(std::to_string(*got) == want);
        if (whole && want.size() <= 18) REQUIRE(got.has_value());
    }
}

TEST_CASE("scaling by powers of ten stays inside the type or reports") {
    CHECK_FALSE(sl::scale(decimal{1}, 1000));
    CHECK_FALSE(sl::scale(decimal{1}, -1000));
    CHECK(text(*sl::scale(decimal{5}, 100)) == "5" + std::string(100, '0'));
    CHECK(text(*sl::scale(decimal{5}, -100)) == "0." + std::string(99, '0') + "5");
    CHECK(*sl::scale(decimal{0}, 1000) == decimal{});
    CHECK(text(decimal{largest, -100}).size() == 102);
    CHECK(text(decimal{-largest, 100}).size() == 120);
    CHECK_FALSE(sl::multiply(decimal{1, 60}, decimal{1, 60}));
    CHECK_FALSE(sl::multiply(decimal{1, -60}, decimal{1, -60}));
}

TEST_CASE("rationals agree with fractions of small integers") {
    support::random random;
    for (int round = support::rounds(20000); round > 0; --round) {
        const auto n = random.between(-2000, 2000);
        const auto d = random.between(1, 2000);
        const auto m = random.between(-2000, 2000);
        const auto f = random.between(1, 2000);
        const auto k = random.between(1, 1000);
        INFO("seed " << support::seed() << ": " << n << "/" << d << " and " << m << "/" << f);
        const auto a = ratio(n, d);
        const auto b = ratio(m, f);
        REQUIRE(ratio(n * k, d * k) == a);
        REQUIRE(*rational::make(decimal{n, -3}, decimal{d, -3}) == a);
        REQUIRE(*add(a, b) == ratio(n * f + m * d, d * f));
        REQUIRE(*multiply(a, b) == ratio(n * m, d * f));
        if (m != 0) REQUIRE(*divide(a, b) == ratio(n * f, d * m));
        REQUIRE((a < b) == (n * f < m * d));
        REQUIRE((a == b) == (n * f == m * d));
        REQUIRE(((a <=> b) == 0) == (a == b));
        // The text is n/d in lowest terms, or a decimal whose value it is.
        const auto shown = text(a);
        const auto slash = shown.find('/');
        if (slash != std::string::npos) {
            const auto top = std::stoll(shown.substr(0, slash));
            const auto bottom = std::stoll(shown.substr(slash + 1));
            REQUIRE(top * d == n * bottom);
            REQUIRE(sl::detail::greatest_common_divisor(top, bottom) == 1);
            REQUIRE_FALSE(a.as_decimal());
        } else {
            REQUIRE(rational{*a.as_decimal()} == a);
            REQUIRE(text(*a.as_decimal()) == shown);
        }
    }
}

TEST_CASE("decimals as rationals keep their order and value") {
    support::random random;
    for (int round = support::rounds(20000); round > 0; --round) {
        const auto a = any(random);
        const auto b = any(random);
        INFO("seed " << support::seed() << ": " << text(a) << " and " << text(b));
        REQUIRE(text(rational{a}) == text(a));
        REQUIRE(((rational{a} <=> rational{b}) == (a <=> b)));
    }
}

TEST_CASE("rationals far apart are ordered by value") {
    // 2000000000000000001 x 10^19 / 9000000000000000001 is about 2.2 x 10^18.
    const auto a = rational::make(decimal{2000000000000000001, 19}, decimal{9000000000000000001});
    REQUIRE(a);
    CHECK(*a < rational{9000000000000000001});
    CHECK(rational{9000000000000000001} > *a);
    CHECK(*a > rational{2000000000000000001});
}

TEST_CASE("what does not fit is reported, never wrapped") {
    const auto big = ratio(largest, largest - 1);
    CHECK_FALSE(multiply(big, ratio(largest - 2, largest - 4)));
    CHECK_FALSE(add(big, ratio(largest - 2, largest - 4)));
    CHECK(*multiply(big, ratio(largest - 1, largest)) == rational{1});
    CHECK(*divide(big, big) == rational{1});
}

TEST_CASE("fixed texts stop at their capacity") {
    sl::fixed_text<3> t;
    t.push("12345");
    CHECK(t == "123");
    CHECK(sl::fixed_text<3>{}.view().empty());
}
