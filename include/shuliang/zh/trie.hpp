// zh/trie.hpp - look-up of words in packed tries over character ids.
//
// A table is one array, a double-array trie (Aoe 1989): a step from one character to the next costs two loads,
// however many words there are. Every base is such that base + any character id stays inside the array. The same
// format serves the built-in tables and vocabularies of the user.
#pragma once

#include <cstddef>
#include <cstdint>

#include "shuliang/zh/character.hpp"

namespace shuliang::inline v0::zh {

// A cell is two integers. The first has in its low 16 bits the base (the children stand at base + character; 0: there
// are none) and in its high 16 bits 1 + the cell whose child it is; the second is what a word that ends here means (0:
// none does). A cell that is nobody's is 0.
struct trie {
    const char32_t* cells;

    constexpr unsigned base(unsigned cell) const noexcept { return cells[std::size_t{2} * cell] & 0xFFFFU; }
    constexpr unsigned parent(unsigned cell) const noexcept { return (cells[std::size_t{2} * cell] >> 16) - 1U; }
    constexpr std::uint16_t value(unsigned cell) const noexcept {
        return static_cast<std::uint16_t>(cells[std::size_t{2} * cell + 1]);
    }

    // The cell that `id` leads to from the cell `from` (0: the root); 0 when there is none, as there is for id 0.
    constexpr unsigned step(unsigned from, char_id id) const noexcept {
        const unsigned to = base(from) + unsigned{id};
        return parent(to) == from ? to : 0U;
    }
};

// A word found in the text: its value (0: nothing found) and where it ends (for words read backwards: begins).
struct match {
    std::uint16_t value = 0;
    const char* end = nullptr;

    constexpr explicit operator bool() const noexcept { return value != 0; }
};

// How many bytes of a word, with the noise inside it, are looked at where there is noise: what lies behind them is too
// far away to decide anything (see `context`).
inline constexpr int longest_glossed_word = 48;

// Steps from the inside of a word to its next character, over noise that a reader does not see: invisible
// characters, and a pinyin gloss in brackets such as (gè). Returns `at` itself when there is none.
// The gloss must be Latin letters, marks and spaces, at most 24 bytes.
constexpr const char* skip_gloss(const char* at, const char* end) noexcept {
    const char* p = at;
    while (p < end && p - at < longest_glossed_word) {
        const auto c = fast_at(p, end);
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
        const auto close = fast_at(q, end);
        if (!marked || close.id != ")"_c) return p;
        p = q + close.length;
    }
    return p;
}

// The same behind a phrase, to which the gloss of its last character belongs, but no invisible character.
constexpr const char* skip_last_gloss(const char* at, const char* end) noexcept {
    const char* p = skip_gloss(at, end);
    for (auto c = before(at, p); c.id == invisible; c = before(at, p)) p -= c.length;
    return p;
}

// The same backwards: from the inside of a word to its previous character.
constexpr const char* skip_gloss_back(const char* begin, const char* at) noexcept {
    for (const char* const start = at; start - at < longest_glossed_word;) {
        const auto c = before(begin, at);
        if (c.id == invisible) {
            at -= c.length;
            continue;
        }
        if (c.id != ")"_c) return at;
        const char* q = at - c.length;
        auto d = before(begin, q);
        // Latin letters, with marks of one or two bytes.
        while (d.length != 0 && d.id != "("_c && d.length <= 2 && at - q < 32) {
            q -= d.length;
            d = before(begin, q);
        }
        if (d.id != "("_c || skip_gloss(q - d.length, at) != at) return at;
        at = q - d.length;
    }
    return at;
}

// The longest word of the table whose first character led to `cell` and whose rest begins at `at`. A character that no
// rule knows has the id 0, which leads nowhere.
[[gnu::hot]] constexpr match longest_from(trie t, unsigned cell, const char* at, const char* end) noexcept {
    match found;
    const char* const start = at;
    while (true) {
        if (const auto value = t.value(cell); value != 0) found = {value, at};
        auto c = fast_at(at, end);
        unsigned next = t.step(cell, c.id);
        if (next == 0) {
            if (c.id != "("_c && c.id != invisible) return found;
            at = skip_gloss(at, end);
            c = fast_at(at, end);
            next = t.step(cell, c.id);
            if (next == 0 || at - start >= longest_glossed_word) return found;
        }
        cell = next;
        at += c.length;
    }
}

// The longest word of the table that begins with the character `first` at `at`.
[[gnu::always_inline]] constexpr match longest(trie t, const char* at, character first, const char* end) noexcept {
    const unsigned cell = t.step(0, first.id);
    return cell == 0 ? match{} : longest_from(t, cell, at + first.length, end);
}

// The longest word of the table that begins at `at`.
constexpr match longest(trie t, const char* at, const char* end) noexcept {
    return longest(t, at, fast_at(at, end), end);
}

// The longest word of a table of reversed words that ends at `at`; `end` of the result is where it begins.
[[gnu::hot]] constexpr match longest_before(trie t, const char* begin, const char* at) noexcept {
    match found;
    const char* const start = at;
    auto c = fast_before(begin, at);
    unsigned cell = c.id == 0 ? 0U : t.step(0, c.id);
    while (cell != 0) {
        at -= c.length;
        if (t.value(cell) != 0) found = {t.value(cell), at};
        if (t.base(cell) == 0) break;
        c = fast_before(begin, at);
        if (c.id == 0) break;
        if (c.id == ")"_c || c.id == invisible) {
            at = skip_gloss_back(begin, at);
            if (start - at >= longest_glossed_word) break;
            c = before(begin, at);
        }
        cell = t.step(cell, c.id);
    }
    return found;
}

}  // namespace shuliang::inline v0::zh
