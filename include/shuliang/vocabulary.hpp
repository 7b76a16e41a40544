// vocabulary.hpp - words of the user, a line each: units, measure words, currencies, words of approximation,
// look-alikes.
//
//     inline constexpr auto farm = sl::vocabulary_of(
//         sl::word{.symbol = "台套"},                                                     // a measure word
//         sl::word{.symbol = "垧地", .dimension = sl::dimension::area, .factor = {1, 1, 4}},
//         sl::word{.symbol = "工分", .code = "XGF", .dimension = sl::dimension::currency},
//         sl::word{.symbol = "起步", .use = sl::word_use::after, .flag = sl::approx::at_least},
//         sl::word{.symbol = "三下锅", .use = sl::word_use::lookalike});                    // a dish, no number
//
//     for (const sl::quantity& q : text | sl::extract<sl::count, sl::money, farm>) ...
//
// A unit has a symbol, as text has it; a code (the symbol itself where none is said; several words may share one);
// what it measures; and an exact factor to the coherent SI unit, where there is one. A code of a built-in unit makes
// the symbol one more word for that unit. The part of a currency (a tenth, a hundredth or a thousandth) says so as its
// factor. Traditional and full-width twins of a symbol are found as well, as they are for built-in words.
//
// A malformed word, a word that is there twice, and a code with two meanings do not compile; vocabulary_file.hpp reads
// the same from a file and says so with line and column. What a `vocabulary` is, and how words compete:
// zh/own_words.hpp.
//
// constexpr, noexcept, no allocation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "shuliang/extract.hpp"

namespace shuliang::inline v0 {

// One word, as the user writes it.
struct word {
    std::string_view symbol;
    std::string_view code = {};
    shuliang::dimension dimension = shuliang::dimension::count;
    unit_factor factor = {};
    word_use use = word_use::unit;
    shuliang::approx flag = shuliang::approx::exact;  // of a word of approximation; none: it hides a shorter word
};

inline constexpr std::size_t most_user_units = 0x10000 - first_user_unit;
// Characters of a symbol, and of one that stands before a number: what decides stays within sight of the number.
inline constexpr std::size_t longest_word = 16;
inline constexpr std::size_t longest_word_before = 8;

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
inline constexpr std::string_view word_use_names[word_use_count] = {"unit", "sign", "before", "after", "lookalike"};

namespace detail {

// What is wrong with a word by itself, and which of its parts it is.
enum class word_fault : std::uint8_t {
    none,
    no_symbol,
    not_utf8,
    white_space,
    numeral_first,
    numeral_inside,
    no_numeral,
    too_long,
    too_long_before,
    no_dimension,
    bad_factor,
    factor_of_a_count,
    factor_of_a_currency,
    sign_of_no_currency,
    flag_of_no_approximation,
    unit_of_no_unit
};
inline constexpr std::string_view word_fault_texts[] = {
    "",
    "a word without a symbol",
    "a symbol is UTF-8",
    "a symbol has no white space",
    "a symbol does not begin with a numeral",
    "a word of approximation has no numeral in it",
    "a look-alike has a numeral in it",
    "a symbol has 16 characters at most",
    "a word before a number has 8 characters at most",
    "a unit measures something; say count for a measure word",
    "a factor is more than 0",
    "measure words and currencies have no factor",
    "the part of a currency is 1/10, 1/100 or 1/1000 of it",
    "a sign before a number is one of a currency",
    "only words of approximation have a flag",
    "words of approximation and look-alikes have no code, dimension or factor"};

constexpr bool is_numeral(zh::char_class c) noexcept {
    return c != zh::char_class::none && c != zh::char_class::first && c != zh::char_class::month_name;
}

// Of a part of a currency how many decimal places it is below it; 0 for anything else.
constexpr std::uint8_t places_of(const unit_factor& f) noexcept {
    auto v = f.denominator;
    int places = -f.exponent;
    for (; v >= 10 && v % 10 == 0; v /= 10) ++places;
    return f.numerator == 1 && v == 1 && places >= 1 && places <= 3 ? static_cast<std::uint8_t>(places)
                                                                    : std::uint8_t{0};
}

constexpr word_fault fault_of(const word& w) noexcept {
    if (w.symbol.empty()) return word_fault::no_symbol;
    const bool unit = w.use == word_use::unit || w.use == word_use::sign;
    const bool approximation = w.use == word_use::before || w.use == word_use::after;
    std::size_t characters = 0, numerals = 0;
    const char* const end = w.symbol.data() + w.symbol.size();
    for (const char* at = w.symbol.data(); at < end; ++characters) {
        const auto c = decode(at, end);
        if (!c.valid) return word_fault::not_utf8;
        if (c.value <= U' ' || c.value == 0x3000) return word_fault::white_space;
        if (is_numeral(zh::at(at, end).cls())) {
            if (unit && characters == 0 && zh::at(at, end).cls() != zh::char_class::multiplier)
                return word_fault::numeral_first;
            ++numerals;
        }
        at += c.length;
    }
    if (characters > longest_word) return word_fault::too_long;
    if (characters > longest_word_before && (w.use == word_use::sign || w.use == word_use::before))
        return word_fault::too_long_before;
    if (approximation && numerals != 0) return word_fault::numeral_inside;
    if (w.use == word_use::lookalike && numerals == 0) return word_fault::no_numeral;
    if (!approximation && w.flag != approx::exact) return word_fault::flag_of_no_approximation;
    const bool factor = w.factor != unit_factor{};
    if (!unit)
        return w.code.empty() && w.dimension == dimension::count && !factor ? word_fault::none
                                                                            : word_fault::unit_of_no_unit;
    if (w.dimension == dimension::none) return word_fault::no_dimension;
    if (factor && (w.factor.numerator <= 0 || w.factor.denominator <= 0)) return word_fault::bad_factor;
    if (w.use == word_use::sign && w.dimension != dimension::currency) return word_fault::sign_of_no_currency;
    if (factor && w.dimension == dimension::currency)
        return w.use == word_use::unit && places_of(w.factor) != 0 ? word_fault::none
                                                                   : word_fault::factor_of_a_currency;
    return factor && w.dimension == dimension::count ? word_fault::factor_of_a_count : word_fault::none;
}

// What the unit of a word is: `own` has no code where it is a built-in one.
struct resolved_word {
    own_unit own;
    zh::unit_sense sense = {};  // with the id of a built-in unit; 0 for one of the user, whose number the caller knows
    bool clash = false;         // its code is that of a built-in unit that measures something else
};
constexpr zh::role role_of(dimension d, unit_id id) noexcept {
    if (id == code::percent) return zh::role::percent;
    if (id == code::permille) return zh::role::permille;
    switch (d) {
        case dimension::count:
            return zh::role::count;
        case dimension::currency:
            return zh::role::money;
        case dimension::time:
            return zh::role::duration;
        case dimension::proportion:
            return zh::role::percent;
        default:
            return zh::role::measure;
    }
}
constexpr resolved_word resolve(const word& w) noexcept {
    resolved_word out;
    const bool part = w.dimension == dimension::currency && w.factor != unit_factor{};
    auto d = w.dimension;
    const auto known = unit::of_code(w.code.empty() ? w.symbol : w.code);
    if (!known.empty()) {
        const bool adopted = !w.code.empty() && w.dimension == dimension::count && w.factor == unit_factor{};
        const auto said = rational::make(decimal{w.factor.numerator, w.factor.exponent}, decimal{w.factor.denominator});
        const bool same_factor = part || w.factor == unit_factor{} || known.factor() == said;
        out.clash = !adopted && (w.dimension != known.dimension() || !same_factor);
        d = known.dimension();
    } else {
        out.own = {w.code.empty() ? w.symbol : w.code, part ? unit_factor{} : w.factor, d};
    }
    const auto role = part ? zh::role::subunit : role_of(d, known.id());
    out.sense = {known.id(), static_cast<std::uint8_t>(role), part ? places_of(w.factor) : std::uint8_t{0}, 0, 0, 0};
    return out;
}

// The characters of a word in the order in which it is read, to `push(key)`; how many there are.
template <class Push>
constexpr std::uint16_t push_keys(const word& w, const Push& push) noexcept {
    const char* const begin = w.symbol.data();
    const char* const end = begin + w.symbol.size();
    std::uint16_t length = 0;
    if (w.use == word_use::sign || w.use == word_use::before) {
        for (const char* at = end; at > begin; ++length) {
            const auto c = key_before(begin, at);
            push(c.key);
            at -= c.length;
        }
    } else {
        for (const char* at = begin; at < end; ++length) {
            const auto c = key_at(at, end);
            push(c.key);
            at += c.length;
        }
    }
    return length;
}
// The place of a word in the filter; `keys` are its characters.
constexpr std::size_t filter_bit_of(word_use use, const word_key* keys, std::size_t length, unsigned bits) noexcept {
    return filter_bit(use, keys[0], length > 1 ? keys[1] : 0U, bits);
}
// The bits of word_tables::uses that a word sets.
constexpr std::uint8_t uses_of(const word& w) noexcept {
    const auto first = zh::at(w.symbol.data(), w.symbol.data() + w.symbol.size()).cls();
    const bool more = w.use == word_use::unit && first == zh::char_class::multiplier;
    const bool one = decode(w.symbol.data(), w.symbol.data() + w.symbol.size()).length == w.symbol.size();
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(w.use) | (more ? multiplied : 0U) |
                                     (one ? of_one_character : 0U));
}
// How many characters of a look-alike stand before its last numeral.
constexpr std::uint8_t reach_of(const word& w) noexcept {
    std::uint8_t reach = 0, i = 0;
    const char* const end = w.symbol.data() + w.symbol.size();
    for (const char* at = w.symbol.data(); at < end; ++i) {
        const auto c = zh::at(at, end);
        if (is_numeral(c.cls())) reach = i;
        at += c.length;
    }
    return reach;
}

// Not constexpr: a call of them does not compile, and says why.
void two_words_have_the_same_symbol();
void two_words_give_one_code_different_meanings();
void a_built_in_unit_has_this_code_and_another_meaning();
void there_is_no_word_with_this_symbol();
void a_word_without_a_symbol();
void a_symbol_is_UTF_8_without_white_space();
void a_symbol_does_not_begin_with_a_numeral();
void a_word_of_approximation_has_no_numeral_in_it();
void a_lookalike_has_a_numeral_in_it();
void a_symbol_has_16_characters_at_most();
void a_word_before_a_number_has_8_characters_at_most();
void a_unit_measures_something_say_count_for_a_measure_word();
void a_factor_is_more_than_0();
void measure_words_and_currencies_have_no_factor();
void the_part_of_a_currency_is_a_tenth_a_hundredth_or_a_thousandth();
void a_sign_before_a_number_is_one_of_a_currency();
void only_words_of_approximation_have_a_flag();
void words_of_approximation_and_lookalikes_have_no_unit();

constexpr void check(word_fault f) noexcept {
    switch (f) {
        case word_fault::none:
            return;
        case word_fault::no_symbol:
            return a_word_without_a_symbol();
        case word_fault::not_utf8:
        case word_fault::white_space:
            return a_symbol_is_UTF_8_without_white_space();
        case word_fault::numeral_first:
            return a_symbol_does_not_begin_with_a_numeral();
        case word_fault::numeral_inside:
            return a_word_of_approximation_has_no_numeral_in_it();
        case word_fault::no_numeral:
            return a_lookalike_has_a_numeral_in_it();
        case word_fault::too_long:
            return a_symbol_has_16_characters_at_most();
        case word_fault::too_long_before:
            return a_word_before_a_number_has_8_characters_at_most();
        case word_fault::no_dimension:
            return a_unit_measures_something_say_count_for_a_measure_word();
        case word_fault::bad_factor:
            return a_factor_is_more_than_0();
        case word_fault::factor_of_a_count:
            return measure_words_and_currencies_have_no_factor();
        case word_fault::factor_of_a_currency:
            return the_part_of_a_currency_is_a_tenth_a_hundredth_or_a_thousandth();
        case word_fault::sign_of_no_currency:
            return a_sign_before_a_number_is_one_of_a_currency();
        case word_fault::flag_of_no_approximation:
            return only_words_of_approximation_have_a_flag();
        case word_fault::unit_of_no_unit:
            return words_of_approximation_and_lookalikes_have_no_unit();
    }
}

}  // namespace detail

// What `vocabulary_of` makes: the tables themselves.
template <std::size_t N>
class fixed_vocabulary {
public:
    static constexpr bool is_own_words = true;  // see extract.hpp

    constexpr explicit fixed_vocabulary(const word* list) noexcept {
        for (std::size_t i = 0; i < N; ++i) add(list[i]);
        for (std::size_t i = 1; i < N; ++i)
            if (compare(i, i - 1) == 0) detail::two_words_have_the_same_symbol();
        // Where the words of a use and bucket begin: behind all words before.
        std::size_t next = 0;
        for (std::size_t place = 0; place + 1 < std::size(starts_); ++place) {
            starts_[place] = static_cast<std::uint32_t>(next);
            while (next < N && places_[next] == place) ++next;
        }
        starts_[std::size(starts_) - 1] = static_cast<std::uint32_t>(N);
    }

    // The view; a temporary vocabulary would be gone.
    constexpr operator vocabulary() const& noexcept {
        const vocabulary view{
            detail::word_tables{keys_, packed_, starts_, filter_, units_, static_cast<std::uint32_t>(N),
                                static_cast<std::uint32_t>(unit_count_), bits, bits + 4, reach_, uses_, 0}};
        return instead_ ? view.instead_of_built_in() : view;
    }
    operator vocabulary() const&& = delete;

    // See vocabulary::instead_of_built_in.
    constexpr fixed_vocabulary instead_of_built_in() const noexcept {
        auto out = *this;
        out.instead_ = true;
        return out;
    }
    constexpr bool is_instead() const noexcept { return instead_; }

    // The unit of a word: count.of("人", farm.unit("台套")). A word that is not there does not compile.
    consteval shuliang::unit unit(std::string_view symbol) const& noexcept {
        for (const auto& w : list_)
            if (w.symbol == symbol && (w.use == word_use::unit || w.use == word_use::sign)) {
                const auto known = detail::resolve(w);
                return known.sense.unit != 0 ? shuliang::unit{known.sense.unit} : own_unit_with(known.own.code);
            }
        detail::there_is_no_word_with_this_symbol();
        return {};
    }
    shuliang::unit unit(std::string_view symbol) const&& = delete;

    // The words as they were written.
    static constexpr std::size_t size() noexcept { return N; }
    constexpr const word& operator[](std::size_t i) const noexcept { return list_[i]; }

private:
    static constexpr std::uint8_t bits = [] {
        std::uint8_t b = 6;
        while ((std::size_t{1} << b) < 4 * N) ++b;
        return b;
    }();

    constexpr int compare(std::size_t i, std::size_t j) const noexcept {
        if (places_[i] != places_[j]) return places_[i] < places_[j] ? -1 : 1;
        return detail::compare_words(keys_, packed_[i], packed_[j]);
    }

    constexpr void add(const word& w) noexcept {
        detail::check(detail::fault_of(w));
        list_[count_] = w;
        detail::packed_word packed;
        packed.begin = static_cast<std::uint32_t>(key_count_);
        packed.flag = static_cast<std::uint16_t>(w.flag);
        packed.length = detail::push_keys(w, [this](detail::word_key key) { keys_[key_count_++] = key; });
        if (w.use == word_use::unit || w.use == word_use::sign) packed.sense = sense_of(w);
        if (w.use == word_use::lookalike && detail::reach_of(w) > reach_) reach_ = detail::reach_of(w);
        uses_ |= detail::uses_of(w);
        const auto bit = detail::filter_bit_of(w.use, keys_ + packed.begin, packed.length, bits + 4);
        filter_[bit >> 6] |= std::uint64_t{1} << (bit & 63U);
        const auto place = (static_cast<std::size_t>(w.use) << bits) + detail::bucket_of(keys_[packed.begin], bits);
        // Insertion at the place that a binary search finds: compilers count the steps.
        std::size_t low = 0, high = count_;
        while (low < high) {
            const auto middle = low + (high - low) / 2;
            const bool before = places_[middle] != place ? places_[middle] < place
                                                         : detail::compare_words(keys_, packed_[middle], packed) <= 0;
            (before ? low : high) = before ? middle + 1 : middle;
        }
        for (std::size_t i = count_; i > low; --i) {
            packed_[i] = packed_[i - 1];
            places_[i] = places_[i - 1];
        }
        packed_[low] = packed;
        places_[low] = static_cast<std::uint16_t>(place);
        ++count_;
    }

    constexpr zh::unit_sense sense_of(const word& w) noexcept {
        auto known = detail::resolve(w);
        if (known.clash) detail::a_built_in_unit_has_this_code_and_another_meaning();
        if (known.sense.unit != 0) return known.sense;
        std::size_t u = 0;
        while (u < unit_count_ && units_[u].code != known.own.code) ++u;
        if (u == unit_count_)
            units_[unit_count_++] = known.own;
        else if (units_[u] != known.own)
            detail::two_words_give_one_code_different_meanings();
        known.sense.unit = static_cast<unit_id>(first_user_unit + u);
        return known.sense;
    }
    constexpr shuliang::unit own_unit_with(std::string_view code) const noexcept {
        std::size_t u = 0;
        while (units_[u].code != code) ++u;
        return {static_cast<unit_id>(first_user_unit + u), units_};
    }

    word list_[N] = {};
    detail::word_key keys_[N * longest_word] = {};
    detail::packed_word packed_[N] = {};
    std::uint16_t places_[N] = {};  // use and bucket of each
    std::uint32_t starts_[(word_use_count << bits) + 1] = {};
    std::uint64_t filter_[std::size_t{1} << (bits + 4 - 6)] = {};
    detail::own_unit units_[N] = {};
    std::size_t key_count_ = 0;
    std::size_t count_ = 0;
    std::size_t unit_count_ = 0;
    std::uint8_t reach_ = 0;
    std::uint8_t uses_ = 0;
    bool instead_ = false;
};

template <class... Words>
consteval fixed_vocabulary<sizeof...(Words)> vocabulary_of(const Words&... words) noexcept {
    static_assert((std::is_same_v<Words, word> && ...),
                  "shuliang: vocabulary_of(...) takes words: sl::word{.symbol = ...}");
    static_assert(sizeof...(Words) >= 1 && sizeof...(Words) <= 256,
                  "shuliang: a vocabulary of the program has 1 to 256 words; load a larger one from a file");
    const word list[] = {words...};
    return fixed_vocabulary<sizeof...(Words)>(list);
}

namespace detail {

// What extract<farm, shop> reads with: the words of all of them.
template <const auto&... Words>
struct joined_words {
    static constexpr auto all = [] {
        constexpr std::size_t count = (Words.size() + ...);
        word list[count];
        std::size_t n = 0;
        const auto copy = [&](const auto& words) {
            for (std::size_t i = 0; i < words.size(); ++i) list[n++] = words[i];
        };
        (copy(Words), ...);
        const fixed_vocabulary<count> plain(list);
        return (Words.is_instead() || ...) ? plain.instead_of_built_in() : plain;
    }();
    static constexpr vocabulary view = all;
};
template <const auto& Words>
struct joined_words<Words> {
    static constexpr vocabulary view = Words;
};

}  // namespace detail

}  // namespace shuliang::inline v0
