// Any bytes at all, and what the extractor promises of them:
//   - spans lie inside the text, in order, disjoint, on character borders, and nothing is read outside;
//   - the text in chunks gives what the whole gives, also when a stream has to refill its buffer;
//   - a phrase read again with 64 bytes of its surroundings is the same phrase;
//   - every record can be written out;
//   - what is counted lies in the text, on borders, outside the phrase, and is the same among 64 bytes of surroundings.
// A promise that is broken ends in abort(), with what was found on standard error.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "shuliang.hpp"
#include "shuliang/counted.hpp"
#include "shuliang/stream.hpp"
#include "support/counted.hpp"
#include "support/found.hpp"
#include "support/text.hpp"

namespace {

using support::found;

[[noreturn]] void fail(std::string_view what, std::string_view text, const std::vector<found>& a,
                       const std::vector<found>& b) {
    support::tell(std::string{what} + "\n" + support::shown(a, text) + "  against\n" + support::shown(b, text));
    std::abort();
}

std::vector<found> chunked(std::string_view text, std::size_t size) {
    std::vector<found> out;
    const auto sink = [&out](const shuliang::quantity& q) { out.push_back(support::describe(q)); };
    shuliang::stream stream;
    for (std::size_t at = 0; at < text.size(); at += size) {
        const support::exact_copy chunk(text.substr(at, size));
        stream.feed(chunk.view(), sink);
    }
    stream.finish(sink);
    return out;
}

void check_locality(std::string_view text, const std::vector<found>& all) {
    const char* begin = text.data();
    const char* end = begin + text.size();
    for (const auto& f : all) {
        auto from = f.begin > 64 ? f.begin - 64 : 0;
        auto to = f.end + 64 < text.size() ? f.end + 64 : text.size();
        while (!shuliang::on_border(begin, end, begin + from)) --from;
        while (!shuliang::on_border(begin, end, begin + to)) ++to;
        const support::exact_copy around(text.substr(from, to - from));
        auto again = support::everything(around.view());
        bool same = false;
        for (auto& g : again) {
            g.begin += from;
            g.end += from;
            same = same || g == f;
        }
        if (!same) fail("not what it is among 64 bytes of its surroundings", text, {f}, again);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const support::exact_copy text({reinterpret_cast<const char*>(data), size});
    const auto all = support::everything(text.view());
    if (const auto broken = support::broken_promise(all, text.view()); !broken.empty())
        fail(broken, text.view(), all, {});

    const std::size_t piece = size != 0 ? data[size / 2] % 61U + 1U : 1U;
    if (const auto parts = chunked(text.view(), piece); parts != all) fail("chunked differs", text.view(), all, parts);
    check_locality(text.view(), all);
    if (const auto broken = support::broken_count(text.view()); !broken.empty()) fail(broken, text.view(), all, {});

    // Now and then the same behind enough to fill a stream's buffer, so that its end falls inside this text.
    if (size != 0 && size < 512 && data[0] % 64 == 0) {
        const std::string filler((1U << 16) - size / 2, '\n');
        const auto far = filler + std::string{text.view()} + std::string(16000, '\n');
        const auto whole = support::everything(far);
        if (const auto parts = chunked(far, 1U << 15); parts != whole) fail("refilled differs", far, whole, parts);
    }
    return 0;
}
