// Quantities through {fmt}.
#include "shuliang/bridge/fmt.hpp"

#include <string>
#include <string_view>

#include "shuliang.hpp"
#include "support/catch.hpp"

namespace sl = shuliang;

namespace {

constexpr sl::quantity first(std::string_view text) { return *(text | sl::extract<>).begin(); }

}  // namespace

TEST_CASE("a quantity and its parts") {
    const auto q = first("共3000余名党员");
    CHECK(fmt::format("{}", q) == "count 3000 名 ~over");
    CHECK(fmt::format("{0:t} is {0:v} {0:u}, a {0:k}", q) == "3000余名 is 3000 名, a count");
    CHECK(fmt::format("{:v}", first("3至5万元")) == "30000..50000");
    CHECK(fmt::format("{:v>8}|{:u<5}|", q, q) == "    3000|名   |");
    CHECK(fmt::format("[{:>6}] {} {} {}", q.unit(), *q.value(), sl::decimal{15, -1}, *first("2月1日").date()) ==
          "[    名] 3000 1.5 XXXX-02-01");
}

TEST_CASE("width and fill") { CHECK(fmt::format("{:v*^8}", first("3000名")) == "**3000**"); }
