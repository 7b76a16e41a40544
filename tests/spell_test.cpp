// Numbers in Chinese, and back.
#include "shuliang/spell.hpp"

#include <string>
#include <string_view>

#include "shuliang.hpp"
#include "support/catch.hpp"
#include "support/random.hpp"

namespace sl = shuliang;

namespace {

std::string written(sl::decimal v, sl::spelling how = {}) { return std::string{sl::spell(v, how).view()}; }

// The value of the only thing found, as text.
std::string read(const std::string& text) {
    std::string out;
    for (const sl::quantity& q : text | sl::extract<>)
        out += (out.empty() ? "" : " ") + std::string{sl::text_of_value(q).view()};
    return out;
}

}  // namespace

static_assert(sl::spell(sl::decimal{305}) == "三百零五");

TEST_CASE("integers") {
    CHECK(written(0) == "零");
    CHECK(written(7) == "七");
    CHECK(written(10) == "十");
    CHECK(written(15) == "十五");
    CHECK(written(20) == "二十");
    CHECK(written(110) == "一百一十");
    CHECK(written(1001) == "一千零一");
    CHECK(written(1010) == "一千零一十");
    CHECK(written(10'000) == "一万");
    CHECK(written(100'000) == "十万");
    CHECK(written(150'003) == "十五万零三");
    CHECK(written(10'500) == "一万零五百");
    CHECK(written(301'000) == "三十万一千");
    CHECK(written(100'000'005) == "一亿零五");
    CHECK(written(100'050'000) == "一亿零五万");
    CHECK(written(1'234'500'000'000) == "一万二千三百四十五亿");
    CHECK(written(-42) == "负四十二");
    CHECK(written({5, 3}) == "五千");
    CHECK(written({1, 16}).empty());
    CHECK(written({9'999'999'999'999'999, 0}) == "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九");
}

TEST_CASE("decimals and fractions") {
    CHECK(written({125, -1}) == "十二点五");
    CHECK(written({5, -1}) == "零点五");
    CHECK(written({1005, -3}) == "一点零零五");
    CHECK(sl::spell(*sl::rational::make(2, 3)) == "三分之二");
    CHECK(sl::spell(*sl::rational::make(-1, 30)) == "负三十分之一");
    CHECK(sl::spell(*sl::rational::make(1, 4)) == "零点二五");
}

TEST_CASE("styles") {
    CHECK(written(30'205, {sl::style::traditional}) == "三萬零二百零五");
    CHECK(written(30'015, {sl::style::financial}) == "叁万零壹拾伍");
    CHECK(written(12, {sl::style::financial}) == "壹拾贰");
    CHECK(written(-36, {sl::style::financial_traditional}) == "負參拾陸");
    CHECK(written(2020, {sl::style::positional}) == "二〇二〇");
    CHECK(written({300052, -1}, {sl::style::digits}) == "30005.2");
    CHECK(written(35'000, {sl::style::abbreviated}) == "3.5万");
    CHECK(written(120'000'000, {sl::style::abbreviated}) == "1.2亿");
    CHECK(written(-9'999, {sl::style::abbreviated}) == "-9999");
    CHECK(written(2, {.liang = true}) == "两");
    CHECK(written(22'222, {.liang = true}) == "两万两千两百二十二");
    CHECK(written(200'000'012, {.liang = true}) == "两亿零一十二");
    CHECK(written(120'000, {.liang = true}) == "十二万");
    CHECK(written(20'000, {sl::style::traditional, true}) == "兩萬");
}

TEST_CASE("what is spelled is read back") {
    support::random random;
    constexpr sl::style styles[] = {sl::style::simplified, sl::style::traditional,           sl::style::financial,
                                    sl::style::digits,     sl::style::financial_traditional, sl::style::abbreviated};
    std::string problems;
    int wrong = 0;
    for (int i = 0; i < support::rounds(50'000); ++i) {
        const sl::spelling how{random.pick(styles), random.coin()};
        const int decimals = random.coin() ? 0 : random.below(5);
        sl::decimal v{random.integer(16 - decimals), -decimals};
        if (v.coefficient == 0) v = 1;
        const auto text = "共" + written(v, how) + "吨";
        const auto back = read(text);
        if (back == v.text().view()) continue;
        if (++wrong <= 20) problems += text + " is " + std::string{v.text().view()} + ", read as " + back + "\n";
    }
    INFO(problems);
    CHECK(wrong == 0);
    for (int year = 1000; year < 3000; ++year) {
        const auto text = written(year, {sl::style::positional}) + "个";
        REQUIRE(read(text) == std::to_string(year));
    }
}
