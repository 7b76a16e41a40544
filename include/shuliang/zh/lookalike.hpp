// zh/lookalike.hpp - words that hold a numeral which does not count: 统一 四川 五花八门 第一时间.
//
// data/lookalikes.tsv lists them. A word may name neighbours that make it a number after all: 一起 is "together",
// but a case in 发现一起 and 一起事故.
#pragma once

#include "shuliang/zh/trie.hpp"

namespace shuliang {
inline namespace v0 {
namespace zh {

// Offsets of the neighbour lists in context_words; 0 for none. A list is words as [length, ids...], ended by 0;
// the words before are stored backwards.
struct lookalike_context {
    std::uint16_t before;
    std::uint16_t after;
};

namespace tables {
#include "shuliang/zh/lookalikes.inc"
}  // namespace tables

namespace detail {

// True when a word of the list stands at `at`, read forwards to `end` or backwards to `begin`.
constexpr bool neighbour(std::uint16_t list, const char* at, const char* limit, bool backwards) noexcept {
    if (list == 0) return false;
    for (const std::uint16_t* word = tables::context_words + list; *word != 0; word += *word + 1) {
        const char* p = at;
        int matched = 0;
        for (; matched < *word; ++matched) {
            const auto c = backwards ? zh::before(limit, p) : zh::at(p, limit);
            if (c.at_end() || c.id != word[1 + matched]) break;
            p = backwards ? p - c.length : p + c.length;
        }
        if (matched == *word) return true;
    }
    return false;
}

}  // namespace detail

// The end of the longest look-alike that covers the numeral at `at`, or null. The word may begin up to four
// characters before `at`, but not before `floor`; it must hold the character at `at`.
constexpr const char* lookalike_end(const char* floor, const char* at, const char* end) noexcept {
    constexpr trie words{tables::lookalike_nodes, tables::lookalike_roots};
    const char* best = nullptr;
    const char* start = at;
    for (int back = 0; back <= 4; ++back) {
        if (back != 0) {
            const auto c = zh::before(floor, start);
            if (c.at_end()) break;
            start -= c.length;
            if (c.id == 0) continue;
            if (words.roots[c.id] == 0) continue;
        }
        const auto found = longest(words, start, end);
        if (!found || found.end <= at || (best != nullptr && found.end <= best)) continue;
        const auto& context = tables::lookalike_contexts[found.value];
        if (detail::neighbour(context.before, start, floor, true)) continue;
        if (detail::neighbour(context.after, found.end, end, false)) continue;
        best = found.end;
    }
    return best;
}

}  // namespace zh
}  // namespace v0
}  // namespace shuliang
