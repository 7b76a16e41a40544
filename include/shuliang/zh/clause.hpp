// zh/clause.hpp - the clause around a number: its words, where it ends, and the noun phrases in it.
//
// data/clause.tsv says what part a word takes. A word that is in no table is part of a noun: where the sense of a
// sentence alone could tell where a noun ends, it goes on to the next word that is known to end it.
//
// Everything here looks at no byte outside the stretch it is given: at most 64 bytes, so that every look has a bound.
#pragma once

#include "shuliang/zh/approx.hpp"
#include "shuliang/zh/lookalike.hpp"
#include "shuliang/zh/neighbour.hpp"
#include "shuliang/zh/unit_lookup.hpp"

namespace shuliang::inline v0::zh {

// The part that a word takes in a clause; the order is that of PARTS in tools/generate.py. The last two are in no
// table.
enum class part : std::uint8_t {
    unknown,
    verb,
    light,
    change,
    link,
    share,
    adverb,
    aspect,
    determiner,
    function,
    of,
    localizer,
    adjective,
    activity,
    agent,
    body,
    suffix,
    place,
    noun,
    number,
    border
};

constexpr bool is_nominal(part p) noexcept { return p == part::unknown || (p >= part::localizer && p <= part::noun); }

namespace tables {
#include "shuliang/zh/clause.inc"
}  // namespace tables

// True when a Chinese character stands at `p`, a rare one or one of the compatibility area too.
constexpr bool is_any_han(const char* p, const char* end) noexcept {
    if (p == end) return false;
    const auto v = decode(p, end).value;
    return (v >= 0x3400 && v <= 0x9FFF) || (v >= 0xF900 && v <= 0xFAFF) || (v >= 0x20000 && v <= 0x3FFFF);
}

// A stretch of text that looks go no further than.
struct stretch {
    const char* begin = nullptr;
    const char* end = nullptr;
};

// A word of a clause; behind the last one it is a border of no length.
struct clause_word {
    const char* end = nullptr;
    zh::part part = part::border;
};

namespace detail {

constexpr bool is_numeral(character c) noexcept {
    switch (c.cls()) {
        case char_class::digit:
        case char_class::numeral:
        case char_class::zero:
        case char_class::financial:
        case char_class::multiplier:
        case char_class::twenty:
        case char_class::pair:
        case char_class::blank:
        case char_class::circled:
        case char_class::vulgar:
            return true;
        default:
            return false;
    }
}

// Quotation marks and the brackets of titles, as pairs.
inline constexpr char32_t quotations[][2] = {
    {U'“', U'”'}, {U'‘', U'’'}, {U'《', U'》'}, {U'「', U'」'}, {U'『', U'』'}};

// The other mark of the pair that `mark` opens (or closes); 0 when it does neither.
constexpr char32_t partner_of(char32_t mark, bool opening) noexcept {
    for (const auto& pair : quotations)
        if (pair[opening ? 0 : 1] == mark) return pair[opening ? 1 : 0];
    return 0;
}
constexpr char32_t mark_at(const char* p, const char* end) noexcept { return p == end ? U'\0' : decode(p, end).value; }
constexpr char32_t mark_before(const char* begin, const char* p) noexcept {
    return p == begin ? U'\0' : mark_at(previous(begin, p), p);
}

constexpr bool ends_a_sentence(const char* p, character c) noexcept {
    return c.at_end() || *p == '\n' || *p == '\r' || c.id == "。"_c || c.id == ";"_c || c.id == "，"_c;
}

// True when a name of letters and digits may hold `c`: N95, PM2.5, CT-3.
constexpr bool is_name_character(character c) noexcept {
    return is_latin(c.id) || is_digit(c.id) || c.id == "."_c || c.id == "-"_c || c.id == "+"_c;
}

// 5G and 3D, which begin with a digit.
constexpr bool is_generation(stretch w, const char* p) noexcept {
    const auto digit = at(p, w.end);
    if (!is_digit(digit.id)) return false;
    const auto letter = at(p + digit.length, w.end);
    if (letter.id != "G"_c && letter.id != "D"_c) return false;
    const auto next = at(p + digit.length + letter.length, w.end);
    const auto previous = before(w.begin, p);
    return !is_name_character(next) && !is_name_character(previous);
}

// The end of the quotation that opens at `p`, and the beginning of the one that closes there; null when the other mark
// is not in this sentence.
constexpr const char* quotation_end(stretch w, const char* p) noexcept {
    const auto close = partner_of(mark_at(p, w.end), true);
    for (p += at(p, w.end).length; p < w.end;) {
        const auto c = at(p, w.end);
        if (ends_a_sentence(p, c)) return nullptr;
        const bool closed = mark_at(p, w.end) == close;
        p += c.length;
        if (closed) return p;
    }
    return nullptr;
}
constexpr const char* quotation_begin(stretch w, const char* p) noexcept {
    const auto open = partner_of(mark_before(w.begin, p), false);
    for (p -= before(w.begin, p).length; p > w.begin;) {
        const auto c = before(w.begin, p);
        p -= c.length;
        if (ends_a_sentence(p, c)) return nullptr;
        if (mark_at(p, w.end) == open) return p;
    }
    return nullptr;
}

// The end of a numeral at `p` that is none because a word holds it: 一般, 数据; `p` when it is one.
constexpr const char* other_word_end(stretch w, const char* p, character c) noexcept {
    if (c.cls() == char_class::blank && c.id != "几"_c) {
        // 数百 is a number, 人数 is not.
        const auto next = at(p + c.length, w.end);
        if (next.cls() != char_class::multiplier) return p + c.length;
    }
    if (c.cls() != char_class::digit)
        if (const auto other = find_lookalike(w.begin, p, c, w.end); other && other.end > p) return other.end;
    return p;
}

}  // namespace detail

// The word of the tables at `p`, or one character, a name, a quotation.
constexpr clause_word simple_word_at(stretch w, const char* p) noexcept {
    constexpr trie words{tables::clause_cells};
    p = skip_gloss(p, w.end);
    const auto c = at(p, w.end);
    if (c.at_end()) return {p, part::border};
    if (c.id != 0)
        if (const auto m = longest(words, p, c, w.end)) return {m.end, static_cast<part>(m.value)};
    if (detail::is_numeral(c)) {
        if (detail::is_generation(w, p)) return {p + c.length + c.length, part::noun};
        const char* other = detail::other_word_end(w, p, c);
        return {other, other == p ? part::number : part::noun};
    }
    if (is_latin(c.id)) {
        auto d = c;
        while (detail::is_name_character(d)) {
            p += d.length;
            d = at(p, w.end);
        }
        return {p, part::noun};
    }
    if (detail::partner_of(detail::mark_at(p, w.end), true) != 0) {
        const char* end = detail::quotation_end(w, p);
        return {end == nullptr ? p : end, end == nullptr ? part::border : part::noun};
    }
    if (is_any_han(p, w.end)) return {p + c.length, part::unknown};
    // 阿·托, 伊尔-76
    if (c.id == "·"_c || c.id == "-"_c) {
        const auto previous = before(w.begin, p);
        const char* next = p + c.length;
        const bool behind_name = previous.length == 3 && previous.cls() == char_class::none;
        if (c.id == "·"_c && behind_name && is_any_han(next, w.end)) return {next, part::unknown};
        if (c.id == "-"_c && behind_name && is_digit(at(next, w.end).id)) {
            while (is_digit(at(next, w.end).id)) next += at(next, w.end).length;
            return {next, part::unknown};
        }
    }
    return {p, part::border};
}

// The word at `p`.
constexpr clause_word word_at(stretch w, const char* p) noexcept {
    auto word = simple_word_at(w, p);
    switch (word.part) {
        case part::verb:
        case part::light:
        case part::change:
        case part::activity:
            // 发放|率 is a noun.
            if (const auto next = simple_word_at(w, word.end); next.part == part::suffix) return {next.end, part::noun};
            break;
        case part::determiner:
            // 这座|桥
            if (const auto next = simple_word_at(w, word.end); next.part == part::unknown)
                if (const auto unit = find_unit(word.end, w.end); unit && unit.end == next.end) word.end = next.end;
            break;
        default:
            break;
    }
    return word;
}

// Where the clause that goes on at `p` begins: behind a mark of punctuation, a blank, or the last number before `p`.
// `number` is true for the last.
struct clause_start {
    const char* begin = nullptr;
    bool number = false;
};
constexpr clause_start clause_before(stretch w, const char* p) noexcept {
    constexpr trie words{tables::clause_cells};
    while (p > w.begin) {
        if (const char* gloss = skip_gloss_back(w.begin, p); gloss != p) {
            p = gloss;
            continue;
        }
        const auto c = before(w.begin, p);
        const char* here = p - c.length;
        if (is_latin(c.id) || is_digit(c.id)) {
            // A name, which begins with a letter, or a number.
            const char* name = here;
            for (auto d = before(w.begin, name); detail::is_name_character(d); d = before(w.begin, name))
                name -= d.length;
            if (!is_latin(at(name, w.end).id) && !detail::is_generation(w, name)) {
                // 5kg大米: a number and its unit.
                const char* q = name;
                while (q < p && !is_latin(at(q, w.end).id)) q += at(q, w.end).length;
                return {q, true};
            }
            p = name;
        } else if (detail::is_numeral(c)) {
            const char* other = detail::other_word_end(w, here, c);
            if (other == here) {
                const auto m = longest(words, here, c, w.end);
                if (!m || m.end <= here) return {p, true};
            }
            p = here;
        } else if (detail::partner_of(detail::mark_before(w.begin, p), false) != 0) {
            const char* open = detail::quotation_begin(w, p);
            if (open == nullptr) return {p, false};
            p = open;
        } else if (is_any_han(here, w.end) || c.id == "·"_c) {
            p = here;
        } else {
            return {p, c.id == "%"_c};
        }
    }
    return {p, false};
}

// A noun phrase, and what is known of it. `end` null: there is none.
struct noun_phrase {
    const char* begin = nullptr;
    const char* end = nullptr;
    part before = part::border;    // the word before it
    part first = part::unknown;    // its first word
    part last = part::unknown;     // its last word
    const char* second = nullptr;  // where its second word begins
    const char* final = nullptr;   // where its last word begins
    const char* solid = nullptr;   // where the last of its words ends that is no adjective
    bool after_number = false;     // it begins where another number ends
    bool only_activity = false;
    bool only_adjective = false;

    constexpr explicit operator bool() const noexcept { return end != nullptr; }

    constexpr void add(const char* from, clause_word word) noexcept {
        if (end == nullptr) {
            begin = from;
            first = word.part;
            only_activity = only_adjective = true;
        } else if (second == nullptr) {
            second = from;
        }
        only_activity = only_activity && word.part == part::activity;
        only_adjective = only_adjective && word.part == part::adjective;
        last = word.part;
        final = from;
        end = word.end;
        // 小区|干净整洁; but 口红.
        if (word.part != part::adjective || word.end - from <= 3) solid = end;
    }
};

// Without the adjectives behind what they say something of: 网站|一般是.
constexpr noun_phrase trimmed(noun_phrase n) noexcept {
    if (n && n.solid != nullptr) n.end = n.solid;
    return n;
}

// The same for one that stands before its number, and without what only seems to be its first word: an activity before
// people is a verb (培训|基层干部), a place behind a preposition belongs to that (向武汉|捐款).
constexpr noun_phrase object_of(noun_phrase n) noexcept {
    n = trimmed(n);
    const bool verb = n.first == part::activity && n.last == part::agent;
    const bool where = n.first == part::place && n.before == part::function;
    if ((verb || where) && n.second != nullptr && n.second < n.end) {
        n.begin = n.second;
        n.first = part::noun;
    }
    return n;
}

// The longest noun phrase.
inline constexpr std::ptrdiff_t longest_noun = 48;
// How far from a number it can be: less than what is looked at, so that the end of a window is never taken for its end.
inline constexpr std::ptrdiff_t noun_distance = 60;

constexpr bool ends_with(unsigned list, const noun_phrase& n) noexcept {
    return has_neighbour(list, n.begin, n.end, n.end, n.end);
}

}  // namespace shuliang::inline v0::zh
