// zh/lookalike.hpp - words that hold a numeral which does not count: 统一 四川 五花八门 第一时间.
//
// data/lookalikes.tsv lists them. A word may name neighbours that make it a number after all: 一起 is "together",
// but a case in 发现一起 and 一起事故.
#pragma once

#include "shuliang/zh/neighbour.hpp"
#include "shuliang/zh/trie.hpp"

namespace shuliang {
inline namespace v0 {
namespace zh {

namespace tables {
#include "shuliang/zh/lookalikes.inc"
}  // namespace tables

// The end of the look-alike that covers the numeral at `at` and reaches furthest, or null. The word may begin up to
// four characters before `at`, but not before `floor`; a word whose neighbours (looked for from `begin`) rescue the
// number does not count.
constexpr const char* lookalike_end(const char* floor, const char* at, const char* end) noexcept {
    constexpr trie words{tables::lookalike_cells};
    const char* best = nullptr;
    const char* start = at;
    for (int back = 0; back <= 4; ++back) {
        if (back != 0) {
            const auto c = zh::before(floor, start);
            if (c.at_end()) break;
            start -= c.length;
            if (c.id == 0 || !has(c, mark::lookalike)) continue;
        }
        const auto found = longest(words, start, end);
        if (!found || found.end <= at || (best != nullptr && found.end <= best)) continue;
        if (has_neighbour(found.value - 1U, floor, start, found.end, end)) continue;
        best = found.end;
    }
    return best;
}

}  // namespace zh
}  // namespace v0
}  // namespace shuliang
