// Broken, cut and hostile texts: whatever the bytes are, the promises of support::broken_promise hold, nothing is read
// outside the text (AddressSanitizer watches exact copies), and it ends.
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/found.hpp"
#include "support/random.hpp"
#include "support/tables.hpp"
#include "support/text.hpp"

namespace sl = shuliang;

namespace {

std::string promise_of(std::string_view text) {
    const support::exact_copy copy(text);
    return support::broken_promise(support::everything(copy.view()), copy.view());
}

// Where one record of `all`, read again with 64 bytes of its surroundings, is another.
std::string not_local(std::string_view text) {
    std::string problems;
    const char* begin = text.data();
    const char* end = begin + text.size();
    for (const auto& f : support::everything(text)) {
        auto from = f.begin > 64 ? f.begin - 64 : 0;
        auto to = f.end + 64 < text.size() ? f.end + 64 : text.size();
        while (!sl::on_border(begin, end, begin + from)) --from;
        while (!sl::on_border(begin, end, begin + to)) ++to;
        const support::exact_copy around(text.substr(from, to - from));
        bool same = false;
        const auto again = support::everything(around.view());
        for (auto g : again) {
            g.begin += from;
            g.end += from;
            same = same || g == f;
        }
        if (same) continue;
        problems += std::string{text.substr(f.begin, f.end - f.begin)} + "\t" + f.record + "\n  read again in " +
                    std::string{around.view()} + "\n" + support::shown(again, around.view());
    }
    return problems;
}

std::string repeated(std::string_view unit, std::size_t size) {
    std::string out;
    out.reserve(size + unit.size());
    while (out.size() < size) out += unit;
    return out;
}

}  // namespace

TEST_CASE("every prefix and every suffix of every context") {
    std::string problems;
    for (const auto& l : support::all_lines()) {
        const std::string_view text = l.text;
        for (std::size_t cut = 0; cut <= text.size(); ++cut) {
            problems += promise_of(text.substr(0, cut));
            problems += promise_of(text.substr(cut));
        }
        if (problems.empty()) continue;
        INFO(l.where() << ": " << problems);
        FAIL_CHECK("a promise is broken");
        problems.clear();
    }
}

TEST_CASE("every byte of every context replaced by a bad one") {
    for (const auto& l : support::all_lines()) {
        for (std::size_t at = 0; at < l.text.size(); ++at) {
            for (const char bad : {'\xFF', '\x80', '\xE4', '\0'}) {
                auto text = l.text;
                text[at] = bad;
                const auto problem = promise_of(text);
                if (problem.empty()) continue;
                INFO(l.where() << ": byte " << at << " is " << static_cast<int>(static_cast<unsigned char>(bad)));
                FAIL_CHECK(problem);
            }
        }
    }
}

TEST_CASE("every character of every context left out or doubled") {
    for (const auto& l : support::all_lines()) {
        const auto characters = support::characters(l.text);
        for (std::size_t out = 0; out < characters.size(); ++out) {
            std::string without, doubled;
            for (std::size_t i = 0; i < characters.size(); ++i) {
                if (i != out) without += characters[i];
                doubled += i == out ? characters[i] + characters[i] : characters[i];
            }
            for (const auto& text : {without, doubled}) {
                const auto problem = promise_of(text);
                if (problem.empty()) continue;
                INFO(text);
                FAIL_CHECK(problem);
            }
        }
    }
}

TEST_CASE("what a phrase is depends on 64 bytes on each side of it") {
    std::string text;
    for (const auto& l : support::all_lines()) text += l.text + "，";
    std::string problems = not_local(text);
    for (const auto& document : support::corpus()) problems += not_local(document);
    support::tell(problems);
    CHECK(problems.empty());
}

TEST_CASE("numbers and chains longer than 64 bytes leave their neighbours alone") {
    // Cut 64 bytes before what follows them, they have lost their beginning: a decimal point, a letter, a ratio.
    const auto run = repeated("8", 66);
    std::string problems;
    for (const std::string& text :
         {"9." + run + "-17:00，3人", "x" + run + "万888800-17:00", "2:7-" + run + "-5日，共3人",
          repeated("12-", 90) + "7:30", repeated("1:", 90) + "30分", "三点" + repeated("一", 90) + "万个",
          "第3/02/" + repeated("1", 80) + "点半", "1" + repeated("T", 100) + "0^8同",
          "20" + repeated("y", 90) + "PM 3:00开始", "以3:1胜" + repeated("。", 30) + "83-48，",
          "2019. 5，11" + std::string(100, '\0') + "CFU.68",
          "一九四" + std::string(39, '\0') + "+" + std::string(44, '\0') + "417号"})
        problems += not_local(text);
    support::tell(problems);
    CHECK(problems.empty());
}

TEST_CASE("a megabyte of the same") {
    // Only that it ends: what is linear ends at once, what is quadratic runs into the test's time limit.
    for (const std::string_view unit :
         {"7", "一", "（", "一百二十万", "第第第一", "每每每三", "\xE4\xB8", "3、", "1/", "234 ", "1:", "1-", "2.5/"}) {
        const auto text = repeated(unit, 1 << 20);
        INFO(unit);
        CHECK(support::broken_promise(support::everything(text), text) == "");
    }
}

TEST_CASE("a long run that only its end makes a number is read once") {
    // What stands behind the run must not make every digit of it look at all the others.
    for (const std::string_view end : {"十五个", "百", "点五", "万个", "年", "分之一", "比三"}) {
        const auto text = repeated("一", 1 << 20) + std::string{end};
        CHECK(support::broken_promise(support::everything(text), text).empty());
    }
    for (const std::string_view end : {"元", "年", "-5", ":30", "/2", "%"}) {
        const auto text = repeated("7", 1 << 20) + std::string{end};
        CHECK(support::broken_promise(support::everything(text), text).empty());
    }
}

TEST_CASE("much of the same, whatever a phrase is made of") {
    for (const std::string_view unit :
         {"0",      "７",       "十",   "百",   "万",   "半",   "几",     "(",      "第",     "每",    "约", "近近近",
          "-",      "－",       "±",    ".",    "1.",   "1,",   "1,234",  ":",      "1:",     "三、",  "1(", "3（",
          "1年",    "3月",      "5日",  "年",   "月",   "日",   "点",     "分",     "1点2分", "3至",   "3-", "百分之",
          "三分之", "之一",     "又",   "千克", "平方", "米米", "人民币", "¥",      "$",      "%",     "1e", "1e9",
          "10^",    "×10",      "零",   "〇",   "○",    "1 ",   "１ ",    "a1",     "A-",     "www.1", "1@", "http://1",
          "\xE4",   "\xF0\x9F", "\xFF", "\x80", "\n",   " ",    "\u00A0", "1\u00A0"}) {
        const auto text = repeated(unit, 1 << 16);
        INFO(unit);
        CHECK(support::broken_promise(support::everything(text), text) == "");
    }
}

TEST_CASE("a megabyte of random bytes, and of random characters of the tables") {
    support::random random;
    std::string bytes;
    for (int i = 0; i < 1 << 20; ++i) bytes += static_cast<char>(random.below(256));
    CHECK(promise_of(bytes) == "");

    std::string joined;
    for (const auto& l : support::all_lines()) joined += l.text;
    const auto alphabet = support::characters(joined);
    std::string text;
    while (text.size() < 1 << 20) text += random.pick(alphabet);
    CHECK(promise_of(text) == "");
    // Locality holds for nonsense too.
    const auto problems = not_local(std::string_view{text}.substr(
        0, sl::on_border(text.data(), text.data() + text.size(), text.data() + 100000) ? 100000 : 99999));
    support::tell(problems);
    INFO("seed " << support::seed());
    CHECK(problems.empty());
}
