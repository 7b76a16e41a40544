#include "shuliang/matcher.hpp"

#include <string>
#include <string_view>

#include "shuliang.hpp"
#include "shuliang/vocabulary.hpp"
#include "support/catch.hpp"
#include "support/found.hpp"
#include "support/tables.hpp"

namespace sl = shuliang;

namespace {

// 川A·12345
struct plate {
    static constexpr sl::anchors anchors{"京沪川粤"};
    constexpr bool match(sl::cursor& at, sl::record&) const noexcept {
        at.next();
        if (!at.take_any("ABCDE")) return false;
        static_cast<void>(at.take("·"));
        int digits = 0;
        while (at.take_any("0123456789")) ++digits;
        return digits == 5;
    }
};
inline constexpr plate plates;

// 面积3垧2: a number, a unit, and a quarter unit for each further digit.
struct quarters {
    static constexpr sl::anchors anchors{"共"};
    constexpr bool match(sl::cursor& at, sl::record& out) const noexcept {
        if (!at.take("共")) return false;
        const auto whole = at.take_number();
        const auto unit = whole ? at.take_unit() : std::nullopt;
        const auto rest = unit ? at.take_number() : std::nullopt;
        const auto quarter = rest ? sl::multiply(*rest, sl::decimal{25, -2}) : std::nullopt;
        const auto sum = quarter ? sl::add(*whole, *quarter) : std::nullopt;
        if (!sum) return false;
        out.kind = sl::kind::measure;
        out.form = sl::form::decimal;
        out.value(*sum);
        out.unit = unit->id();
        return true;
    }
};
inline constexpr quarters with_quarters;

// The whole of a text of 一, as long as it is.
struct run_of_ones {
    static constexpr sl::anchors anchors{"一1"};
    constexpr bool match(sl::cursor& at, sl::record&) const noexcept {
        while (at.take_any("一1")) {
        }
        return true;
    }
};
inline constexpr run_of_ones ones;

template <class Range>
std::string read(Range&& range) {
    std::string out;
    for (const auto& q : range) {
        if (!out.empty()) out += "; ";
        (out += q.text()) += ": " + support::describe(q).record;
    }
    return out;
}

static_assert((*("车号川A·12345" | sl::extract<plates>).begin()).text() == "川A·12345");

}  // namespace

TEST_CASE("an extractor of one's own") {
    const std::string_view text = "川A·12345和粤B54321，川菜3元，京A123，付5元";
    CHECK(read(text | sl::extract<plates>) == "川A·12345: identifier; 粤B54321: identifier");
    CHECK(read(text | sl::extract<plates, sl::money>) ==
          "川A·12345: identifier; 粤B54321: identifier; 3元: money 3 CNY; 5元: money 5 CNY");
    CHECK(read(text | sl::extract<sl::money, plates>) == read(text | sl::extract<plates, sl::money>));
    CHECK(read(std::string_view{} | sl::extract<plates>).empty());
}

TEST_CASE("numbers and units as the grammar reads them, with words of the user") {
    static constexpr auto farm =
        sl::vocabulary_of(sl::word{.symbol = "石箩", .dimension = sl::dimension::volume, .factor = {1, 10}});
    CHECK(read("共三亩2" | sl::extract<with_quarters>) == "共三亩2: measure 3.5 亩");
    CHECK(read("共12石箩三，5石箩" | sl::extract<with_quarters, sl::measure, farm>) ==
          "共12石箩三: measure 12.75 石箩; 5石箩: measure 5 石箩");
}

TEST_CASE("the furthest end wins, then the earlier begin, then the matcher") {
    CHECK(read("11人" | sl::extract<ones, sl::count>) == "11人: count 11 人");
    CHECK(read("3111" | sl::extract<ones, sl::cardinal>) == "3111: cardinal 3111");
    CHECK(read("共111，" | sl::extract<ones, sl::cardinal>) == "111: identifier");
    CHECK(read("111" | sl::extract<ones>) == "111: identifier");
    // Nothing overlaps and everything is in order, whatever the text.
    for (const auto& l : support::all_lines()) {
        std::uint64_t last = 0;
        for (const auto& q : std::string_view{l.text} | sl::extract<ones, sl::everything>) {
            INFO(l.where());
            REQUIRE(q.begin() >= last);
            last = q.end();
        }
    }
}
