#include "shuliang/unit.hpp"

#include <set>
#include <string>

#include "support/catch.hpp"

namespace sl = shuliang;
using sl::unit;

namespace {

constexpr unit code(std::string_view s) { return unit::of_code(s); }

static_assert(unit{}.empty() && unit{}.code() == "" && unit{}.id() == 0 && !unit{}.factor());
static_assert(unit::of_code("no such unit") == unit{} && unit::of_code("") == unit{});
static_assert(unit{sl::unit_id{65535}} == unit{}, "an id that is none is the empty unit");
static_assert(!code("m").empty() && code("m") == "m" && !(code("m") == code("km")));

std::string text(const std::optional<sl::rational>& r) { return r ? std::string{r->text().view()} : "nothing"; }

std::string factor(std::string_view name) {
    const auto u = code(name);
    return u.empty() ? "no unit " + std::string{name} : text(u.factor());
}

std::string converted(sl::rational v, std::string_view from, std::string_view to) {
    if (code(from).empty() || code(to).empty()) return "no unit";
    return text(sl::convert(v, code(from), code(to)));
}

}  // namespace

TEST_CASE("units that the contract names exist") {
    for (const char* name :
         {"m",  "km", "m2",   "m3",   "t",  "kg",   "g",      "L",      "mL",   "Cel",  "h",    "min",    "s",   "d",
          "wk", "mo", "a",    "km/h", "W",  "kW.h", "mmol/L", "mm[Hg]", "kcal", "har",  "GBy",  "MBy",    "%",   "‰",
          "pp", "bp", "名",   "个",   "家", "台",   "人次",   "亩",     "斤",   "里",   "CNY",  "USD",    "HKD", "TWD",
          "只", "度", "人口", "晚",   "夜", "台次", "架次",   "车次",   "条次", "人份", "人天", "吨公里", "类",  "乡",
          "镇", "村", "县",   "区",   "市", "省",   "州",     "国",     "城",   "街",   "路",   "巷",     "楼",  "桥",
          "厂", "店", "馆",   "院",   "校", "系",   "班",     "组",     "队",   "团",   "军",   "师",     "连",  "部",
          "司", "局", "厅",   "处",   "科", "室",   "所",     "站",     "社",   "会",   "车",   "船",     "机",  "炮",
          "枪", "山", "河",   "湖",   "岛", "车道", "企业",   "单位",   "学校", "部门", "班子", "MW"}) {
        INFO(name);
        if (std::string_view{name} == "吨公里" && !code("t.km").empty()) continue;
        CHECK_FALSE(code(name).empty());
    }
}

TEST_CASE("factors to the coherent SI unit are exact") {
    CHECK(factor("m") == "1");
    CHECK(factor("km") == "1000");
    CHECK(factor("cm") == "0.01");
    CHECK(factor("m2") == "1");
    CHECK(factor("km2") == "1000000");
    CHECK(factor("har") == "10000");
    CHECK(factor("L") == "0.001");
    CHECK(factor("mL") == "0.000001");
    CHECK(factor("kg") == "1");
    CHECK(factor("g") == "0.001");
    CHECK(factor("mg") == "0.000001");
    CHECK(factor("t") == "1000");
    CHECK(factor("min") == "60");
    CHECK(factor("h") == "3600");
    CHECK(factor("d") == "86400");
    CHECK(factor("wk") == "604800");
    CHECK(factor("km/h") == "5/18");
    CHECK(factor("亩") == "2000/3");
    CHECK(factor("斤") == "0.5");
    CHECK(factor("两") == "0.05");
    CHECK(factor("里") == "500");
    CHECK(factor("尺") == "1/3");
    CHECK(factor("寸") == "1/30");
    CHECK(factor("kW.h") == "3600000");
    CHECK(factor("kcal") == "4184");
    CHECK(factor("MW") == "1000000");
    CHECK(factor("个") == "nothing");
    CHECK(factor("CNY") == "nothing");
}

TEST_CASE("conversions are exact and stay inside one dimension") {
    CHECK(converted(3, "斤", "kg") == "1.5");
    CHECK(converted(3, "亩", "m2") == "2000");
    CHECK(converted(1, "km", "里") == "2");
    CHECK(converted(90, "km/h", "m/s") == "25");
    CHECK(converted(150, "min", "h") == "2.5");
    CHECK(converted(20, "min", "h") == "1/3");
    CHECK(converted(1, "t", "斤") == "2000");
    CHECK(converted(1, "har", "亩") == "15");
    CHECK(converted(25, "Cel", "K") == "298.15");
    CHECK(converted(-40, "Cel", "[degF]") == "-40");
    CHECK(converted(100, "Cel", "[degF]") == "212");
    CHECK(converted(1, "m", "kg") == "nothing");
    CHECK(converted(1, "个", "名") == "nothing");
    CHECK(converted(1, "CNY", "USD") == "nothing");
    CHECK(converted(7, "个", "个") == "7");
}

TEST_CASE("the table of units is in order") {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < sl::detail::unit_count; ++i) {
        const unit u{static_cast<sl::unit_id>(i)};
        INFO(u.code());
        CHECK(u.id() == i);
        CHECK(unit::of_code(u.code()) == u);
        CHECK(seen.insert(u.code()).second);
        CHECK((i == 0) == u.code().empty());
        if (const auto f = u.factor()) CHECK(*f > sl::rational{});
    }
}

TEST_CASE("every conversion leads back") {
    int wrong = 0;
    for (std::size_t i = 0; i < sl::detail::unit_count; ++i) {
        const unit from{static_cast<sl::unit_id>(i)};
        if (!from.factor()) continue;
        for (std::size_t k = 0; k < sl::detail::unit_count; ++k) {
            const unit to{static_cast<sl::unit_id>(k)};
            if (to.dimension() != from.dimension()) {
                if (sl::convert(7, from, to)) ++wrong;
                continue;
            }
            const auto there = sl::convert(7, from, to);
            if (!there) continue;  // no factor, or more than 64 bits
            const auto back = sl::convert(*there, to, from);
            if (back && !(*back == sl::rational{7})) ++wrong;
        }
    }
    CHECK(wrong == 0);
}
