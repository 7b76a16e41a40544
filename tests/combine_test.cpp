// Extractors made of extractors.
#include "shuliang/combine.hpp"

#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shuliang.hpp"
#include "support/catch.hpp"
#include "support/tables.hpp"
#include "support/text.hpp"

namespace sl = shuliang;
using namespace std::literals;

namespace {

inline constexpr auto people = sl::count.of("人", "名", "位");
inline constexpr auto large = sl::money.where([](const sl::quantity& q) { return q.value() >= 10'000; });
inline constexpr auto vague = sl::where([](const sl::quantity& q) { return q.approx() != sl::approx::exact; });
inline constexpr auto roads = sl::measure.of("公里", "m").where([](const sl::quantity& q) { return q.value() > 3; });
inline constexpr auto& rate = sl::labelled<"复工率", sl::percent>;
inline constexpr auto& pair = sl::sequence<people, sl::lit<"和", "与">, sl::money>;
inline constexpr auto& triple = sl::sequence<people, sl::lit<"和">, sl::money, sl::lit<"和">, sl::measure>;
inline constexpr auto& spent = sl::sequence<sl::lit<"投入", "共投入">, sl::lit<"资金">, sl::money>;

// What is found, separated by a stroke; the parts of a group in brackets.
template <class Range>
std::string all(const Range& found) {
    std::string out;
    for (const auto& f : found) {
        if (!out.empty()) out += '|';
        out += f.text();
        if constexpr (requires { f.parts(); }) {
            out += '[';
            for (const auto& q : f.parts()) out += (out.back() == '[' ? "" : " ") + std::string{q.text()};
            out += ']';
        }
    }
    return out;
}

constexpr std::size_t how_many(const auto& range) {
    std::size_t n = 0;
    for (auto i = range.begin(); i != range.end(); ++i) ++n;
    return n;
}

using view = decltype(std::declval<std::string_view>() | sl::extract<people>);
static_assert(std::ranges::forward_range<view> && std::ranges::view<view> && std::ranges::borrowed_range<view>);
static_assert(std::is_same_v<std::ranges::range_value_t<view>, sl::quantity>);
using groups = decltype(std::declval<std::string_view>() | sl::extract<pair, sl::money>);
static_assert(std::ranges::forward_range<groups>);
static_assert(std::is_same_v<std::ranges::range_value_t<groups>, sl::group<2>>);

template <class Text>
concept pipes = requires(Text&& text) {
    std::forward<Text>(text) | people;
    std::forward<Text>(text) | sl::extract<pair>;
};
static_assert(pipes<std::string_view> && pipes<const std::string&>);
static_assert(!pipes<std::string> && !pipes<const std::string>);

// While compiling, too.
static_assert(how_many("3名5个7人"sv | sl::extract<people>) == 2);
static_assert(how_many("3名和5元，7人与9元"sv | pair) == 2);
static_assert((*("复工率达97.1%"sv | rate).begin()).value() == sl::decimal{971, -1});
static_assert((*("3名和5元"sv | pair).begin()).text() == "3名和5元");
static_assert((*("3名和5元"sv | pair).begin())[1].unit() == "CNY");

}  // namespace

TEST_CASE("units and predicates") {
    const auto text = "共3000余名党员，5个党支部，60位老人，投入5000元，约20万元，修路12.5公里，宽3米"sv;
    CHECK(all(text | sl::extract<people>) == "3000余名|60位");
    CHECK(all(text | people) == "3000余名|60位");
    CHECK(all(text | sl::extract<large>) == "约20万元");
    CHECK(all(text | sl::extract<vague>) == "3000余名|约20万元");
    CHECK(all(text | roads) == "12.5公里");
    CHECK(all(text | sl::extract<people, large>) == "3000余名|60位|约20万元");
    CHECK(all(text | sl::money) == "5000元|约20万元");
    CHECK(all("三個和3个"sv | sl::extract<sl::either<people, sl::count>>) == "三個|3个");
}

TEST_CASE("labels on either side") {
    const auto found = [](std::string_view text) { return all(text | rate); };
    CHECK(found("复工率97.1%") == "97.1%");
    CHECK(found("复工率为97.1%") == "97.1%");
    CHECK(found("复工率已达到97.1%") == "97.1%");
    CHECK(found("复工率：97.1%，增长3%") == "97.1%");
    CHECK(found("97.1%的复工率") == "97.1%");
    CHECK(found("复工率，97.1%").empty());
    CHECK(found("复工率高于去年，为97.1%").empty());
    CHECK(found("复工率1405家").empty());
    CHECK(found("复工率近97.1%") == "近97.1%");
}

TEST_CASE("neighbours") {
    CHECK(all("党员30名，群众40名"sv | sl::preceded_by<"党员", sl::count>) == "30名");
    CHECK(all("30名党员，40名群众"sv | sl::followed_by<"党员", sl::count>) == "30名");
    CHECK(all("30名的党员"sv | sl::followed_by<"党员", sl::count>).empty());
    CHECK(all("由3名和5元组成，由3名和6元组成"sv | sl::followed_by<"组", pair>) ==
          "3名和5元[3名 5元]|3名和6元[3名 6元]");
    CHECK(all("由3名和5元组成，有3名和6元"sv | sl::preceded_by<"由", pair>) == "3名和5元[3名 5元]");
}

TEST_CASE("sequences") {
    CHECK(all("3名和5元，7人与9元，7人及9元，7人和9个"sv | pair) == "3名和5元[3名 5元]|7人与9元[7人 9元]");
    CHECK(all("3名和4名和5元"sv | pair) == "4名和5元[4名 5元]");
    CHECK(all("资金5元，投入资金6元，共投入资金7元，资金8元"sv | spent) == "投入资金6元[6元]|共投入资金7元[7元]");
    CHECK(all("修3名和投入资金5元"sv | sl::sequence<people, sl::lit<"和">, spent>) == "3名和投入资金5元[3名 5元]");
    // Nothing is looked for in what belongs to the match before.
    CHECK(all("5元3名"sv | sl::extract<sl::money, sl::sequence<sl::lit<"元">, people>>) == "5元[5元]");
    CHECK(all("3名5元"sv | sl::sequence<people, sl::money>) == "3名5元[3名 5元]");
}

TEST_CASE("the furthest end wins, whatever the order") {
    const auto text = "3名和5元和8米，3名和5元，3名"sv;
    const auto want = "3名和5元和8米[3名 5元 8米]|3名和5元[3名 5元]|3名[3名]"s;
    CHECK(all(text | sl::extract<people, pair, triple>) == want);
    CHECK(all(text | sl::extract<triple, pair, people>) == want);
    CHECK(all(text | sl::extract<pair, people, triple>) == want);
    CHECK(all(text | sl::either<pair, sl::either<triple, people>>) == want);
}

TEST_CASE("selecting never changes readings") {
    std::vector<std::string> texts = support::corpus();
    for (const auto& line : support::all_lines()) texts.push_back(line.text);
    for (const std::string& text : texts) {
        std::vector<sl::quantity> named, expensive, either, first;
        for (const auto& q : text | sl::extract<>) {
            if (people.accepts(q, text)) named.push_back(q);
            if (q.kind() == sl::kind::money && q.value() >= 10'000) expensive.push_back(q);
            if (q.kind() == sl::kind::percent || people.accepts(q, text)) either.push_back(q);
        }
        const auto same = [](const auto& range, const std::vector<sl::quantity>& want) {
            std::vector<sl::quantity> got;
            for (const auto& q : range) got.push_back(q);
            return got == want;
        };
        REQUIRE(same(text | sl::extract<people>, named));
        REQUIRE(same(text | sl::extract<large>, expensive));
        REQUIRE(same(text | sl::extract<sl::percent, people>, either));
        // What a pattern of one quantity finds is what the filter finds.
        for (const auto& g : text | sl::sequence<people>) first.push_back(g[0]);
        REQUIRE((first == named));
    }
}

TEST_CASE("options") {
    static constexpr sl::options taiwan{.trillion = true, .currency = sl::unit::of_code("TWD").id()};
    static constexpr auto local = sl::money.of("TWD");
    CHECK(all(sl::extract<local>("預算3兆元", taiwan)) == "3兆元");
    CHECK(all(sl::extract<local>("預算3元")).empty());
}
