// zh/neighbour.hpp - words that decide by standing next to something.
//
// A look-alike is a number after all beside some words (一起事故), a unit word has another reading beside others
// (三点意见). Both name pairs of word lists, one for each side, generated from the data files.
#pragma once

#include <cstddef>
#include <cstdint>

#include "shuliang/zh/character.hpp"

namespace shuliang::inline v0::zh {

// Offsets of two lists in context_words; 0 for none. A list is a filter of four words, then words as [length, ids...],
// ended by 0; the words before are stored backwards. The filter has the bit (id % 64) set for the first id of each
// word.
struct context_pair {
    std::uint16_t before;
    std::uint16_t after;
};

namespace tables {
#include "shuliang/zh/contexts.inc"
}  // namespace tables

namespace detail {

constexpr bool stands_beside(std::uint16_t list, const char* at, const char* limit, bool backwards) noexcept {
    if (list == 0) return false;
    const auto step = [limit, backwards](const char* p) { return backwards ? before(limit, p) : zh::at(p, limit); };
    const auto first = step(at);
    const char16_t* word = tables::context_words + list;
    if ((word[first.id >> 4 & 3] >> (first.id & 15) & 1) == 0 || first.at_end()) return false;
    for (word += 4; *word != 0; word += *word + 1) {
        if (word[1] != first.id) continue;
        const char* p = at;
        auto c = first;
        int matched = 1;
        for (; matched < *word; ++matched) {
            p = backwards ? p - c.length : p + c.length;
            c = step(p);
            if (c.at_end() || c.id != word[1 + matched]) break;
        }
        if (matched == *word) return true;
    }
    return false;
}

}  // namespace detail

// True when a word of the pair stands directly before `from` (not before `begin`) or directly after `to`.
constexpr bool has_neighbour(unsigned pair, const char* begin, const char* from, const char* to,
                             const char* end) noexcept {
    const auto& lists = tables::context_pairs[pair];
    return detail::stands_beside(lists.before, from, begin, true) || detail::stands_beside(lists.after, to, end, false);
}

// A word for rules in code, its characters known at compile time: "以来"_w.
struct word {
    char_id ids[6] = {};
    int length = 0;
};

consteval word operator""_w(const char* text, std::size_t size) {
    word w;
    for (const char* p = text; p != text + size;) {
        const auto c = at(p, text + size);
        if (c.id == 0) a_character_is_in_no_table_add_it_to_data_characters_tsv();
        w.ids[w.length++] = c.id;
        p += c.length;
    }
    return w;
}

// The end of `w` when it stands at `p`, else null.
constexpr const char* after_word(const char* p, const char* end, const word& w) noexcept {
    for (int i = 0; i < w.length; ++i) {
        const auto c = at(p, end);
        if (c.at_end() || c.id != w.ids[i]) return nullptr;
        p += c.length;
    }
    return p;
}

// The begin of `w` when it ends at `p`, else null.
constexpr const char* before_word(const char* begin, const char* p, const word& w) noexcept {
    for (int i = w.length - 1; i >= 0; --i) {
        const auto c = before(begin, p);
        if (c.at_end() || c.id != w.ids[i]) return nullptr;
        p -= c.length;
    }
    return p;
}

// True when one of the words stands at `p`; the first character is read once for all of them.
template <class... Words>
constexpr bool starts_with_any(const char* p, const char* end, const Words&... words) noexcept {
    const auto c = at(p, end);
    return !c.at_end() && ((c.id == words.ids[0] && after_word(p, end, words) != nullptr) || ...);
}
// The same for words that end at `p`.
template <class... Words>
constexpr bool ends_with_any(const char* begin, const char* p, const Words&... words) noexcept {
    const auto c = before(begin, p);
    return !c.at_end() && ((c.id == words.ids[words.length - 1] && before_word(begin, p, words) != nullptr) || ...);
}

// Over spaces (not line ends) and invisible characters, at most four.
constexpr const char* skip_spaces(const char* p, const char* end) noexcept {
    for (int i = 0; i < 4; ++i) {
        const auto c = at(p, end);
        if (c.id != " "_c && c.id != invisible) break;
        p += c.length;
    }
    return p;
}
constexpr const char* skip_spaces_back(const char* begin, const char* p) noexcept {
    for (int i = 0; i < 4; ++i) {
        const auto c = before(begin, p);
        if (c.id != " "_c && c.id != invisible) break;
        p -= c.length;
    }
    return p;
}

}  // namespace shuliang::inline v0::zh
