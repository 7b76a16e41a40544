#include "shuliang/zh/scan.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/found.hpp"
#include "support/guarded.hpp"
#include "support/random.hpp"
#include "support/tables.hpp"
#include "support/text.hpp"

namespace sl = shuliang;
using sl::instruction_set;

namespace {

// The vectorised sets that this processor has.
std::vector<instruction_set> vectorised() {
    std::vector<instruction_set> out;
    for (const auto s : {instruction_set::sse4, instruction_set::avx2, instruction_set::avx512})
        if (sl::usable(s) == s) out.push_back(s);
    return out;
}

// Offsets of all anchors before `stop`.
std::vector<std::size_t> anchors(std::string_view text, instruction_set s, std::size_t stop) {
    std::vector<std::size_t> out;
    sl::zh::anchor_scan scan(s);
    const char* begin = text.data();
    const char* end = begin + text.size();
    for (const char* at = begin; (at = scan.find(at, begin + stop, end)) < begin + stop; ++at)
        out.push_back(static_cast<std::size_t>(at - begin));
    return out;
}
std::vector<std::size_t> anchors(std::string_view text, instruction_set s) { return anchors(text, s, text.size()); }

// The plainest scan there is: each byte is asked whether an anchor begins there.
std::vector<std::size_t> by_asking(std::string_view text) {
    std::vector<std::size_t> out;
    const char* end = text.data() + text.size();
    for (std::size_t i = 0; i < text.size(); ++i)
        if (sl::zh::at(text.data() + i, end).cls() != sl::zh::char_class::none) out.push_back(i);
    return out;
}

// How many sets, the scalar one included, find other anchors than there are.
int wrong(std::string_view text) {
    const auto expected = by_asking(text);
    int out = anchors(text, instruction_set::scalar) != expected ? 1 : 0;
    for (const auto s : vectorised())
        if (anchors(text, s) != expected) ++out;
    return out;
}

std::string random_bytes(support::random& random, std::size_t size) {
    // Anything; bytes of which characters are made; and anchors among characters that look like them.
    static const std::vector<std::string> pieces = {"一", "万", "半", "九",   "0",    "7",    "½",   "①",
                                                    "９", "㈠", "丁", "丂",   "乞",   "亾",   "元",  "正",
                                                    "的", "，", "a",  "\xE4", "\xB8", "\xC2", "\xF0"};
    std::string text;
    const int how = random.below(3);
    while (text.size() < size) {
        if (how == 0) text += static_cast<char>(random.below(256));
        if (how == 1) text += static_cast<char>(random.coin() ? 0xE2 + random.below(14) : 0x80 + random.below(64));
        if (how == 2) text += random.pick(pieces);
    }
    text.resize(size);
    return text;
}

std::vector<support::found> found_with(std::string_view text, instruction_set s) {
    sl::options choices;
    choices.instructions = s;
    std::vector<support::found> out;
    sl::extract_into(
        text, [&out](const sl::quantity& q) { out.push_back(support::describe(q)); }, choices);
    return out;
}

}  // namespace

TEST_CASE("a forced set is the one that is used, or the best there is") {
    CHECK(sl::usable(instruction_set::scalar) == instruction_set::scalar);
    CHECK(sl::usable(instruction_set::best) == sl::best_instruction_set());
    CHECK(sl::usable(instruction_set::avx512) <= instruction_set::avx512);
    CHECK(sl::name(instruction_set::avx2) == "avx2");
    std::string tested = "tested besides scalar:";
    for (const auto s : vectorised()) (tested += ' ') += sl::name(s);
    WARN(tested);
}

TEST_CASE("every character is an anchor or not, wherever in a block it stands") {
    // 97 bytes apart they come to stand at every place in a block.
    std::string text;
    std::string close;
    for (char32_t c = 1; c < 0x20000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        close += support::encode(c);
        text += support::encode(c);
        text += std::string(94, '.');
        if (text.size() > 100000) {
            REQUIRE(wrong(text) == 0);
            text.clear();
        }
    }
    CHECK(wrong(text) == 0);
    for (int shift = 0; shift < 64; ++shift)
        REQUIRE(wrong(std::string(static_cast<std::size_t>(shift), ' ') + close) == 0);
}

TEST_CASE("a character that only looks like an anchor hides none behind it") {
    // All characters of the first tables: some of them pass the vectorised look-up, whatever it is.
    std::string text;
    for (char32_t c = 0x4E00; c < 0xA000; ++c) text += support::encode(c) + "一" + support::encode(c) + "5";
    CHECK(wrong(text) == 0);
}

TEST_CASE("sizes, alignments and the ends of pages") {
    support::random random;
    support::guarded pages(4096);
    for (std::size_t size = 0; size <= 300; ++size)
        for (int round = support::rounds(30); round > 0; --round) {
            const auto text = random_bytes(random, size);
            INFO("seed " << support::seed() << ", size " << size);
            REQUIRE(wrong(pages.at_end(text)) == 0);
            REQUIRE(wrong(pages.at_begin(text)) == 0);
            if (text.empty()) continue;
            for (const auto s : vectorised()) {
                const auto stop = static_cast<std::size_t>(random.below(static_cast<int>(size)));
                const auto view = pages.at_end(text);
                REQUIRE(anchors(view, s, stop) == anchors(view, instruction_set::scalar, stop));
            }
        }
}

TEST_CASE("random bytes") {
    support::random random;
    for (int round = support::rounds(300); round > 0; --round) {
        const auto text = random_bytes(random, static_cast<std::size_t>(random.below(20000)));
        INFO("seed " << support::seed());
        REQUIRE(wrong(text) == 0);
        const auto records = found_with(text, instruction_set::scalar);
        for (const auto s : vectorised()) REQUIRE(found_with(text, s) == records);
    }
}

TEST_CASE("every set gives the same records") {
    std::vector<std::string> texts = support::corpus();
    std::string all;
    for (const auto& l : support::all_lines()) all += l.text + "\n";
    texts.push_back(all);
    for (const auto& l : support::all_lines()) texts.push_back(l.text);
    support::guarded pages(all.size());
    for (const auto& text : texts) {
        const auto records = found_with(text, instruction_set::scalar);
        for (const auto s : vectorised()) {
            INFO(sl::name(s) << ": " << text.substr(0, 100));
            REQUIRE(found_with(text, s) == records);
            if (text.size() <= all.size()) REQUIRE(found_with(pages.at_end(text), s) == records);
        }
    }
}

TEST_CASE("an anchor behind the place where the scan stops is not given, and found later") {
    const std::string text = "没有，" + std::string(100, '.') + "共30人";
    const char* begin = text.data();
    const char* end = begin + text.size();
    for (const auto s : vectorised()) {
        sl::zh::anchor_scan scan(s);
        CHECK(scan.find(begin, begin + 20, end) == begin + 20);
        CHECK(scan.find(begin + 20, begin + 112, end) == begin + 112);
        CHECK(scan.find(begin + 112, end, end) == begin + 112);
        CHECK(scan.find(begin + 113, end, end) == begin + 113);
        CHECK(scan.find(begin + 114, end, end) == end);
    }
}

TEST_CASE("the scan works at compile time") {
    static_assert([] {
        constexpr std::string_view text = "共30人，一共二十页。";
        int n = 0;
        sl::zh::anchor_scan scan(instruction_set::best);
        const char* end = text.data() + text.size();
        for (const char* at = text.data(); (at = scan.find(at, end, end)) < end; ++at) ++n;
        return n;
    }() == 5);
}
