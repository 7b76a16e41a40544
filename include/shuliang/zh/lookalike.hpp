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
// lookalike_reach characters before `at`, but not before `floor`; a word whose neighbours rescue the number does not
// count, and behind 第 only words that begin with it or before it do (第一时间, but not 一定 in 第一定律).
constexpr const char* lookalike_end(const char* floor, const char* at, const char* end) noexcept {
    constexpr trie words{tables::lookalike_cells};
    character passed[tables::lookalike_reach + 1] = {};  // the characters before `at`, nearest first
    const char* best = nullptr;
    const char* start = at;
    for (int back = 0; back <= tables::lookalike_reach; ++back) {
        unsigned cell = 0;
        if (back != 0) {
            const auto c = zh::before(floor, start);
            if (c.at_end()) break;
            start -= c.length;
            passed[back] = c;
            if (back == 1 && c.id == "第"_c) best = nullptr;
            if (!has(c, mark::lookalike)) continue;
            cell = words.step(0, c.id);
            for (int i = back - 1; i > 0 && cell != 0; --i) cell = words.step(cell, passed[i].id);
            if (cell == 0) continue;
        }
        const auto found = longest_from(words, cell, at, end);
        if (!found || (best != nullptr && found.end <= best)) continue;
        if (has_neighbour(found.value - 1U, floor, start, found.end, end)) continue;
        best = found.end;
    }
    return best;
}

}  // namespace zh
}  // namespace v0
}  // namespace shuliang
