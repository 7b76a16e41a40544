// Records out of text.
#include "shuliang/fields.hpp"

#include <optional>
#include <string>
#include <string_view>

#include "shuliang.hpp"
#include "support/catch.hpp"
#include "support/tables.hpp"

namespace sl = shuliang;
using namespace std::literals;

namespace {

struct report {
    sl::quantity enterprises, rate;
    std::optional<double> workers;
    int townships = -1;
};
inline constexpr auto schema =
    sl::fields<report>(sl::field<&report::enterprises, sl::count>("复工复产企业", "企业").required(),
                       sl::field<&report::rate, sl::percent>("复工率", "开工率"),
                       sl::field<&report::workers>("返岗工人", "工人"), sl::field<&report::townships>("乡镇"));

// `1405家 97.1% - -`, a record a stroke.
template <class Schema>
std::string all(std::string_view text, const Schema& s) {
    std::string out;
    for (const auto& found : text | s) {
        if (!out.empty()) out += '|';
        for (std::size_t i = 0; i < s.size(); ++i) {
            if (i != 0) out += ' ';
            out += found.source(i) ? found.source(i).value.text() : "-"sv;
        }
    }
    return out;
}
std::string all(std::string_view text) { return all(text, schema); }

constexpr auto at_once = *("全县已复工复产企业共1405家,复工率97.1%"sv | schema).begin();
static_assert(at_once->enterprises.value() == 1405 && at_once->rate.value() == sl::decimal{971, -1});
static_assert(at_once.complete() && at_once.missing() == 2);

struct people {
    sl::quantity members, others;
};
inline constexpr auto two = sl::fields<people>(sl::field<&people::members>("党员"), sl::field<&people::others>("群众"));

}  // namespace

TEST_CASE("a record knows its values and where they came from") {
    const std::string text = "截至2月26日，全县已复工复产企业共1,405家，复工率97.1%，返岗工人约2.5万名，涉及12个乡镇。";
    const auto found = *(text | schema).begin();
    CHECK(found->enterprises.value() == 1405);
    CHECK(found->rate.text() == "97.1%");
    CHECK(found->workers == 25000.0);
    CHECK(found->townships == 12);
    CHECK(found.complete());
    CHECK(found.missing() == 0);
    const auto& source = found.source<&report::workers>();
    CHECK(text.substr(source.label_begin, source.label_end - source.label_begin) == "返岗工人");
    CHECK(source.value.text() == "约2.5万名");
    CHECK(schema.name(1) == "复工率");
}

TEST_CASE("either order") {
    CHECK(all("复工率97.1%") == "- 97.1% - -");
    CHECK(all("97.1%的复工率") == "- 97.1% - -");
    CHECK(all("复工率已达到97.1%") == "- 97.1% - -");
    CHECK(all("1405家复工复产企业") == "1405家 - - -");
    CHECK(all("复工率97.1%的复工复产企业1405家") == "1405家 97.1% - -");
    CHECK(all("1405家复工复产企业复工率97.1%") == "1405家 97.1% - -");
    CHECK(all("3000名党员5000名群众", two) == "3000名 5000名");
    CHECK(all("党员3000名群众5000名", two) == "3000名 5000名");
    CHECK(all("党员3000名和5000名群众", two) == "3000名 5000名");
}

TEST_CASE("nearest, and in the same clause") {
    CHECK(all("复工率高，产能利用率80%").empty());
    CHECK(all("企业共1405家，其中规模以上300家") == "1405家 - - -");
    CHECK(all("企业总数在年底达到1405家") == "1405家 - - -");
    CHECK(all("企业在2月底共1405家") == "1405家 - - -");
    CHECK(all("企业第3批1405家") == "1405家 - - -");
    CHECK(all("复工率和开工率97.1%") == "- 97.1% - -");
    CHECK(all("企业复工率97.1%") == "- 97.1% - -");
    CHECK(all("乡镇12.5个").empty());  // no int
    CHECK(all("没有标签的1405家").empty());
    CHECK(all("").empty());
}

TEST_CASE("several records") {
    const auto text = "甲县企业30家，复工率91%；乙县企业40家，复工率92%。丙县复工率93%。\n丁县企业60家，企业70家。"sv;
    CHECK(all(text) == "30家 91% - -|40家 92% - -|60家 93% - -|70家 - - -");
    CHECK(all(text, schema.per(sl::records::each_sentence)) == "30家 91% - -|40家 92% - -|- 93% - -|60家 - - -");
    CHECK(all(text, schema.per(sl::records::each_line)) == "30家 91% - -|60家 - - -");
    CHECK(all(text, schema.per(sl::records::whole_text)) == "30家 91% - -");
    int complete = 0;
    static constexpr auto by_sentence = schema.per(sl::records::each_sentence);
    for (const auto& found : text | by_sentence) complete += found.complete() ? 1 : 0;
    CHECK(complete == 3);
}

TEST_CASE("no text is too long for a clause") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "企业" + std::to_string(i + 1) + "家";
    int n = 0;
    for (const auto& found : text | schema) CHECK(found->enterprises.value() == ++n);
    CHECK(n == 100);
}

TEST_CASE("any text is read to its end") {
    for (const auto& line : support::all_lines())
        for (const auto& found : std::string_view{line.text} | two)
            for (std::size_t i = 0; i < two.size(); ++i)
                if (const auto& s = found.source(i)) REQUIRE(s.label_end <= line.text.size());
}
