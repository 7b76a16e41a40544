// zh/trie.hpp - look-up of words in packed tries over character ids.
//
// A table is two arrays: nodes, children of one node side by side and sorted by label; and for each character the
// node that words beginning with it start at (0: none), so that the first step is one load. The same format serves
// the built-in tables and vocabularies of the user.
#pragma once

#include <cstdint>

#include "shuliang/zh/character.hpp"

namespace shuliang {
inline namespace v0 {
namespace zh {

struct trie_node {
    std::uint16_t label;  // the character that leads here
    std::uint16_t value;  // what a word that ends here means; 0 when none does
    std::uint16_t first;  // index of the first child
    std::uint16_t count;  // number of children
};

struct trie {
    const trie_node* nodes;
    const std::uint16_t* roots;

    constexpr const trie_node* root(char_id id) const noexcept {
        const auto index = roots[id];
        return index == 0 ? nullptr : nodes + index;
    }
    constexpr const trie_node* child(const trie_node* node, char_id id) const noexcept {
        const trie_node* c = nodes + node->first;
        for (int i = 0; i < node->count; ++i)
            if (c[i].label == id) return c + i;
        return nullptr;
    }
};

// A word found in the text: its value (0: nothing found) and where it ends (for words read backwards: begins).
struct match {
    std::uint16_t value = 0;
    const char* end = nullptr;

    constexpr explicit operator bool() const noexcept { return value != 0; }
};

// Steps from the inside of a word to its next character, over noise that a reader does not see: invisible
// characters, and a pinyin gloss in brackets such as (gè). Returns `at` itself when there is none.
// The gloss must be Latin letters, marks and spaces, at most 24 bytes.
constexpr const char* skip_gloss(const char* at, const char* end) noexcept {
    const char* p = at;
    while (p < end) {
        const auto c = zh::at(p, end);
        if (c.id == invisible) {
            p += c.length;
            continue;
        }
        if (c.id != "("_c) return p;
        const char* q = p + c.length;
        bool marked = false;  // a gloss has a tone mark, a plain bracket such as (km) has none
        for (const char* limit = end - q > 24 ? q + 24 : end; q < limit;) {
            const auto d = decode(q, end);
            const bool plain = (d.value >= 'a' && d.value <= 'z') || d.value == ' ' || d.value == '\'';
            const bool toned = (d.value >= 0xC0 && d.value <= 0x24F) || (d.value >= 0x300 && d.value <= 0x36F) ||
                               (d.value >= 0x1E00 && d.value <= 0x1EFF) || d.value == 0x261;
            if (!d.valid || (!plain && !toned)) break;
            marked = marked || toned;
            q += d.length;
        }
        const auto close = zh::at(q, end);
        if (!marked || close.id != ")"_c) return p;
        p = q + close.length;
    }
    return p;
}

// The longest word of the table that begins at `at`.
constexpr match longest(const trie& t, const char* at, const char* end) noexcept {
    match found;
    auto c = zh::at(at, end);
    const trie_node* node = c.at_end() ? nullptr : t.root(c.id);
    while (node != nullptr) {
        at += c.length;
        if (node->value != 0) found = {node->value, at};
        if (node->count == 0) break;
        c = zh::at(at, end);
        if (c.id == "("_c || c.id == invisible) {
            at = skip_gloss(at, end);
            c = zh::at(at, end);
        }
        if (c.id == 0) break;
        node = t.child(node, c.id);
    }
    return found;
}

// The longest word of a table of reversed words that ends at `at`; `end` of the result is where it begins.
constexpr match longest_before(const trie& t, const char* begin, const char* at) noexcept {
    match found;
    auto c = before(begin, at);
    const trie_node* node = c.at_end() ? nullptr : t.root(c.id);
    while (node != nullptr) {
        at -= c.length;
        if (node->value != 0) found = {node->value, at};
        if (node->count == 0) break;
        c = before(begin, at);
        if (c.id == 0) break;
        node = t.child(node, c.id);
    }
    return found;
}

}  // namespace zh
}  // namespace v0
}  // namespace shuliang
