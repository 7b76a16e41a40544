// Numbers out of quantities: exactly, nearest, in other units, and as types of the user.
#include "shuliang/as.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "shuliang.hpp"
#include "support/catch.hpp"
#include "support/random.hpp"

namespace sl = shuliang;

namespace {

constexpr sl::quantity first(std::string_view text) { return *(text | sl::extract<sl::everything>).begin(); }

struct kilograms {
    double number;
    friend bool operator==(kilograms, kilograms) = default;
};
enum class level : std::uint8_t {};

}  // namespace

template <>
struct sl::binding<kilograms> : sl::unit_binding<kilograms, double, "kg"> {};

template <>
struct sl::binding<level> {
    static constexpr std::optional<level> from(const quantity& q) noexcept {
        const auto n = sl::as<std::uint8_t>(q);
        return q.kind() == kind::ordinal && n ? std::optional{level{*n}} : std::nullopt;
    }
};

static_assert(sl::as<int>(first("三千余名")) == 3000);
static_assert(sl::as<double>(first("97.1%")) == 97.1);
static_assert(sl::as<int>(first("长3公里"), sl::unit::of_code("m")) == 3000);
static_assert(sl::as<kilograms>(first("重3斤"))->number == 1.5);

TEST_CASE("integers are exact or nothing") {
    CHECK(sl::as<std::int64_t>(first("728.8亿元")) == 72'880'000'000);
    CHECK_FALSE(sl::as<std::int32_t>(first("728.8亿元")));
    CHECK_FALSE(sl::as<int>(first("97.1%")));
    CHECK(sl::as<unsigned char>(first("255个")) == 255);
    CHECK_FALSE(sl::as<unsigned char>(first("256个")));
    CHECK(sl::as<int>(first("零下3度")) == -3);
    CHECK_FALSE(sl::as<unsigned>(first("零下3度")));
    for (const auto* text : {"3至5个", "3比1", "2020年2月", "99999999999999999999个", "电话010-12345678"}) {
        INFO(text);
        CHECK_FALSE(sl::as<int>(first(text)));
        CHECK_FALSE(sl::as<double>(first(text)));
        CHECK_FALSE(sl::nearest<double>(first(text)));
    }
}

TEST_CASE("floating point keeps every digit of the text or gives nothing") {
    CHECK(sl::as<double>(first("3.14%")) == 3.14);
    CHECK(sl::as<double>(first("0.1%")) == 0.1);
    CHECK(sl::as<float>(first("0.1%")) == 0.1F);
    CHECK(sl::as<double>(first("123456789012345个")) == 123456789012345.0);
    CHECK(sl::as<double>(sl::rational{std::int64_t{1} << 60}) == 1152921504606846976.0);  // exact, though of 19 digits
    CHECK_FALSE(sl::as<double>(sl::rational{1'234'567'890'123'456'789}));
    CHECK(sl::nearest<double>(sl::rational{1'234'567'890'123'456'789}) == 1234567890123456789.0);
    CHECK_FALSE(sl::as<float>(first("1234.5678%")));
    CHECK_FALSE(sl::as<double>(first("三分之二")));
    CHECK(sl::nearest<double>(first("三分之二")) == 2.0 / 3.0);
    CHECK(sl::as<double>(first("一半")) == 0.5);
    CHECK_FALSE(sl::nearest<float>(sl::rational{sl::decimal{1, 50}}));
    CHECK_FALSE(sl::nearest<float>(sl::rational{sl::decimal{1, -50}}));
    CHECK(sl::nearest<double>(sl::rational{sl::decimal{1, 100}}) == 1e100);
    CHECK(sl::nearest<double>(sl::rational{}) == 0.0);
}

TEST_CASE("rounding is that of the C library") {
    support::random random;
    for (int i = 0; i < support::rounds(20'000); ++i) {
        const sl::decimal d{random.integer(18), static_cast<int>(random.between(-60, 60))};
        const auto text = std::to_string(d.coefficient) + "e" + std::to_string(d.exponent);
        INFO(text);
        REQUIRE(sl::nearest<double>(sl::rational{d}) == std::strtod(text.c_str(), nullptr));
        const auto narrow = sl::nearest<float>(sl::rational{d});
        if (narrow) REQUIRE(*narrow == std::strtof(text.c_str(), nullptr));
        if (const auto exact = sl::as<double>(sl::rational{d})) REQUIRE(*exact == std::strtod(text.c_str(), nullptr));
    }
}

TEST_CASE("other units") {
    CHECK(sl::as<double>(first("12.5公里"), sl::unit::of_code("m")) == 12500.0);
    CHECK_FALSE(sl::as<int>(first("重3斤"), sl::unit::of_code("kg")));
    CHECK_FALSE(sl::as<int>(first("重3斤"), sl::unit::of_code("m")));
}

TEST_CASE("types of the user") {
    CHECK(sl::as<kilograms>(first("重2吨")) == kilograms{2000});
    CHECK_FALSE(sl::as<kilograms>(first("长2米")));
    CHECK_FALSE(sl::as<kilograms>(first("每人2公斤")));
    CHECK(sl::as<level>(first("第三级")) == level{3});
    CHECK_FALSE(sl::as<level>(first("三个")));
}
