// Pipelines, of range-v3 and of the standard library.
#include "shuliang/bridge/range_v3.hpp"

#include <range/v3/numeric/accumulate.hpp>
#include <range/v3/range/conversion.hpp>
#include <range/v3/view/chunk_by.hpp>
#include <range/v3/view/enumerate.hpp>
#include <range/v3/view/filter.hpp>
#include <range/v3/view/take.hpp>
#include <range/v3/view/transform.hpp>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "shuliang.hpp"
#include "shuliang/fields.hpp"
#include "support/catch.hpp"

namespace sl = shuliang;

namespace {

inline constexpr auto people = sl::count.of("名");
inline constexpr auto& pair = sl::sequence<people, sl::lit<"和">, sl::money>;
struct item {
    int price = 0;
};
inline constexpr auto prices = sl::fields<item>(sl::field<&item::price>("价格"));
using records = decltype(std::string_view{} | prices);

static_assert(ranges::forward_range<sl::extraction> && ranges::view_<sl::extraction>);
static_assert(ranges::borrowed_range<sl::extraction>);
static_assert(ranges::view_<decltype(std::string_view{} | pair)>);
static_assert(ranges::input_range<records> && ranges::view_<records>);
static_assert(std::ranges::input_range<records> && std::ranges::view<records>);

const std::string text = "共3名和5元，6名和70元；8名，9个，10元";
constexpr auto words = [](const auto& found) { return std::string{found.text()}; };
using strings = std::vector<std::string>;

}  // namespace

TEST_CASE("filter, transform, to") {
    CHECK((text | sl::extract<> | ranges::views::filter(sl::is(sl::kind::money)) | ranges::views::transform(words) |
           ranges::to<std::vector>()) == strings{"5元", "70元", "10元"});
    CHECK((text | people | ranges::views::take(2) | ranges::views::transform(words) | ranges::to<std::vector>()) ==
          strings{"3名", "6名"});
    CHECK((text | sl::extract<pair> | ranges::views::transform(words) | ranges::to<std::vector>()) ==
          strings{"3名和5元", "6名和70元"});
    const auto kept = text | sl::extract<sl::money> | ranges::to<std::vector<sl::quantity>>();
    CHECK(kept.size() == 3);
}

TEST_CASE("grouping and folding") {
    const auto sizes = text | sl::extract<> |
                       ranges::views::chunk_by([](const auto& a, const auto& b) { return a.kind() == b.kind(); }) |
                       ranges::views::transform([](auto&& run) { return ranges::distance(run); }) |
                       ranges::to<std::vector>();
    CHECK(sizes == std::vector<std::ptrdiff_t>{1, 1, 1, 1, 2, 1});
    CHECK(ranges::accumulate(text | sl::extract<sl::money> | ranges::views::transform([](const sl::quantity& q) {
                                 return sl::as<int>(q).value_or(0);
                             }),
                             0) == 85);
    for (const auto& [i, q] : ranges::views::enumerate(text | sl::extract<sl::money>)) CHECK(q.begin() > i);
}

TEST_CASE("records") {
    const std::string list = "价格5元，价格6元";
    CHECK((list | prices | ranges::views::transform([](const auto& found) { return found->price; }) |
           ranges::to<std::vector>()) == std::vector<int>{5, 6});
}

// clang 14 and the standard library of g++ 12 do not agree on std views.
#if !defined(__clang__) || __clang_major__ >= 16
TEST_CASE("std views") {
    strings out;
    for (const auto& s : text | sl::extract<> | std::views::filter(sl::is(sl::kind::money)) |
                             std::views::transform(words) | std::views::take(2))
        out.push_back(s);
    CHECK(out == strings{"5元", "70元"});
    out.clear();
    for (const auto& s : text | people | std::views::drop(1) | std::views::transform(words)) out.push_back(s);
    CHECK(out == strings{"6名", "8名"});
    // A view of range-v3, then one of the standard library.
    out.clear();
    for (const auto& s :
         text | sl::extract<> | ranges::views::filter(sl::is(sl::kind::count)) | std::views::transform(words))
        out.push_back(s);
    CHECK(out == strings{"3名", "6名", "8名", "9个"});
}
#endif
