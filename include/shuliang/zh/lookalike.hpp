// zh/lookalike.hpp - words that hold a numeral which does not count: 统一 四川 五花八门 第一时间.
//
// data/lookalikes.tsv lists them. A word may name neighbours that make it a number after all: 一起 is "together",
// but a case in 发现一起 and 一起事故.
#pragma once

#include "shuliang/zh/neighbour.hpp"
#include "shuliang/zh/trie.hpp"

namespace shuliang::inline v0::zh {

namespace tables {
#include "shuliang/zh/lookalikes.inc"
}  // namespace tables

// A look-alike in the text; `end` null: there is none.
struct lookalike {
    const char* begin = nullptr;
    const char* end = nullptr;

    constexpr explicit operator bool() const noexcept { return end != nullptr; }
};

// The look-alike that covers the anchor `c` at `at` and reaches furthest; `previous` and `next` are the characters on
// either side of `c`. The word may begin before `at`, but not before `floor`; a word whose neighbours rescue the number
// does not count, and behind 第 only words that hold it do (第一时间, but not 一定 in 第一定律).
[[gnu::hot]] constexpr lookalike find_lookalike(const char* floor, const char* at, character previous, character c,
                                                character next, const char* end) noexcept {
    constexpr trie words{tables::lookalike_cells};
    constexpr trie starts{tables::lookalike_start_cells};
    lookalike best;
    // Most anchors are in no word that goes on, or comes, like the text: two steps say so.
    const unsigned forward = words.step(0, c.id);
    const bool begins = forward != 0 && previous.id != "第"_c &&
                        (words.step(forward, next.id) != 0 || next.id == "("_c || next.id == invisible);
    unsigned cell = previous.id == 0 ? 0U : starts.step(0, c.id);
    if (cell != 0) cell = starts.step(cell, previous.id);
    if (!begins && cell == 0) return best;
    const auto consider = [&](const char* start) {
        const auto found = longest(words, start, end);
        if (!found || found.end <= at || (best && found.end <= best.end)) return;
        if (!has_neighbour(found.value - 1U, floor, start, found.end, end)) best = {start, found.end};
    };
    if (begins) consider(at);
    // The way back from the anchor to the beginnings of words that hold it.
    const char* start = at - previous.length;
    while (cell != 0) {
        if (starts.value(cell) != 0) consider(start);
        if (starts.base(cell) == 0) break;
        const auto d = fast_before(floor, start);
        if (d.id == 0) break;
        cell = starts.step(cell, d.id);
        start -= d.length;
    }
    return best;
}

constexpr lookalike find_lookalike(const char* floor, const char* at, character c, const char* end) noexcept {
    return find_lookalike(floor, at, fast_before(floor, at), c, fast_at(at + c.length, end), end);
}

}  // namespace shuliang::inline v0::zh
