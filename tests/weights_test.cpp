// 斤 两 钱 担 where the caller says that the text comes from Taiwan or Hong Kong.
#include <string>
#include <string_view>
#include <vector>

#include "shuliang.hpp"
#include "support/catch.hpp"
#include "support/found.hpp"

namespace sl = shuliang;

namespace {

static_assert(sl::options{}.weights == sl::weights::mainland);

constexpr sl::options mainland{};
constexpr sl::options taiwan{.weights = sl::weights::taiwan};
constexpr sl::options hong_kong{.weights = sl::weights::hong_kong};

// Everything in the text, one record after the other.
std::string read(std::string_view text, const sl::options& choices) {
    std::string out;
    const auto add = [&out](const sl::quantity& q) { out += (out.empty() ? "" : "; ") + support::describe(q).record; };
    sl::extract_into(text, add, choices);
    std::string streamed;
    sl::stream stream(choices);
    const auto again = [&streamed](const sl::quantity& q) {
        streamed += (streamed.empty() ? "" : "; ") + support::describe(q).record;
    };
    for (std::size_t i = 0; i < text.size(); ++i) stream.feed(text.substr(i, 1), again);
    stream.finish(again);
    return streamed == out ? out : out + " but in pieces " + streamed;
}

constexpr sl::rational in_grams(std::string_view text, const sl::options& choices) {
    const auto found = sl::extract<>(text, choices);
    return (*found.begin()).in(sl::unit::of_code("g")).value_or(0);
}

static_assert(in_grams("3斤", mainland) == 1500);
static_assert(in_grams("3斤", taiwan) == 1800);
static_assert(in_grams("1两", taiwan) == sl::decimal{375, -1});
static_assert(in_grams("1钱", taiwan) == sl::decimal{375, -2});
static_assert(in_grams("1担", taiwan) == 60'000);
static_assert(in_grams("1斤", hong_kong) == sl::decimal{60478982, -5});
static_assert(in_grams("16两", hong_kong) == in_grams("1斤", hong_kong));
static_assert(in_grams("160钱", hong_kong) == in_grams("1斤", hong_kong));
static_assert(in_grams("1担", hong_kong) == in_grams("100斤", hong_kong));

}  // namespace

TEST_CASE("a weight is that of the region", "[weights]") {
    CHECK(read("买了3斤", mainland) == "measure 3 斤");
    CHECK(read("買了3斤", taiwan) == "measure 3 台斤");
    CHECK(read("買了3斤", hong_kong) == "measure 3 司马斤");
    CHECK(read("約120斤重", taiwan) == "measure 120 台斤 ~about");
    CHECK(read("黃金五兩、白銀20兩", taiwan) == "measure 5 台两; measure 20 台两");
    CHECK(read("當歸三錢", hong_kong) == "measure 3 司马钱");
    CHECK(read("稻穀50擔", taiwan) == "measure 50 台担");
    CHECK(read("两个半斤", taiwan) == read("两个半台斤", taiwan));
    CHECK(read("½斤", taiwan) == "measure 0.5 台斤");
}

TEST_CASE("parts of a weight add up as they do in the region", "[weights]") {
    CHECK(read("重3斤2两", mainland) == "measure 32 两");
    CHECK(read("重3斤2兩", taiwan) == "measure 50 台两");
    CHECK(read("重3斤2兩", hong_kong) == "measure 50 司马两");
    CHECK(read("重三斤二两", taiwan) == "measure 50 台两");
    CHECK(read("重1擔20斤", taiwan) == "measure 120 台斤");
    CHECK(read("重1斤1兩1錢", hong_kong) == "measure 171 司马钱");
    CHECK(read("重1斤1兩1錢", mainland) == "measure 111 钱");
    CHECK(read("三斤半", taiwan) == "measure 3.5 台斤");
}

TEST_CASE("ranges, lists and rates keep to the region", "[weights]") {
    CHECK(read("3至5斤", taiwan) == "measure 3..5 台斤");
    CHECK(read("8两到1斤", mainland) == "measure 0.8..1 斤");
    CHECK(read("8两到1斤", taiwan) == "measure 0.5..1 台斤");
    CHECK(read("三斤以上五斤以下", taiwan) == "measure 3..5 台斤");
    CHECK(read("12斤、15斤和20斤", hong_kong) == "measure 12 司马斤; measure 15 司马斤; measure 20 司马斤");
    CHECK(read("40、60斤", taiwan) == "measure 40 台斤; measure 60 台斤");
    CHECK(read("每斤50元", taiwan) == "money 50 CNY per=台斤");
    CHECK(read("50元/斤", taiwan) == "money 50 CNY per=台斤");
    CHECK(read("50元每斤", hong_kong) == "money 50 CNY per=司马斤");
    CHECK(read("每10斤200元", taiwan) == "money 200 CNY per=台斤 per_value=10");
    CHECK(read("10±1斤", taiwan) == "measure 9..11 台斤");
}

TEST_CASE("words that say whose weight they are stay what they are", "[weights]") {
    for (const auto& choices : {mainland, taiwan, hong_kong}) {
        CHECK(read("3公斤", choices) == "measure 3 kg");
        CHECK(read("3市斤", choices) == "measure 3 斤");
        CHECK(read("3、4市斤", choices) == "measure 3..4 斤");
        CHECK(read("30、50市斤", choices) == "measure 30 斤; measure 50 斤");
        CHECK(read("5元/市斤", choices) == "money 5 CNY per=斤");
        CHECK(read("3台斤", choices) == "measure 3 台斤");
        CHECK(read("2司马两", choices) == "measure 2 司马两");
        CHECK(read("10台担架", choices) == "count 10 台");
        CHECK(read("3磅2盎司", choices) == read("3磅2盎司", mainland));
        CHECK(read("3块钱，两名，5万元", choices) == read("3块钱，两名，5万元", mainland));
    }
}
