// vocabulary.hpp - words of the user: units, measure words and currencies beside the built-in ones.
//
//     inline constexpr auto farm = sl::vocabulary_of(
//         sl::word{.symbol = "台套"},                                                     // a measure word
//         sl::word{.symbol = "公石", .code = "hL", .dimension = sl::dimension::volume, .factor = {1, 10}},
//         sl::word{.symbol = "垧地", .dimension = sl::dimension::area, .factor = {10000, 1}});
//     constexpr sl::vocabulary words = farm;
//
// A word is a symbol, as text has it; the code of its unit (the symbol itself where none is said; several words may
// share a code); what it measures; and an exact factor to the coherent SI unit, where there is one. Traditional and
// full-width twins of a symbol are found as well, as they are for built-in words. A malformed word, a word that is
// there twice, and a code with two meanings do not compile; vocabulary_file.hpp reads the same from a file and says so
// with line and column.
//
// A `vocabulary` is what a reader consults: a view of three packed, immutable arrays, for free to copy and to share
// between threads. Its owner (`farm`, or a loaded_vocabulary) has to outlive it. The longest word wins, and a word of
// the user before a built-in one of the same length, so that a word can be given another meaning.
//
// constexpr, noexcept; a look-up allocates nothing and takes time in the length of the word and the logarithm of the
// number of words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shuliang/unit.hpp"
#include "shuliang/zh/unit_lookup.hpp"

namespace shuliang::inline v0 {

// numerator/denominator x 10^exponent; numerator 0: there is none.
struct unit_factor {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    int exponent = 0;

    friend constexpr bool operator==(const unit_factor&, const unit_factor&) = default;
};

// One word, as the user writes it.
struct word {
    std::string_view symbol;
    std::string_view code = {};
    shuliang::dimension dimension = shuliang::dimension::count;
    unit_factor factor = {};
};

// Ids of units of the user begin here; those of the built-in ones stay below.
inline constexpr unit_id first_user_unit = 0x8000;
inline constexpr std::size_t most_user_units = 0x10000 - 0x8000;
inline constexpr std::size_t longest_word = 32;  // characters of a symbol

// What the names of dimensions are in files and messages, in the order of the enumeration.
inline constexpr std::string_view dimension_names[] = {"none",           "count",
                                                       "currency",       "proportion",
                                                       "length",         "area",
                                                       "volume",         "mass",
                                                       "time",           "temperature",
                                                       "speed",          "acceleration",
                                                       "energy",         "power",
                                                       "pressure",       "force",
                                                       "frequency",      "voltage",
                                                       "current",        "resistance",
                                                       "charge",         "capacitance",
                                                       "magnetic_field", "luminous_intensity",
                                                       "luminous_flux",  "illuminance",
                                                       "radioactivity",  "radiation_dose",
                                                       "information",    "information_rate",
                                                       "angle",          "amount",
                                                       "concentration",  "mass_concentration",
                                                       "density",        "flow",
                                                       "mass_flow",      "sound_level",
                                                       "rotation",       "transport",
                                                       "viscosity",      "other"};
static_assert(std::size(dimension_names) == static_cast<std::size_t>(dimension::other) + 1);

namespace detail {

// What two characters have in common when they are read alike: the id of the grammar, or the code point of those that
// the grammar does not know, set apart by a bit.
using word_key = std::uint32_t;
constexpr word_key key_at(const char* at, const char* end, std::size_t& length) noexcept {
    const auto known = zh::at(at, end);
    if (known.id != 0) {
        length = known.length;
        return known.id;
    }
    const auto c = decode(at, end);
    length = c.length;
    return 0x80000000U | static_cast<word_key>(c.value);
}

// A word in the packed table: its characters are keys[begin, begin + length).
struct packed_word {
    std::uint32_t begin = 0;
    std::uint16_t length = 0;
    std::uint16_t unit = 0;  // number in the table of units
};

struct packed_unit {
    std::string_view code;
    shuliang::dimension dimension = shuliang::dimension::count;
    unit_factor factor;
    zh::unit_sense sense;  // what the grammar does with it
};

// The unit with this number: its role in the grammar follows from what it measures.
constexpr packed_unit pack_unit(std::string_view code, const word& w, std::size_t number) noexcept {
    const auto role = w.dimension == dimension::count      ? zh::role::count
                      : w.dimension == dimension::currency ? zh::role::money
                      : w.dimension == dimension::time     ? zh::role::duration
                                                           : zh::role::measure;
    const auto id = static_cast<unit_id>(first_user_unit + number);
    return {code, w.dimension, w.factor, {id, static_cast<std::uint8_t>(role), 0, 0, 0, 0}};
}

constexpr int compare_words(const word_key* keys, const packed_word& a, const packed_word& b) noexcept {
    for (int i = 0; i < a.length && i < b.length; ++i) {
        const auto x = keys[a.begin + static_cast<std::uint32_t>(i)], y = keys[b.begin + static_cast<std::uint32_t>(i)];
        if (x != y) return x < y ? -1 : 1;
    }
    return a.length - b.length;
}

// What is wrong with a word by itself; empty when nothing is.
constexpr std::string_view malformed(const word& w) noexcept {
    if (w.symbol.empty()) return "a word without a symbol";
    if (w.factor.numerator < 0 || w.factor.denominator <= 0) return "a factor is more than 0";
    if (w.dimension == dimension::none) return "a unit measures something; say count for a measure word";
    if ((w.dimension == dimension::count || w.dimension == dimension::currency) && w.factor.numerator != 0)
        return "measure words and currencies have no factor";
    std::size_t characters = 0;
    const char* const end = w.symbol.data() + w.symbol.size();
    for (const char* at = w.symbol.data(); at < end; ++characters) {
        const auto c = decode(at, end);
        if (!c.valid) return "a symbol is UTF-8";
        if (c.value <= U' ' || c.value == 0x3000) return "a symbol has no white space";
        if (at == w.symbol.data()) {
            const auto cls = zh::at(at, end).cls();
            if (cls == zh::char_class::digit || cls == zh::char_class::numeral)
                return "a symbol does not begin with a numeral";
        }
        at += c.length;
    }
    return characters > longest_word ? "a symbol has 32 characters at most" : "";
}

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
    constexpr vocabulary(const detail::word_key* keys, const detail::packed_word* words, std::size_t word_count,
                         const detail::packed_unit* units, std::size_t unit_count) noexcept
        : keys_(keys), words_(words), units_(units), word_count_(word_count), unit_count_(unit_count) {}

    constexpr bool empty() const noexcept { return word_count_ == 0; }
    constexpr std::size_t size() const noexcept { return word_count_; }
    constexpr std::size_t unit_count() const noexcept { return unit_count_; }

    // The longest word that begins at `at`.
    constexpr vocabulary_match find(const char* at, const char* end) const noexcept {
        vocabulary_match found;
        std::size_t low = 0, high = word_count_;
        for (std::uint32_t i = 0; at < end && low < high; ++i) {
            std::size_t length = 0;
            const auto key = detail::key_at(at, end, length);
            low = bound(low, high, i, key, false);
            high = bound(low, high, i, key, true);
            at += length;
            // Of the words that share these characters the one that ends here stands first.
            if (low < high && words_[low].length == i + 1)
                found = {static_cast<unit_id>(first_user_unit + words_[low].unit), at};
        }
        return found;
    }

    // The same as the grammar sees it: a unit with one reading.
    constexpr zh::unit_match find_unit(const char* at, const char* end) const noexcept {
        const auto found = find(at, end);
        if (!found) return {};
        return {&units_[found.unit - first_user_unit].sense, found.end};
    }

    // What a unit of this vocabulary is. Precondition: owns(id).
    constexpr bool owns(unit_id id) const noexcept {
        return id >= first_user_unit && static_cast<std::size_t>(id - first_user_unit) < unit_count_;
    }
    constexpr std::string_view code(unit_id id) const noexcept { return units_[id - first_user_unit].code; }
    constexpr shuliang::dimension dimension(unit_id id) const noexcept {
        return units_[id - first_user_unit].dimension;
    }
    constexpr std::optional<rational> factor(unit_id id) const noexcept {
        const auto& f = units_[id - first_user_unit].factor;
        if (f.numerator == 0) return std::nullopt;
        return rational::make(decimal{f.numerator, f.exponent}, decimal{f.denominator});
    }

private:
    // The first word of [low, high) whose character number i is not less than the key, or greater than it.
    constexpr std::size_t bound(std::size_t low, std::size_t high, std::uint32_t i, detail::word_key key,
                                bool upper) const noexcept {
        while (low < high) {
            const auto middle = low + (high - low) / 2;
            const auto& w = words_[middle];
            const bool before = i >= w.length || keys_[w.begin + i] < key || (upper && keys_[w.begin + i] == key);
            if (before)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    const detail::word_key* keys_ = nullptr;
    const detail::packed_word* words_ = nullptr;
    const detail::packed_unit* units_ = nullptr;
    std::size_t word_count_ = 0;
    std::size_t unit_count_ = 0;
};

// ---- at compile time ---------------------------------------------------------------------------------------------

namespace detail {

// Not constexpr: a call of them does not compile.
void a_word_is_malformed_see_vocabulary_hpp();
void two_words_have_the_same_symbol();
void two_words_give_one_code_different_meanings();

}  // namespace detail

// What `vocabulary_of` makes: the arrays themselves.
template <std::size_t N>
class fixed_vocabulary {
public:
    template <class... Words>
    consteval explicit fixed_vocabulary(const Words&... words) noexcept {
        const word list[] = {words...};
        for (const auto& w : list) add(w);
        // Insertion sort: 256 words at most.
        for (std::size_t i = 1; i < N; ++i)
            for (std::size_t j = i; j > 0 && detail::compare_words(keys_, words_[j], words_[j - 1]) < 0; --j) {
                const auto other = words_[j];
                words_[j] = words_[j - 1];
                words_[j - 1] = other;
            }
        for (std::size_t i = 1; i < N; ++i)
            if (detail::compare_words(keys_, words_[i], words_[i - 1]) == 0) detail::two_words_have_the_same_symbol();
    }

    // The view; a temporary vocabulary would be gone.
    constexpr operator vocabulary() const& noexcept { return {keys_, words_, N, units_, unit_count_}; }
    operator vocabulary() const&& = delete;

private:
    consteval void add(const word& w) noexcept {
        if (!detail::malformed(w).empty()) detail::a_word_is_malformed_see_vocabulary_hpp();
        const auto code = w.code.empty() ? w.symbol : w.code;
        std::size_t u = 0;
        while (u < unit_count_ && units_[u].code != code) ++u;
        if (u == unit_count_)
            units_[unit_count_++] = detail::pack_unit(code, w, u);
        else if (units_[u].dimension != w.dimension || units_[u].factor != w.factor)
            detail::two_words_give_one_code_different_meanings();
        auto& packed = words_[count_++];
        packed = {static_cast<std::uint32_t>(key_count_), 0, static_cast<std::uint16_t>(u)};
        const char* const end = w.symbol.data() + w.symbol.size();
        for (const char* at = w.symbol.data(); at < end; ++packed.length) {
            std::size_t length = 0;
            keys_[key_count_++] = detail::key_at(at, end, length);
            at += length;
        }
    }

    detail::word_key keys_[N * longest_word] = {};
    detail::packed_word words_[N] = {};
    detail::packed_unit units_[N] = {};
    std::size_t key_count_ = 0;
    std::size_t count_ = 0;
    std::size_t unit_count_ = 0;
};

template <class... Words>
consteval fixed_vocabulary<sizeof...(Words)> vocabulary_of(const Words&... words) noexcept {
    static_assert((std::is_same_v<Words, word> && ...),
                  "shuliang: vocabulary_of(...) takes words: sl::word{.symbol = ...}");
    static_assert(sizeof...(Words) >= 1 && sizeof...(Words) <= 256,
                  "shuliang: a vocabulary of the program has 1 to 256 words; load a larger one from a file");
    return fixed_vocabulary<sizeof...(Words)>(words...);
}

}  // namespace shuliang::inline v0
