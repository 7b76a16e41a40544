// Patterns as extractors.
#include "shuliang/bridge/re2.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "shuliang.hpp"
#include "support/catch.hpp"
#include "support/tables.hpp"

namespace sl = shuliang;

namespace {

std::string all(std::string_view text, std::string_view pattern) {
    const sl::re2_rule rule(pattern);
    REQUIRE(rule.ok());
    std::string out;
    for (const auto& m : text | rule) {
        if (!out.empty()) out += '|';
        out += m.text();
        CHECK(text.substr(m.begin(), m.end() - m.begin()) == m.text());
    }
    return out;
}
std::string error(std::string_view pattern) {
    const sl::re2_rule rule(pattern);
    if (rule.ok()) return "none";
    CHECK((std::string_view{"投入3元"} | rule).empty());
    return std::to_string(rule.error().column) + ": " + rule.error().what;
}

template <class Text>
concept pipes = requires(Text&& text, const sl::re2_rule& rule) {
    std::forward<Text>(text) | rule;
};
static_assert(pipes<const std::string&> && pipes<std::string_view> && !pipes<std::string>);

}  // namespace

TEST_CASE("characters, not bytes") {
    CHECK(all("一二三", "[二]") == "二");
    CHECK(all("三千四百", ".{2}") == "三千|四百");
    CHECK(all("共５名", "\\p{Nd}") == "５");
    CHECK(all("aab", "a*").size() == 2);
}

TEST_CASE("placeholders") {
    CHECK(all("投入三千万元，投入5台，共投入约7元", "投入{money}") == "投入三千万元|投入约7元");
    CHECK(all("投入三千万元，投入5台", "投入{quantity}") == "投入三千万元|投入5台");
    CHECK(all("3名和5元，3名", "{count}(和{money})?") == "3名和5元|3名");
    CHECK(all("12名，34元", "\\d+") == "12|34");
    // Other quantities are text as always.
    CHECK(all("投入12台和34元", "\\d+台和{money}") == "12台和34元");
    CHECK(all("{money}", "\\{money}") == "{money}");
    CHECK(all("aa", "a{2}") == "aa");
    CHECK(all("投\xEF\xB7\x92"
              "5元",
              "投{money}")
              .empty());
}

TEST_CASE("fields") {
    const std::string text = "县财政局投入３,０００余元，用时三十二天，占三分之一。";
    const sl::re2_rule rule(
        "(?P<who>\\p{Han}{2,4}?局)投入(?P<amount>{money}).*?时(?P<n>[一二三四五六七八九十]+)天(，占(?P<share>\\p{Han}+)"
        ")?(x)?");
    REQUIRE(rule.ok());
    const auto found = text | rule;
    REQUIRE(found.size() == 1);
    const auto& m = found.front();
    CHECK(m["who"].text == "县财政局");
    CHECK(m["amount"].text == "３,０００余元");
    REQUIRE(m["amount"].quantity());
    CHECK(m["amount"].quantity()->is(sl::approx::over));
    CHECK(m["amount"].quantity()->begin() == text.find("３"));
    CHECK(m["amount"].number() == 3000);
    CHECK(m["n"].number() == 32);
    CHECK(m["n"].begin == text.find("三十二"));
    CHECK(m["share"].quantity()->text() == "三分之一");
    CHECK(m["share"].quantity()->begin() == text.find("三分之一"));
    CHECK(m["share"].number() == sl::rational::make(1, 3));
    CHECK_FALSE(m["who"].number());
    CHECK_FALSE(m["nobody"]);
    CHECK_FALSE(m[6]);
    CHECK(m.size() == 7);
}

TEST_CASE("invalid patterns say where") {
    CHECK(error("投入(") == "3: missing ): 投入(");
    CHECK(error("投入)") == "3: unexpected ): 投入)");
    CHECK(error("{money}和[a") == "9: missing ]: [a");
    CHECK(error("(a)(b(c)") == "4: missing ): (a)(b(c)");
    CHECK(error("a{money}b{monney}") == "10: there is no placeholder {monney}");
    CHECK(error("{money}\\q") == "8: invalid escape sequence: \\q");
    CHECK(error("a**") == "2: bad repetition operator: **");
    CHECK(error("\\\\q\\q").substr(0, 2) == "4:");
    CHECK(error("{money}{1}") == "none");
    CHECK(error("和({quantity}{money}") == "2: missing ): 和({quantity}{money}");
}

TEST_CASE("many rules") {
    std::vector<sl::file_error> errors;
    const auto rules = sl::re2_rules::parse(
        "name\tpattern\n"
        "spent\t投入{money}\n"
        "people\t{count}党员\n"
        "year\t\\d{4}年\n"
        "both\t{money}和{count}\n",
        "rules.tsv", errors);
    REQUIRE(errors.empty());
    REQUIRE(rules.size() == 4);
    const std::string text = "2020年投入5元和3名党员，6名党员。";
    std::string out;
    for (const auto& m : text | rules) out += rules.name(m.rule()) + "=" + std::string{m.text()} + ";";
    CHECK(out == "year=2020年;spent=投入5元;both=5元和3名;people=3名党员;people=6名党员;");
    CHECK(rules.matching(text) == std::vector<std::size_t>{0, 1, 2, 3});
    CHECK(rules.matching("没有") == std::vector<std::size_t>{});
    CHECK(rules.matching("1999年") == std::vector<std::size_t>{2});

    CHECK(sl::re2_rules::parse("name\tpattern\na\t投(\nb\tc\n", "r", errors).size() == 0);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].text() == "r:2:4: missing ): 投(");
}

TEST_CASE("what the prefilter lets pass is what matches") {
    sl::re2_rules rules;
    const char* patterns[] = {"{money}", "{count}.?{count}", "第.{1,3}", "{percent}|{money}", "\\d+", "在$", "^{date}"};
    for (const auto* p : patterns) CHECK_FALSE(rules.add(p, p));
    rules.compile();
    for (const auto& line : support::all_lines()) {
        std::vector<std::size_t> one_by_one;
        for (std::size_t i = 0; i < rules.size(); ++i)
            if (!(std::string_view{line.text} | rules.rule(i)).empty()) one_by_one.push_back(i);
        REQUIRE(rules.matching(line.text) == one_by_one);
        // {money} finds the money of the extraction.
        std::string found, wanted;
        for (const auto& m : std::string_view{line.text} | rules.rule(0)) found += std::string{m.text()} + ";";
        for (const auto& q : std::string_view{line.text} | sl::extract<sl::money>)
            wanted += std::string{q.text()} + ";";
        REQUIRE(found == wanted);
    }
}
