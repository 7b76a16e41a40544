// extract.hpp - text in, quantities out: `text | extract<>`.
//
//     for (const sl::quantity& q : text | sl::extract<sl::money, sl::percent>) use(q);
//
// The view borrows the text and allocates nothing; each step of the iterator reads one phrase. Choosing kinds
// filters: the whole contract is read in any case, so `extract<money>` gives exactly the money of `extract<>`.
// Cost: linear in the text. Nothing throws. All of it is constexpr.
#pragma once

#include <string_view>
#include <type_traits>

#include "shuliang/reader.hpp"

namespace shuliang::inline v0 {

// A set of kinds. The named constants below are what a user combines.
struct selector {
    std::uint16_t kinds = 0;

    constexpr bool matches(const record& r) const noexcept {
        return (kinds >> static_cast<unsigned>(r.kind) & 1U) != 0;
    }
    constexpr bool accepts(const quantity& q, std::string_view) const noexcept { return matches(q.raw()); }

    // Narrower ones: count.of("人", "名"), money.where(predicate). See combine.hpp, which defines them.
    template <class... Units>
    consteval auto of(const Units&... units) const noexcept;
    template <class Predicate>
    constexpr auto where(Predicate predicate) const noexcept;
};

namespace detail {
constexpr selector only(kind k) noexcept { return {static_cast<std::uint16_t>(1U << static_cast<unsigned>(k))}; }
inline constexpr std::uint16_t all_kinds = (1U << kind_count) - 1;
}  // namespace detail

inline constexpr selector count = detail::only(kind::count);
inline constexpr selector measure = detail::only(kind::measure);
inline constexpr selector money = detail::only(kind::money);
inline constexpr selector percent = detail::only(kind::percent);
inline constexpr selector fraction = detail::only(kind::fraction);
inline constexpr selector multiple = detail::only(kind::multiple);
inline constexpr selector ratio = detail::only(kind::ratio);
inline constexpr selector ordinal = detail::only(kind::ordinal);
inline constexpr selector duration = detail::only(kind::duration);
inline constexpr selector age = detail::only(kind::age);
inline constexpr selector date = detail::only(kind::date);
inline constexpr selector time_of_day = detail::only(kind::time);
inline constexpr selector cardinal = detail::only(kind::cardinal);
inline constexpr selector identifier = detail::only(kind::identifier);
// What extract<> gives: every kind but identifiers; and every kind.
inline constexpr selector quantities = {
    static_cast<std::uint16_t>(detail::all_kinds & ~detail::only(kind::identifier).kinds)};
inline constexpr selector everything = {detail::all_kinds};

// A predicate for filters: `view | filter(sl::is(sl::kind::money))`.
constexpr auto is(kind k) noexcept {
    return [k](const quantity& q) { return q.kind() == k; };
}

// The quantities of a text, as a range that reads them one by one. Any number of iterators may go through it.
class extraction {
    struct source {
        using value_type = quantity;

        reader read;
        selector chosen;

        constexpr bool next(quantity& out) noexcept {
            return read.next(out, [this](const record& r) { return chosen.matches(r); });
        }
    };

public:
    using iterator = found_iterator<source>;

    constexpr extraction() noexcept = default;
    // For `own` see reader.
    constexpr extraction(std::string_view text, selector chosen, const options& choices,
                         const vocabulary* own = nullptr) noexcept
        : text_(text), chosen_(chosen), choices_(&choices), own_(own) {}

    constexpr iterator begin() const noexcept { return iterator{source{{text_, *choices_, own_}, chosen_}}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

private:
    std::string_view text_;
    selector chosen_;
    const options* choices_ = nullptr;
    const vocabulary* own_ = nullptr;
};

inline constexpr options default_options{};

namespace detail {

// What deleted functions return, so that compilers say why.
struct the_text_would_be_gone_name_it_first {};
struct the_extractor_would_be_gone_name_it_first {};
struct the_options_would_be_gone_name_them_first {};

template <const auto& Constant>
inline constexpr bool is_selector = std::is_same_v<std::remove_cvref_t<decltype(Constant)>, selector>;
template <const auto& Constant>
inline constexpr bool is_own_words = requires {
    std::remove_cvref_t<decltype(Constant)>::is_own_words;
};

// How a choice is extracted: kinds alone here, everything else in combine.hpp.
template <bool Kinds, const auto&... Chosen>
struct way;

template <const auto&... Chosen>
struct way<true, Chosen...> {
    static constexpr selector chosen = {static_cast<std::uint16_t>(
        sizeof...(Chosen) == 0 ? quantities.kinds : (0U | ... | static_cast<unsigned>(Chosen.kinds)))};

    static constexpr extraction over(std::string_view text, const options& choices, const vocabulary* own) noexcept {
        return {text, chosen, choices, own};
    }
};

// Vocabularies among the choices are no extractors: what is read is read with them. See vocabulary.hpp.
template <const auto&... Words>
struct joined_words;
template <const auto&... Constants>
struct constants {};

template <class Extractors, class Words, const auto&... Rest>
struct sorted_choice;
template <const auto&... Extractors, const auto&... Words>
struct sorted_choice<constants<Extractors...>, constants<Words...>> {
    using way = detail::way<(is_selector<Extractors> && ...), Extractors...>;

    static constexpr auto over(std::string_view text, const options& choices) noexcept {
        if constexpr (sizeof...(Words) == 0)
            return way::over(text, choices, nullptr);
        else
            return way::over(text, choices, choices.words.empty() ? &joined_words<Words...>::view : nullptr);
    }
};
template <const auto&... Extractors, const auto&... Words, const auto& First, const auto&... Rest>
requires(is_own_words<First>) struct sorted_choice<constants<Extractors...>, constants<Words...>, First, Rest...>
    : sorted_choice<constants<Extractors...>, constants<Words..., First>, Rest...> {
};
template <const auto&... Extractors, const auto&... Words, const auto& First, const auto&... Rest>
requires(!is_own_words<First>) struct sorted_choice<constants<Extractors...>, constants<Words...>, First, Rest...>
    : sorted_choice<constants<Extractors..., First>, constants<Words...>, Rest...> {
};

}  // namespace detail

// An extractor: what `extract<…>` is. Its template arguments are constants with linkage (at namespace scope or
// static), so that the view can refer to them: kinds, what combine.hpp makes of them, and vocabularies to read with
// (unless the options name one).
template <const auto&... Chosen>
struct extractor {
    constexpr auto operator()(std::string_view text, const options& choices = default_options) const noexcept {
        return detail::sorted_choice<detail::constants<>, detail::constants<>, Chosen...>::over(text, choices);
    }
    // Options are borrowed: a temporary would dangle.
    detail::the_options_would_be_gone_name_them_first operator()(std::string_view, const options&&) const = delete;
};

template <const auto&... Chosen>
inline constexpr extractor<Chosen...> extract{};

namespace detail {

// A text that would be destroyed while the view still reads it: a temporary std::string and the like.
template <class Text>
concept temporary_owner = !std::is_lvalue_reference_v<Text> && std::is_convertible_v<Text, std::string_view> &&
                          !std::is_trivially_copyable_v<std::remove_cvref_t<Text>>;

}  // namespace detail

template <const auto&... Chosen>
constexpr auto operator|(std::string_view text, const extractor<Chosen...>& e) noexcept {
    return e(text);
}

// The view borrows the text; keep the string in a variable and pipe that.
template <class Text, const auto&... Chosen>
requires detail::temporary_owner<Text> detail::the_text_would_be_gone_name_it_first operator|(
    Text&&, const extractor<Chosen...>&) = delete;

// What a whole extraction did.
struct report {
    std::uint64_t phrases = 0;        // handed to the sink
    std::uint64_t dropped = 0;        // longer than longest_phrase, and left out
    std::uint64_t first_dropped = 0;  // byte offset of the first of them
};

// Hands every phrase of the text, of every kind, to `sink(const quantity&)`, in text order.
template <class Sink>
constexpr report extract_into(std::string_view text, Sink&& sink, const options& choices = default_options) {
    reader read(text, choices);
    report done;
    for (quantity q; read.next(q); ++done.phrases) sink(static_cast<const quantity&>(q));
    const auto& engine = read.engine();
    done.dropped = engine.dropped();
    if (done.dropped != 0) done.first_dropped = static_cast<std::uint64_t>(engine.first_dropped() - text.data());
    return done;
}

}  // namespace shuliang::inline v0

namespace std::ranges {
template <>
inline constexpr bool enable_borrowed_range<shuliang::extraction> = true;
template <>
inline constexpr bool enable_view<shuliang::extraction> = true;
}  // namespace std::ranges
