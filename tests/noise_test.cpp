// What a reader steps over (zh/noise.hpp): spans, broken bytes, spaced digits, hostile markup. Phrases: data/noise.tsv.
#include <string>
#include <string_view>

#include "shuliang.hpp"
#include "support/catch.hpp"
#include "support/found.hpp"

namespace sl = shuliang;

namespace {

constexpr sl::options spaced{.spaced_digits = true};

// The phrases of a text with their records: `7 4 7亿元 = money 74700000000 CNY`, whole and in pieces.
std::string read(std::string_view text, const sl::options& choices = sl::default_options) {
    std::string out;
    const auto into = [](std::string& to) {
        return [&to](const sl::quantity& q) {
            to += (to.empty() ? "" : "; ") + std::string{q.text()} + " = " + support::describe(q).record;
        };
    };
    sl::extract_into(text, into(out), choices);
    std::string streamed;
    sl::stream stream(choices);
    for (std::size_t i = 0; i < text.size(); ++i) stream.feed(text.substr(i, 1), into(streamed));
    stream.finish(into(streamed));
    return streamed == out ? out : out + " but in pieces " + streamed;
}

constexpr std::uint64_t first_end(std::string_view text) { return (*sl::extract<>(text).begin()).end(); }
static_assert(first_end("3(sān)人") == std::string_view{"3(sān)人"}.size());

}  // namespace

TEST_CASE("a span covers the bytes of the source") {
    CHECK(read("<b>3000</b>名") == "3000</b>名 = count 3000 名");
    CHECK(read("共&#51;&#48;名。") == "&#51;&#48;名 = count 30 名");
    CHECK(read("11個(gè)鄉(xiāng)鎮") == "11個(gè) = count 11 个");
    CHECK(read("约\u200B30\u200B人\u200B，") == "约\u200B30\u200B人 = count 30 人 ~about");
}

TEST_CASE("broken bytes end a phrase and hide none") {
    CHECK(read("共3000\xE5\x90名，\xFF 30名") == "3000 = cardinal 3000; 30名 = count 30 名");
    CHECK(read("\x80三批\xC3") == "三批 = count 3 批");
    CHECK(read("30(s\xC4)名") == "30 = cardinal 30");
    CHECK(read("30&nbsp\xC4;名") == "30 = cardinal 30");
}

TEST_CASE("digits with spaces between are one number where the caller says so") {
    CHECK(read("共7 4 7 7 2 亿元", spaced) == "7 4 7 7 2 亿元 = money 7477200000000 CNY");
    CHECK(read("2 0 2 0 年 2 月", spaced) == "2 0 2 0 年 2 月 = date 2020-02");
    CHECK(read("占1 0 . 5 %", spaced) == "1 0 . 5 % = percent 10.5 %");
    CHECK(read("７ ４ ７名", spaced) == "７ ４ ７名 = count 747 名");
    CHECK(read("1 2 名", spaced) == "1 = cardinal 1; 2 名 = count 2 名");
    CHECK(read("12 34 56 名", spaced) == read("12 34 56 名"));
    CHECK(read("7 4 7名").find("747") == std::string::npos);
}

TEST_CASE("markup without end costs no more than its length") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += i % 3 == 0 ? "<b 3" : i % 3 == 1 ? "&#3" : "(sān3";
    CHECK(support::broken_promise(support::everything(text), text).empty());
    text.clear();
    for (int i = 0; i < 20000; ++i) text += "3<b>(sān)&#51;\u200B";
    CHECK(support::broken_promise(support::everything(text), text).empty());
}

TEST_CASE("what lies behind a long run of invisible characters decides nothing") {
    const std::string run(64, '\0');
    const auto people = "，五七千人" + run;
    CHECK(support::everything(people + "马") == support::everything(people));
    const std::string thing = "统" + run + "一个。";
    CHECK(read(thing).find("一个 = count 1 个") != std::string::npos);
}
