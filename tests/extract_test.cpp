// The phrase tables, and what the public way in promises beside them.
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shuliang.hpp"
#include "support/catch.hpp"
#include "support/found.hpp"
#include "support/tables.hpp"
#include "support/text.hpp"

namespace sl = shuliang;
using support::found;

namespace {

using view = decltype(std::declval<std::string_view>() | sl::extract<>);
using iterator = std::ranges::iterator_t<view>;

static_assert(std::ranges::forward_range<view>);
static_assert(std::ranges::view<view> && std::ranges::borrowed_range<view>);
static_assert(std::forward_iterator<iterator>);
static_assert(std::is_same_v<std::iter_value_t<iterator>, sl::quantity>);

template <class Text>
concept pipes = requires(Text&& text) {
    std::forward<Text>(text) | sl::extract<>;
};

static_assert(pipes<std::string_view> && pipes<std::string&> && pipes<const std::string&>);
static_assert(!pipes<std::string> && !pipes<const std::string>, "a temporary string would dangle");

// The extractor runs while compiling.
static_assert((*("共10万余份" | sl::extract<>).begin()).value() == 100'000);
static_assert((*("共10万余份" | sl::extract<>).begin()).text() == "10万余份");
static_assert((*("共10万余份" | sl::extract<>).begin()).is(sl::approx::over));
static_assert((*("复工率97.1%" | sl::extract<sl::percent>).begin()).value() == sl::decimal{971, -1});
static_assert((*("投资3-5万元" | sl::extract<sl::money>).begin()).from() == 30'000);
static_assert((*("投资3-5万元" | sl::extract<sl::money>).begin()).to() == 50'000);
static_assert((*("投资3-5万元" | sl::extract<sl::money>).begin()).unit() == "CNY");
static_assert(("大家一起走" | sl::extract<>).begin() == ("大家一起走" | sl::extract<>).end());
static_assert([] {
    int n = 0;
    for (const sl::quantity& q : std::string_view{"登记4784辆8831人"} | sl::extract<>) n += q.kind() == sl::kind::count;
    return n;
}() == 2);

// Pieces of `text` that are extracted through the view.
template <const auto&... Selected>
std::vector<found> selected(std::string_view text) {
    std::vector<found> out;
    for (const sl::quantity& q : text | sl::extract<Selected...>) out.push_back(support::describe(q));
    return out;
}

template <const auto& Selected>
std::string unequal(sl::kind kind, const std::vector<found>& all, std::string_view text) {
    std::vector<found> want;
    for (const auto& f : all)
        if (f.kind == kind) want.push_back(f);
    const auto got = selected<Selected>(text);
    if (got == want) return {};
    return "extract<" + std::string{sl::name(kind)} + "> of " + std::string{text.substr(0, 200)} + "\n  expected\n" +
           support::shown(want, text) + "  got\n" + support::shown(got, text);
}

// Empty when selecting equals filtering, kind by kind.
std::string selection_differs(std::string_view text) {
    const auto all = support::everything(text);
    std::string out =
        unequal<sl::count>(sl::kind::count, all, text) + unequal<sl::measure>(sl::kind::measure, all, text) +
        unequal<sl::money>(sl::kind::money, all, text) + unequal<sl::percent>(sl::kind::percent, all, text) +
        unequal<sl::fraction>(sl::kind::fraction, all, text) + unequal<sl::multiple>(sl::kind::multiple, all, text) +
        unequal<sl::ratio>(sl::kind::ratio, all, text) + unequal<sl::ordinal>(sl::kind::ordinal, all, text) +
        unequal<sl::duration>(sl::kind::duration, all, text) + unequal<sl::age>(sl::kind::age, all, text) +
        unequal<sl::date>(sl::kind::date, all, text) + unequal<sl::time_of_day>(sl::kind::time, all, text) +
        unequal<sl::cardinal>(sl::kind::cardinal, all, text) + unequal<sl::identifier>(sl::kind::identifier, all, text);
    if (selected<sl::everything>(text) != all) out += "extract<everything> differs from extract_into\n";
    std::vector<found> want;
    for (const auto& f : all)
        if (f.kind != sl::kind::identifier) want.push_back(f);
    if (selected<>(text) != want) out += "extract<> differs from extract_into without identifiers\n";
    want.clear();
    for (const auto& f : all)
        if (f.kind == sl::kind::money || f.kind == sl::kind::date) want.push_back(f);
    if (selected<sl::money, sl::date>(text) != want) out += "extract<money, date> differs\n";
    return out;
}

// `[3000, 4000)`, `(-inf, 5]`, `none`
std::string shown(const std::optional<sl::interval>& b) {
    if (!b) return "none";
    const auto end = [](const std::optional<sl::rational>& v, const char* absent) {
        return v ? std::string{v->text().view()} : std::string{absent};
    };
    return (b->lower && b->lower_closed ? "[" : "(") + end(b->lower, "-inf") + ", " + end(b->upper, "inf") +
           (b->upper && b->upper_closed ? "]" : ")");
}

}  // namespace

TEST_CASE("phrase tables") {
    for (const auto& name : support::table_names()) {
        if (!support::has_records(name)) continue;
        DYNAMIC_SECTION(name) {
            std::string problems;
            int wrong = 0;
            const auto lines = support::read_table(name);
            for (const auto& line : lines) {
                const support::exact_copy text(line.text);
                const auto problem = support::difference(line, support::everything(text.view()));
                problems += problem;
                wrong += problem.empty() ? 0 : 1;
            }
            support::tell(problems);
            INFO(wrong << " of " << lines.size() << " lines");
            CHECK(wrong == 0);
        }
    }
}

TEST_CASE("derived bounds") {
    for (const auto& line : support::read_table("bounds.tsv")) {
        INFO(line.where());
        int found = 0;
        for (const sl::quantity& q : std::string_view{line.text} | sl::extract<>) {
            if (q.begin() != line.marks.front().begin || q.end() != line.marks.front().end) continue;
            ++found;
            CHECK(shown(q.bounds()) == line.columns.front());
        }
        CHECK(found == 1);
    }
}

TEST_CASE("choosing kinds never changes readings") {
    std::string problems;
    for (const auto& line : support::all_lines()) problems += selection_differs(line.text);
    for (const auto& text : support::corpus()) problems += selection_differs(text);
    support::tell(problems);
    CHECK(problems.empty());
}

TEST_CASE("records say where they are") {
    for (const auto& line : support::all_lines()) {
        for (const sl::quantity& q : std::string_view{line.text} | sl::extract<sl::everything>) {
            REQUIRE(q.text() == std::string_view{line.text}.substr(q.begin(), q.end() - q.begin()));
            REQUIRE(q.text().data() == line.text.data() + q.begin());
            // A value or both ends of a range or neither, never one end alone.
            const auto value = sl::text_of_value(q), from = sl::text_of_from(q), to = sl::text_of_to(q);
            REQUIRE(from.view().empty() == to.view().empty());
            REQUIRE((value.view().empty() || from.view().empty()));
            const bool none = value.view().empty() && from.view().empty();
            REQUIRE(none == (q.kind() == sl::kind::identifier || q.overflowed()));
        }
    }
}

TEST_CASE("the view can be walked more than once and from any iterator") {
    const std::string_view text = "共10万余份，3至5人，2020年5月";
    const auto all = text | sl::extract<>;
    auto first = all.begin();
    const auto kept = first++;
    CHECK((*kept).text() == "10万余份");
    CHECK((*first).text() == "3至5人");
    CHECK(++first != all.end());
    CHECK((*first).text() == "2020年5月");
    CHECK(++first == all.end());
    CHECK(std::ranges::distance(all) == 3);
    CHECK(std::ranges::distance(all) == 3);
}

TEST_CASE("composition with other ranges") {
    const std::string text = "一线工人30名，占5%，收入3000元";
    int percent = 0;
    for (const sl::quantity& q : text | sl::extract<>) percent += sl::is(sl::kind::percent)(q) ? 1 : 0;
    CHECK(percent == 1);
    CHECK(std::ranges::count_if(text | sl::extract<sl::money, sl::percent>, [](const sl::quantity&) { return true; }) ==
          2);
}

TEST_CASE("empty and numberless texts give nothing") {
    CHECK(support::everything("").empty());
    CHECK(support::everything(std::string_view{}).empty());
    CHECK(support::everything("没有数的句子。").empty());
    CHECK(support::everything("\n\n\t ").empty());
}

TEST_CASE("a value outside the number type is reported, never wrong") {
    const std::string text = "共" + std::string(40, '9') + "个，又3个";
    const auto all = support::everything(text);
    REQUIRE(all.size() == 2);
    CHECK(all[0].value == "overflow");
    CHECK(all[1].record == "count 3 个");
    for (const sl::quantity& q : text | sl::extract<>) {
        if (!q.overflowed()) continue;
        CHECK_FALSE(q.value());
        CHECK_FALSE(q.bounds());
    }
}

TEST_CASE("a phrase that is too long is dropped and reported") {
    const std::string text = "共" + std::string(5000, '9') + "个，又3个";
    int found = 0;
    const auto report =
        sl::extract_into(text, [&found](const sl::quantity& q) { found += q.text() == "3个" ? 1 : 100; });
    CHECK(found == 1);
    CHECK(report.dropped == 1);
    CHECK(report.first_dropped == std::string{"共"}.size());
}

TEST_CASE("quantities convert exactly") {
    const auto in = [](std::string_view text, std::string_view code) {
        const auto all = text | sl::extract<>;
        const auto q = *all.begin();
        const auto v = q.in(sl::unit::of_code(code));
        return v ? std::string{v->text().view()} : std::string{"nothing"};
    };
    CHECK(in("重3斤", "kg") == "1.5");
    CHECK(in("重3斤2两", "g") == "1600");
    CHECK(in("重2吨", "kg") == "2000");
    CHECK(in("面积3亩", "m2") == "2000");
    CHECK(in("面积1亩", "m2") == "2000/3");
    CHECK(in("长3公里", "m") == "3000");
    CHECK(in("长1里", "m") == "500");
    CHECK(in("时速90公里/小时", "m/s") == "25");
    CHECK(in("等2小时30分", "h") == "2.5");
    CHECK(in("气温25℃", "K") == "298.15");
    CHECK(in("气温零下5℃", "K") == "268.15");
    CHECK(in("用电1度电", "J") == "3600000");
    CHECK(in("重3斤", "m") == "nothing");
    CHECK(in("付3元", "USD") == "nothing");
}
