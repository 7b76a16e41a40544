// Quantities through the views of range-v3 and of the standard library.
#include <iostream>
#include <range/v3/numeric/accumulate.hpp>
#include <range/v3/range/conversion.hpp>
#include <range/v3/view/chunk_by.hpp>
#include <range/v3/view/filter.hpp>
#include <range/v3/view/transform.hpp>
#include <shuliang.hpp>
#include <shuliang/bridge/range_v3.hpp>
#include <string_view>
#include <vector>

namespace sl = shuliang;
namespace rv = ranges::views;

int main() {
    constexpr std::string_view text =
        "三组12人，捐款350元；四组9人，捐款200元、20元；五组30人，用时2小时30分和45分钟。";
    const auto all = text | sl::extract<>;

    const auto money = all | rv::filter(sl::is(sl::kind::money)) |
                       rv::transform([](const sl::quantity& q) { return *sl::as<int>(q); }) | ranges::to<std::vector>();
    std::cout << money.size() << " amounts, " << ranges::accumulate(money, 0) << " yuan\n";

    auto minutes = all | rv::filter(sl::is(sl::kind::duration)) |
                   rv::transform([](const sl::quantity& q) { return *sl::as<int>(q, sl::unit::of_code("min")); });
    std::cout << ranges::accumulate(minutes, 0) << " minutes\n";

    for (auto&& run : all | rv::chunk_by([](const auto&a, const auto&b) { return a.kind() == b.kind(); }))
        std::cout << sl::name((*run.begin()).kind()) << " x " << ranges::distance(run) << '\n';
}
