// Order and hashes of quantities.
#include "shuliang/compare.hpp"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "shuliang.hpp"
#include "support/catch.hpp"

namespace sl = shuliang;
using namespace std::literals;

namespace {

constexpr sl::quantity first(std::string_view text) { return *(text | sl::extract<sl::everything>).begin(); }
constexpr char order(std::string_view a, std::string_view b) {
    const auto c = sl::compare(first(a), first(b));
    const auto back = sl::compare(first(b), first(a));
    // The other way round the answer is the mirror image.
    if ((c < 0) != (back > 0) || (c > 0) != (back < 0) || (c == 0) != (back == 0)) return '!';
    return c < 0 ? '<' : c > 0 ? '>' : c == 0 ? '=' : '?';
}

}  // namespace

static_assert(first("长3公里") > first("长2900米"));
static_assert(!(first("长3公里") > first("重2900克")) && !(first("长3公里") < first("重2900克")));

TEST_CASE("quantities of one dimension are ordered") {
    CHECK(order("长1公里", "长1000米") == '=');
    CHECK(order("重1斤", "重1公斤") == '<');
    CHECK(order("气温25℃", "气温77华氏度") == '=');
    CHECK(order("3000余名", "2999名") == '>');
    CHECK(order("5元", "4.9元") == '>');
    CHECK(order("90分钟", "2小时") == '<');
    CHECK(order("5%", "60‰") == '<');
    CHECK(order("三分之一", "三分之二") == '<');
    CHECK(order("第三批", "第二批") == '>');
    CHECK(order("3倍", "两倍") == '>');
}

TEST_CASE("what cannot be compared is unordered") {
    CHECK(order("3个", "5名") == '?');
    CHECK(order("5元", "4美元") == '?');
    CHECK(order("长3米", "重3克") == '?');
    CHECK(order("第三名", "三名") == '?');
    CHECK(order("3比1", "2比1") == '?');
    CHECK(order("3个", "99999999999999999999个") == '?');
    CHECK(order("每人50元", "50元") == '?');
}

TEST_CASE("ranges") {
    CHECK(order("3至5米", "6至7米") == '<');
    CHECK(order("3至5米", "600厘米") == '<');
    CHECK(order("3至5米", "4米") == '?');
    CHECK(order("3至5米", "5至6米") == '?');
    CHECK(order("3至5米", "300至500厘米") == '=');
}

TEST_CASE("rates") {
    CHECK(order("每人50元", "每人60元") == '<');
    CHECK(order("每10万人3.2例", "每万人1例") == '<');
    CHECK(order("5元/斤", "10元/公斤") == '=');
    CHECK(order("每人50元", "每户60元") == '?');
}

TEST_CASE("dates and times") {
    CHECK(order("2020年2月26日", "2020年3月1日") == '<');
    CHECK(order("2020年", "2019年") == '>');
    CHECK(order("2月1日", "2月1日") == '=');
    CHECK(order("7:30", "下午3点") == '<');
    CHECK(order("2020年2月", "2020年2月26日") == '?');
    CHECK(order("20世纪90年代", "2020年") == '?');
    CHECK(order("2020年第一季度", "2020年2月") == '?');
    CHECK(order("2020年第一季度", "2020年第二季度") == '<');
}

TEST_CASE("hashes") {
    std::unordered_map<sl::unit, int> units;
    std::unordered_set<sl::quantity> seen;
    std::unordered_set<sl::rational> values;
    for (const auto& q : "3个和5个，1.50元和1.5元"sv | sl::extract<>) {
        ++units[q.unit()];
        seen.insert(q);
        seen.insert(q);
        values.insert(*q.value());
    }
    CHECK(units.size() == 2);
    CHECK(seen.size() == 4);
    CHECK(values.size() == 3);
    CHECK(std::hash<sl::decimal>{}(sl::decimal{150, -2}) == std::hash<sl::decimal>{}(sl::decimal{15, -1}));
    CHECK(std::hash<sl::quantity>{}(first("三分之二")) == std::hash<sl::quantity>{}(first("三分之二")));
}
