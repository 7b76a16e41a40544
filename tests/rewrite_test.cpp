// Texts with their quantities replaced.
#include "shuliang/rewrite.hpp"

#include <optional>
#include <string>
#include <string_view>

#include "shuliang.hpp"
#include "support/catch.hpp"
#include "support/tables.hpp"

namespace sl = shuliang;

namespace {

std::string digits(std::string_view text) {
    return sl::replace(text, [](const sl::quantity& q) { return sl::in_digits(q); });
}
inline constexpr auto& pair = sl::sequence<sl::count, sl::lit<"和">, sl::money>;

}  // namespace

TEST_CASE("numbers in digits") {
    CHECK(digits("全县三千余名党员捐款近五十万元，占百分之三十。") == "全县3000余名党员捐款近500000元，占百分之30。");
    CHECK(digits("３,０００人，1.2亿元，一半") == "3000人，120000000元，一半");
    // What is no single number in the phrase stays.
    CHECK(digits("三五个，3块5，三年半，30多万人，几十户，三分之二，统一，2月1日") ==
          "三五个，3块5，三年半，30多万人，几十户，三分之二，统一，2月1日");
}

TEST_CASE("numbers in words") {
    const auto words = [](std::string_view text, sl::spelling how) {
        return sl::replace<sl::money, sl::count>(text, [how](const sl::quantity& q) { return sl::in_words(q, how); });
    };
    CHECK(words("付305元，2个，30%", {}) == "付三百零五元，二个，30%");
    CHECK(words("付305元，2个，30%", {.liang = true}) == "付三百零五元，两个，30%");
    CHECK(words("付305元", {sl::style::financial}) == "付叁佰零伍元");
    CHECK(words("35000人", {sl::style::abbreviated}) == "3.5万人");
}

TEST_CASE("anything for anything") {
    CHECK(sl::replace<sl::money>("付5元和6元，7个", [](const sl::quantity&) { return "***"; }) == "付***和***，7个");
    CHECK(sl::replace<sl::measure>("田12亩，路3公里", [](const sl::quantity& q) -> std::optional<std::string> {
              const auto area = q.in(sl::unit::of_code("m2"));
              if (!area) return std::nullopt;
              return std::string{area->text().view()} + "平方米";
          }) == "田8000平方米，路3公里");
    CHECK(sl::replace<pair>("给3名和5元，给4名", [](const auto& g) { return g[1].text(); }) == "给5元，给4名");
    CHECK(sl::replace("", [](const sl::quantity&) { return ""; }).empty());
}

TEST_CASE("other bytes stay as they are") {
    for (const auto& line : support::all_lines()) {
        REQUIRE(sl::replace(line.text, [](const sl::quantity&) { return std::optional<std::string>{}; }) == line.text);
        REQUIRE(sl::replace(line.text, [](const sl::quantity& q) { return q.text(); }) == line.text);
        std::string pieces;
        std::uint64_t removed = 0;
        sl::replace_into(
            line.text,
            [&removed](const sl::quantity& q) {
                removed += q.text().size();
                return std::string_view{};
            },
            [&pieces](std::string_view piece) { pieces += piece; });
        REQUIRE(pieces.size() + removed == line.text.size());
    }
}
