#include "shuliang/columns.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/found.hpp"
#include "support/tables.hpp"

namespace sl = shuliang;

namespace {

std::vector<support::found> described(const sl::columns& rows, std::string_view text, std::size_t number = 0) {
    std::vector<support::found> out;
    const auto r = rows.rows(number);
    for (auto i = r.first; i < r.last; ++i) out.push_back(support::describe(rows.at(i, text)));
    return out;
}

}  // namespace

TEST_CASE("columns lose nothing of a record") {
    sl::columns rows;
    for (const auto& l : support::all_lines()) {
        sl::extract_into(l.text, rows);
        REQUIRE(described(rows, l.text) == support::everything(l.text));
        std::size_t i = 0;
        sl::extract_into(std::string_view{l.text}, [&](const sl::quantity& q) {
            REQUIRE((rows.at(i, l.text) == q));
            REQUIRE(rows.at(i, l.text).bounds().has_value() == q.bounds().has_value());
            REQUIRE(rows.offset()[i] == q.begin());
            REQUIRE(rows.length()[i] == q.text().size());
            REQUIRE(rows.kind()[i] == q.kind());
            REQUIRE(rows.approx()[i] == q.approx());
            REQUIRE(rows.form()[i] == q.form());
            REQUIRE(rows.coefficient()[i] == q.raw().coefficient);
            REQUIRE(rows.exponent()[i] == q.raw().exponent);
            REQUIRE(rows.unit()[i] == q.unit().id());
            REQUIRE(rows.per()[i] == q.per().id());
            ++i;
        });
        REQUIRE(i == rows.size());
    }
}

TEST_CASE("many texts in one call") {
    std::vector<std::string_view> texts{"", "没有"};
    for (const auto& l : support::all_lines()) texts.emplace_back(l.text);
    texts.emplace_back("");
    sl::columns rows;
    const auto report = sl::extract_into(texts, rows);
    CHECK(report.phrases == rows.size());
    CHECK(report.dropped == 0);
    REQUIRE(rows.texts() == texts.size());
    for (std::size_t t = 0; t < texts.size(); ++t)
        REQUIRE(described(rows, texts[t], t) == support::everything(texts[t]));
    CHECK(rows.rows(0).size() == 0);
    CHECK(rows.rows(texts.size() - 1).last == rows.size());
}

TEST_CASE("choosing kinds drops rows and changes none") {
    sl::columns money(sl::money);
    sl::columns all;
    for (const auto& l : support::all_lines()) {
        sl::extract_into(l.text, money);
        sl::extract_into(l.text, all);
        std::vector<support::found> expected;
        for (const auto& f : described(all, l.text))
            if (f.kind == sl::kind::money) expected.push_back(f);
        REQUIRE(described(money, l.text) == expected);
    }
}

TEST_CASE("columns take memory once and report what is too long") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "共30人，比例是3:2，";
    sl::columns rows;
    const auto first = sl::extract_into(text, rows);
    CHECK(first.phrases == 6000);
    const auto* where = rows.offset().data();
    sl::extract_into("5人", rows);
    CHECK(rows.size() == 1);
    sl::extract_into(text, rows);
    CHECK(rows.size() == 6000);
    CHECK(rows.offset().data() == where);
    const std::string_view two[] = {"3人", text};
    sl::extract_into(std::span<const std::string_view>{two}, rows);
    CHECK(rows.texts() == 2);
    CHECK(rows.rows(1).size() == 6000);
    const auto dropped = sl::extract_into("共" + std::string(5000, '9') + "个", rows);
    CHECK(dropped.dropped == 1);
    CHECK(dropped.first_dropped == 3);
    rows.clear();
    CHECK(rows.size() == 0);
    CHECK(rows.texts() == 0);
}
