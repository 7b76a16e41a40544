#include "shuliang/stream.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/found.hpp"
#include "support/random.hpp"
#include "support/tables.hpp"
#include "support/text.hpp"

namespace sl = shuliang;
using support::found;

namespace {

// The text in chunks whose sizes `next` gives. Every chunk is a copy of exactly its size and gone before the next.
template <class Next>
std::vector<found> streamed(std::string_view text, Next next, bool* texts_agree = nullptr) {
    std::vector<found> out;
    const auto sink = [&](const sl::quantity& q) {
        out.push_back(support::describe(q));
        if (texts_agree != nullptr && q.text() != text.substr(q.begin(), q.end() - q.begin())) *texts_agree = false;
    };
    sl::stream stream;
    for (std::size_t at = 0; at < text.size();) {
        const auto size = std::min(static_cast<std::size_t>(next()), text.size() - at);
        const support::exact_copy chunk(text.substr(at, size));
        stream.feed(chunk.view(), sink);
        at += size;
    }
    stream.finish(sink);
    return out;
}

std::string all_contexts() {
    std::string text;
    for (const auto& l : support::all_lines()) text += l.text + "，";
    return text;
}

// Longer than any buffer a stream may have.
std::string long_text() {
    const auto once = all_contexts();
    std::string text;
    while (text.size() < 300000) text += once;
    return text;
}

void compare(std::string_view text, std::size_t size) {
    bool texts_agree = true;
    const auto whole = support::everything(text);
    const auto parts = streamed(
        text, [size] { return size; }, &texts_agree);
    INFO("chunks of " << size << " bytes");
    CHECK(texts_agree);
    if (parts == whole) return;
    const auto differing = std::mismatch(whole.begin(), whole.end(), parts.begin(), parts.end());
    if (differing.first != whole.end()) INFO("whole: " << *differing.first);
    if (differing.second != parts.end()) INFO("chunked: " << *differing.second);
    FAIL_CHECK("chunked differs from whole in " << text.substr(0, 120));
}

}  // namespace

TEST_CASE("chunks of every size give what the whole gives") {
    for (const auto& l : support::all_lines())
        for (std::size_t size = 1; size <= l.text.size(); ++size) compare(l.text, size);
}

TEST_CASE("long texts in chunks") {
    const auto text = long_text();
    for (const std::size_t size :
         std::initializer_list<std::size_t>{1, 2, 3, 7, 16, 63, 64, 65, 1000, 4095, 4096, 4097, 8192, 1 << 20})
        compare(text, size);
    for (const auto& document : support::corpus())
        for (const std::size_t size : std::initializer_list<std::size_t>{1, 5, 64, 4096}) compare(document, size);
}

TEST_CASE("wherever the buffer of a stream happens to end") {
    const auto text = long_text();
    for (int shift = 0; shift < support::rounds(120); ++shift) {
        // 67 is no divisor of anything: in 120 rounds the ends walk over 8000 bytes.
        compare(std::string(static_cast<std::size_t>(shift) * 67, '\n') + text, 100000);
    }
}

TEST_CASE("chunks of random sizes") {
    support::random random;
    const auto text = long_text();
    const auto whole = support::everything(text);
    for (int round = support::rounds(20); round > 0; --round) {
        const auto parts = streamed(text, [&random] { return random.below(random.coin() ? 10 : 10000) + 1; });
        INFO("seed " << support::seed());
        CHECK(parts == whole);
    }
}

TEST_CASE("empty chunks, no chunks, one stream after another") {
    std::vector<found> out;
    const auto sink = [&out](const sl::quantity& q) { out.push_back(support::describe(q)); };
    sl::stream nothing;
    nothing.finish(sink);
    CHECK(out.empty());
    sl::stream stream;
    for (const std::string_view chunk : {"", "共3", "", "0", "", "0人", ""}) stream.feed(chunk, sink);
    stream.finish(sink);
    REQUIRE(out.size() == 1);
    CHECK(out[0].record == "count 300 人");
    CHECK(out[0].begin == 3);
    CHECK(stream.report().dropped == 0);
}

TEST_CASE("what is too long is dropped and reported as in one piece") {
    for (const char* unit : {"9", "一", "十万"}) {
        std::string text = "共";
        while (text.size() < 6000) text += unit;
        text += "个，又3个";
        int wrong = 0;
        const auto report = sl::extract_into(text, [](const sl::quantity&) {});
        for (const std::size_t size : std::initializer_list<std::size_t>{1, 7, 4096, 100000}) {
            sl::stream stream;
            std::vector<found> out;
            const auto sink = [&out](const sl::quantity& q) { out.push_back(support::describe(q)); };
            for (std::size_t at = 0; at < text.size(); at += size)
                stream.feed(std::string_view{text}.substr(at, size), sink);
            stream.finish(sink);
            if (out != support::everything(text)) ++wrong;
            if (stream.report().dropped != report.dropped || stream.report().first_dropped != report.first_dropped)
                ++wrong;
        }
        INFO(unit);
        CHECK(wrong == 0);
    }
}

TEST_CASE("offsets are absolute far into a stream") {
    sl::stream stream;
    const std::string filler(1 << 16, '\n');
    std::uint64_t fed = 0;
    std::uint64_t at = 0;
    const auto sink = [&at](const sl::quantity& q) { at = q.begin(); };
    for (int i = 0; i < 100; ++i) {
        stream.feed(filler, sink);
        fed += filler.size();
    }
    stream.feed("共30人", sink);
    stream.finish(sink);
    CHECK(at == fed + 3);
}
