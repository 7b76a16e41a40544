// zh/own_words.hpp - the words of the user as the grammar sees them: packed, immutable tables beside the built-in ones.
//
// vocabulary.hpp packs them while compiling, vocabulary_file.hpp from a file; the format is the same. A `vocabulary` is
// a view of the tables: it is asked wherever a built-in table is asked, the longest word wins, and a word of the user
// before a built-in one of the same length. Where there is no vocabulary one test of a null pointer is all it costs.
//
// constexpr, noexcept, no allocation. A look-up that finds nothing costs one load most often; one that finds a word
// takes time in the length of the word and the logarithm of the number of words with the same first character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "shuliang/unit.hpp"
#include "shuliang/zh/approx.hpp"
#include "shuliang/zh/lookalike.hpp"
#include "shuliang/zh/unit_lookup.hpp"

namespace shuliang::inline v0 {

// What words do: units, currency signs before a number, words of approximation before and behind one, look-alikes.
enum class word_use : std::uint8_t { unit, sign, before, after, lookalike };
inline constexpr std::size_t word_use_count = 5;

namespace detail {

// What two characters have in common when they are read alike: the id of the grammar, or the code point of those that
// the grammar does not know, set apart by a bit.
using word_key = std::uint32_t;
struct keyed_character {
    word_key key = 0;
    zh::char_id id = 0;
    std::uint8_t length = 0;  // 0 at the end of the text
};
constexpr keyed_character key_at(const char* at, const char* end) noexcept {
    const auto known = zh::fast_at(at, end);
    if (known.id != 0 || known.length == 0) return {known.id, known.id, known.length};
    const auto c = decode(at, end);
    return {0x80000000U | static_cast<word_key>(c.value), 0, c.length};
}
constexpr keyed_character key_before(const char* begin, const char* at) noexcept {
    const auto known = zh::fast_before(begin, at);
    if (known.id != 0 || known.length == 0) return {known.id, known.id, known.length};
    return key_at(at - known.length, at);
}

// A word: its characters are keys[begin, begin + length), the last one first where it is read backwards.
struct packed_word {
    std::uint32_t begin = 0;
    std::uint16_t length = 0;
    std::uint16_t flag = 0;     // of a word of approximation
    zh::unit_sense sense = {};  // of a unit or sign: what the grammar does with it
};

// Which words stand together: those with one hash of the first character.
constexpr std::size_t bucket_of(word_key first, unsigned bits) noexcept {
    return static_cast<std::size_t>(first * 0x9E3779B1U >> (32U - bits));
}

// The place in the filter of words that begin with these two characters; of those of one character the second is 0.
constexpr std::size_t filter_bit(word_use use, word_key first, word_key second, unsigned bits) noexcept {
    const auto mixed = (first + static_cast<word_key>(use) * 0x85EBCA6BU) * 0x9E3779B1U ^ second * 0xC2B2AE35U;
    return static_cast<std::size_t>(mixed * 0x9E3779B1U >> (32U - bits));
}

// The order of the table: by use, then by bucket, then by characters.
constexpr int compare_words(const word_key* keys, const packed_word& a, const packed_word& b) noexcept {
    for (int i = 0; i < a.length && i < b.length; ++i) {
        const auto x = keys[a.begin + static_cast<std::uint32_t>(i)], y = keys[b.begin + static_cast<std::uint32_t>(i)];
        if (x != y) return x < y ? -1 : 1;
    }
    return a.length - b.length;
}

// What a vocabulary refers to. Words with number u of the uses and bucket b are words[starts[u * buckets + b]] up to
// the next start.
struct word_tables {
    const word_key* keys = nullptr;
    const packed_word* words = nullptr;
    const std::uint32_t* starts = nullptr;
    const std::uint64_t* filter = nullptr;  // 2^filter_bits bits: which pairs of characters a word can begin with
    const own_unit* units = nullptr;
    std::uint32_t word_count = 0;
    std::uint32_t unit_count = 0;
    std::uint8_t bits = 1;  // 2^bits buckets
    std::uint8_t filter_bits = 6;
    std::uint8_t reach = 0;    // how many characters of a look-alike can stand before its last numeral
    std::uint8_t uses = 0;     // bit u: there are words of this use; see also below
    std::uint8_t instead = 0;  // see vocabulary::instead_of_built_in
};

// Bit of word_tables::uses: some units begin with a multiplier, as 百升 does.
inline constexpr std::uint8_t multiplied = 1U << word_use_count;
// And another: some words have one character alone.
inline constexpr std::uint8_t of_one_character = 1U << (word_use_count + 1);

// What built-in words can be taken out, as bits of word_tables::instead.
inline constexpr std::uint8_t instead_of_counts = 1, instead_of_measures = 2, instead_of_currencies = 4,
                              instead_of_before = 8, instead_of_after = 16, instead_of_lookalikes = 32;

}  // namespace detail

// A word that was found: the id of its unit and where it ends; false where none begins.
struct vocabulary_match {
    unit_id unit = 0;
    const char* end = nullptr;

    constexpr explicit operator bool() const noexcept { return end != nullptr; }
};

// The view. An empty one finds nothing.
class vocabulary {
public:
    constexpr vocabulary() noexcept = default;
    constexpr explicit vocabulary(const detail::word_tables& tables) noexcept : t_(tables) {}

    constexpr bool empty() const noexcept { return t_.word_count == 0; }
    constexpr std::size_t size() const noexcept { return t_.word_count; }
    constexpr std::size_t unit_count() const noexcept { return t_.unit_count; }

    // The same words in place of the built-in ones of the sorts that they are of: measure words, physical units,
    // currencies, words of approximation on a side, look-alikes. Words that belong to the grammar itself (calendar and
    // clock, lengths of time, percentages, 倍 折 番 成) stay.
    constexpr vocabulary instead_of_built_in() const noexcept {
        auto out = *this;
        for (std::size_t i = 0; i < t_.word_count; ++i) out.t_.instead |= replaced_by(i);
        return out;
    }

    // The longest unit word that begins at `at`.
    constexpr vocabulary_match find(const char* at, const char* end) const noexcept {
        const auto* const w = longest(word_use::unit, at, end);
        return w == nullptr ? vocabulary_match{} : vocabulary_match{w->sense.unit, at};
    }
    // What a unit that this vocabulary found is; a vocabulary may give a word a built-in unit.
    constexpr shuliang::unit unit(unit_id id) const noexcept { return {id, t_.units}; }
    constexpr const detail::own_unit* units() const noexcept { return t_.units; }

    // ---- for the grammar

    constexpr bool has(word_use use) const noexcept { return (t_.uses >> static_cast<unsigned>(use) & 1U) != 0; }
    // True when a multiplier may belong to a unit of the user, or no more to a built-in one.
    constexpr bool changes_multipliers() const noexcept {
        return t_.instead != 0 || (t_.uses & detail::multiplied) != 0;
    }

    // The longest unit word at `at`, where the built-in tables have `other`.
    [[gnu::noinline]] constexpr zh::unit_match unit_at(const char* at, const char* end,
                                                       zh::unit_match other) const noexcept {
        const char* const begin = at;
        const auto* const w = longest(word_use::unit, at, end);
        while (t_.instead != 0 && other && is_replaced(other.role()))
            other = zh::find_unit(begin, other.end - zh::before(begin, other.end).length);
        if (w != nullptr && (!other || other.end <= at)) return {&w->sense, at};
        return other;
    }

    // The currency name or sign that ends at `at`.
    [[gnu::noinline]] constexpr zh::match sign_before(const char* begin, const char* at,
                                                      zh::match other) const noexcept {
        if ((t_.instead & detail::instead_of_currencies) != 0) other = {};
        const auto* const w = longest(word_use::sign, at, begin);
        return w != nullptr && (!other || at <= other.end) ? zh::match{w->sense.unit, at} : other;
    }

    // Words of approximation; one that flags nothing hides a shorter one that does.
    [[gnu::noinline]] constexpr zh::approximation about_before(const char* begin, const char* at) const noexcept {
        zh::match other;
        if ((t_.instead & detail::instead_of_before) == 0) other = zh::approximation_word_before(begin, at);
        const auto* const w = longest(word_use::before, at, begin);
        return w != nullptr && (!other || at <= other.end) ? as_approximation(*w, at)
                                                           : zh::detail::as_approximation(other);
    }
    [[gnu::noinline]] constexpr zh::approximation about_after(const char* at, const char* end) const noexcept {
        zh::match other;
        if ((t_.instead & detail::instead_of_after) == 0) other = zh::approximation_word_after(at, end);
        const auto* const w = longest(word_use::after, at, end);
        return w != nullptr && (!other || at >= other.end) ? as_approximation(*w, at)
                                                           : zh::detail::as_approximation(other);
    }

    // The look-alike that covers the anchor at `at` and reaches furthest, where the built-in table has `other`.
    [[gnu::noinline]] constexpr zh::lookalike lookalike_at(const char* floor, const char* at, const char* end,
                                                           zh::lookalike other) const noexcept {
        if ((t_.instead & detail::instead_of_lookalikes) != 0) other = {};
        if (!has(word_use::lookalike)) return other;
        const char* start = at;
        for (int i = 0;; ++i) {
            const char* p = start;
            if (longest(word_use::lookalike, p, end) != nullptr && p > at && (!other || p >= other.end))
                other = {start, p};
            const auto c = zh::before(floor, start);
            if (i == t_.reach || c.at_end()) return other;
            start -= c.length;
        }
    }

    // True when a word begins at one of the characters of [from, to], or ends at `begin`: then the short way, which
    // knows the built-in words alone, has seen too little.
    [[gnu::noinline]] constexpr bool touches(const char* floor, const char* begin, const char* from, const char* to,
                                             const char* end) const noexcept {
        using zh::operator""_c;
        if (t_.instead != 0) return true;
        for (const char* p = from; p <= to && p < end;) {
            if (*p >= '0' && *p <= '9') {
                ++p;
                continue;
            }
            const auto c = zh::fast_at(p, end);
            if (begins(word_use::unit, p, end) || begins(word_use::after, p, end)) return true;
            // Measure words in brackets, words of approximation behind spaces.
            if (p == to && (c.id == "("_c || c.id == " "_c || c.id == zh::invisible)) to += c.length;
            p += c.length;
        }
        if (!has(word_use::before) && !has(word_use::sign)) return false;
        const char* const left = zh::skip_spaces_back(floor, begin);
        return begins(word_use::before, left, floor) || begins(word_use::sign, left, floor);
    }

private:
    static constexpr zh::approximation as_approximation(const detail::packed_word& w, const char* edge) noexcept {
        return {static_cast<approx>(w.flag), edge};
    }

    constexpr std::size_t bucket(word_use use, detail::word_key first) const noexcept {
        return (static_cast<std::size_t>(use) << t_.bits) + detail::bucket_of(first, t_.bits);
    }
    // True when a word begins with the character `first` at `at`.
    constexpr bool begins(word_use use, const char* at, const char* limit) const noexcept {
        return has(use) && longest(use, at, limit) != nullptr;
    }
    constexpr bool in_filter(word_use use, detail::word_key first, detail::word_key second) const noexcept {
        const auto bit = detail::filter_bit(use, first, second, t_.filter_bits);
        return (t_.filter[bit >> 6] >> (bit & 63U) & 1U) != 0;
    }

    // The longest word at `at`, towards `limit`, which may lie before `at`; moves `at` to its far end. Noise inside a
    // word is stepped over as in built-in ones.
    constexpr const detail::packed_word* longest(word_use use, const char*& at, const char* limit) const noexcept {
        if (!has(use)) return nullptr;
        const bool back = use == word_use::sign || use == word_use::before;
        const auto step = [back, limit](const char* p) {
            return back ? detail::key_before(limit, p) : detail::key_at(p, limit);
        };
        const char* p = at;
        auto c = step(p);
        if (c.length == 0) return nullptr;
        const auto second = step(back ? p - c.length : p + c.length);
        const bool short_ones = (t_.uses & detail::of_one_character) != 0;
        if (!in_filter(use, c.key, second.key) && !(short_ones && in_filter(use, c.key, 0)) && !may_be_gloss(second.id))
            return nullptr;
        const auto b = bucket(use, c.key);
        std::uint32_t low = t_.starts[b], high = t_.starts[b + 1];
        const detail::packed_word* found = nullptr;
        for (std::uint32_t i = 0; low < high && c.length != 0; ++i) {
            auto first = bound(low, high, i, c.key, false);
            if (i != 0 && (first == high || key(first, i) != c.key)) {
                const char* const q = back ? zh::skip_gloss_back(limit, p) : zh::skip_gloss(p, limit);
                if (q == p) break;
                p = q;
                c = step(p);
                first = bound(low, high, i, c.key, false);
            }
            low = first;
            high = bound(low, high, i, c.key, true);
            if (low == high) break;
            p = back ? p - c.length : p + c.length;
            // Of the words that share these characters the one that ends here stands first.
            if (t_.words[low].length == i + 1) {
                found = t_.words + low;
                at = p;
            }
            c = step(p);
        }
        return found;
    }

    static constexpr bool may_be_gloss(zh::char_id id) noexcept {
        using zh::operator""_c;
        return id == "("_c || id == ")"_c || id == zh::invisible;
    }
    constexpr detail::word_key key(std::uint32_t number, std::uint32_t i) const noexcept {
        const auto& w = t_.words[number];
        return i < w.length ? t_.keys[w.begin + i] : 0;
    }
    // The first word of [low, high) whose character number i is not less than the key, or greater than it.
    constexpr std::uint32_t bound(std::uint32_t low, std::uint32_t high, std::uint32_t i, detail::word_key wanted,
                                  bool upper) const noexcept {
        while (low < high) {
            const auto middle = low + (high - low) / 2;
            const auto& w = t_.words[middle];
            const bool before =
                i >= w.length || t_.keys[w.begin + i] < wanted || (upper && t_.keys[w.begin + i] == wanted);
            if (before)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    constexpr std::uint8_t replaced_by(std::size_t number) const noexcept {
        std::size_t use = 0;
        while (number >= t_.starts[(use + 1) << t_.bits]) ++use;
        switch (static_cast<word_use>(use)) {
            case word_use::sign:
                return detail::instead_of_currencies;
            case word_use::before:
                return detail::instead_of_before;
            case word_use::after:
                return detail::instead_of_after;
            case word_use::lookalike:
                return detail::instead_of_lookalikes;
            default:
                return replaced_role(t_.words[number].sense.role());
        }
    }
    static constexpr std::uint8_t replaced_role(zh::role r) noexcept {
        return r == zh::role::count || r == zh::role::noun      ? detail::instead_of_counts
               : r == zh::role::measure                         ? detail::instead_of_measures
               : r == zh::role::money || r == zh::role::subunit ? detail::instead_of_currencies
                                                                : std::uint8_t{0};
    }
    constexpr bool is_replaced(zh::role r) const noexcept { return (t_.instead & replaced_role(r)) != 0; }

    detail::word_tables t_;
};

}  // namespace shuliang::inline v0

namespace shuliang::inline v0::zh {

// The look-ups of the grammar, with the words of the user where `own` is not null.

constexpr unit_match find_unit(const vocabulary* own, const char* at, const char* end) noexcept {
    const auto u = find_unit(at, end);
    return own == nullptr ? u : own->unit_at(at, end, u);
}

constexpr match find_currency_before(const vocabulary* own, const char* begin, const char* at) noexcept {
    const auto m = find_currency_before(begin, at);
    return own == nullptr ? m : own->sign_before(begin, at, m);
}

constexpr approximation approximation_before(const vocabulary* own, const char* begin, const char* at) noexcept {
    return own == nullptr ? approximation_before(begin, at) : own->about_before(begin, at);
}

constexpr approximation approximation_after(const vocabulary* own, const char* at, const char* end) noexcept {
    return own == nullptr ? approximation_after(at, end) : own->about_after(at, end);
}

constexpr lookalike find_lookalike(const vocabulary* own, const char* floor, const char* at, character c,
                                   const char* end) noexcept {
    const auto word = find_lookalike(floor, at, c, end);
    return own == nullptr ? word : own->lookalike_at(floor, at, end, word);
}

}  // namespace shuliang::inline v0::zh
