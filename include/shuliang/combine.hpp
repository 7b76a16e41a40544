// combine.hpp - extractors made of extractors, as named constants.
//
//     inline constexpr auto people = sl::count.of("人", "名", "位");
//     inline constexpr auto large = sl::money.where([](const sl::quantity& q) { return q.value() > 1'000'000; });
//     inline constexpr auto& pair = sl::sequence<people, sl::lit<"和", "与">, sl::money>;
//     for (const auto& found : text | sl::extract<pair, large>) ...
//
// There are two sorts. A *filter* keeps some of the quantities of the whole extraction as they are: a kind, `of`,
// `where`, `labelled`, `preceded_by`, `followed_by` of filters, and `either` of them. A *pattern* is a run of
// quantities and words without anything between: `sequence`, and whatever is made with one. Filters give quantities,
// patterns a `group` of them. No filter and no pattern changes how a quantity is read.
//
// Of several that match at one place the one that reaches furthest wins, then the one that begins first, then the one
// that is named first. Matches are in text order and never overlap.
//
// constexpr, noexcept, no allocation. Linear in the text; a pattern reads again what it looked ahead for, a number of
// quantities that its length bounds.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "shuliang/filter.hpp"
#include "shuliang/matcher.hpp"

namespace shuliang::inline v0 {

// ---- combinations ------------------------------------------------------------------------------------------------

template <const auto&... Parts>
struct sequence_of {
    static constexpr bool is_pattern = true;
    static constexpr std::size_t parts = (detail::parts_of<std::remove_cvref_t<decltype(Parts)>>() + ...);

    constexpr bool may_begin(const quantity& q, std::string_view text) const noexcept {
        bool decided = false, possible = false;
        const auto ask = [&](const auto& part) {
            if constexpr (!detail::is_words<std::remove_cvref_t<decltype(part)>>) {
                if (!decided) possible = detail::may_begin(part, q, text);
                decided = true;
            }
        };
        (ask(Parts), ...);
        return possible;
    }

    template <class Out>
    constexpr bool match(detail::lookahead& c, Out& out, std::uint64_t& begin, bool anchored) const noexcept {
        bool good = true, first = true, open = anchored;
        std::uint64_t from = c.at;
        // Words before the first quantity are looked for backwards, when that quantity has been found.
        const auto forwards = [&](const auto& part) {
            if (!good || (open && detail::is_words<std::remove_cvref_t<decltype(part)>>)) return;
            std::uint64_t at = 0;
            good = detail::match(part, c, out, at, open);
            if (first) from = at;
            first = open = false;
        };
        (forwards(Parts), ...);
        if (!good || !anchored) {
            begin = from;
            return good;
        }
        const auto before = leading_words(c.text().substr(c.floor, from - c.floor), good);
        begin = from - before;
        return good;
    }

private:
    // How many bytes the words before the first extractor take at the end of `text`.
    static constexpr std::size_t leading_words(std::string_view text, bool& good) noexcept {
        std::size_t length[sizeof...(Parts)] = {};
        bool leading = true;
        std::size_t leaders = 0;
        ((leading = leading && detail::is_words<std::remove_cvref_t<decltype(Parts)>>, leaders += leading ? 1 : 0),
         ...);
        std::size_t taken = 0;
        // From the last of them to the first: pass `i` looks at the one before the last i.
        for (std::size_t i = 0; good && i < leaders; ++i) {
            std::size_t index = 0;
            const auto look = [&](const auto& part) {
                if constexpr (detail::is_words<std::remove_cvref_t<decltype(part)>>)
                    if (index == leaders - 1 - i) length[i] = part.at_end_of(text);
                ++index;
            };
            (look(Parts), ...);
            good = length[i] != 0;
            text.remove_suffix(length[i]);
            taken += length[i];
        }
        return taken;
    }
};
namespace detail {

template <const auto&... Parts>
constexpr auto checked_sequence() noexcept {
    constexpr bool extractors =
        ((is_words<std::remove_cvref_t<decltype(Parts)>> || any_extractor<std::remove_cvref_t<decltype(Parts)>>)&&...);
    constexpr bool some = !(is_words<std::remove_cvref_t<decltype(Parts)>> && ...);
    static_assert(extractors, "shuliang: sequence<...> takes extractors, and words as lit<\"...\">");
    static_assert(some, "shuliang: sequence<...> needs an extractor beside its words");
    if constexpr (extractors && some)
        return sequence_of<Parts...>{};
    else
        return quantities;  // enough has been said
}

}  // namespace detail

// Quantities and words side by side, with nothing between them: sequence<count, lit<"和">, money>.
template <const auto&... Parts>
inline constexpr auto sequence = detail::checked_sequence<Parts...>();

template <const auto&... Choices>
struct either_of {
    static constexpr bool is_pattern = true;
    static constexpr std::size_t parts = [] {
        std::size_t most = 1;
        ((most = detail::parts_of<std::remove_cvref_t<decltype(Choices)>>() > most
                     ? detail::parts_of<std::remove_cvref_t<decltype(Choices)>>()
                     : most),
         ...);
        return most;
    }();

    constexpr bool may_begin(const quantity& q, std::string_view text) const noexcept {
        return (detail::may_begin(Choices, q, text) || ...);
    }

    template <class Out>
    constexpr bool match(detail::lookahead& c, Out& out, std::uint64_t& begin, bool anchored) const noexcept {
        const auto start = c;
        const Out before = out;
        bool found = false;
        const auto attempt = [&](const auto& choice) {
            auto trial = start;
            Out filled = before;
            std::uint64_t from = 0;
            if (!detail::match(choice, trial, filled, from, anchored)) return;
            if (found && (trial.at < c.at || (trial.at == c.at && from >= begin))) return;
            found = true;
            c = trial;
            out = filled;
            begin = from;
        };
        (attempt(Choices), ...);
        return found;
    }
};
template <const auto&... Choices>
requires(filter<std::remove_cvref_t<decltype(Choices)>>&&...) struct either_of<Choices...> {
    constexpr bool accepts(const quantity& q, [[maybe_unused]] std::string_view text) const noexcept {
        return (Choices.accepts(q, text) || ...);
    }
};
// What one of them finds; the furthest end wins, whatever the order.
template <const auto&... Choices>
inline constexpr either_of<Choices...> either{};

// ---- the range ---------------------------------------------------------------------------------------------------

// What an extractor finds in a text: quantities for a filter, groups for a pattern. Like `extraction`.
template <any_extractor E>
class found_by {
    struct source {
        using value_type = typename std::conditional_t<filter<E>, std::type_identity<quantity>,
                                                       std::type_identity<group<detail::parts_of<E>()>>>::type;
        const E* what = nullptr;
        detail::lookahead ahead;

        constexpr bool next(value_type& out) noexcept {
            for (; !ahead.done(); ahead.read()) {
                if (!detail::may_begin(*what, ahead.next(), ahead.text())) continue;
                if constexpr (filter<E>) {
                    out = ahead.next();
                    ahead.read();
                    return true;
                } else {
                    auto trial = ahead;
                    value_type filled;
                    std::uint64_t begin = 0;
                    trial.at = ahead.next().begin();
                    if (!detail::match(*what, trial, filled, begin, true)) continue;
                    filled.place(trial.text(), begin, trial.at);
                    out = filled;
                    ahead = trial;
                    ahead.floor = ahead.at;
                    ahead.settle();
                    return true;
                }
            }
            return false;
        }
    };

public:
    using iterator = found_iterator<source>;

    constexpr found_by() noexcept = default;
    // For `own` see reader.
    constexpr found_by(const E& what, std::string_view text, const options& choices = default_options,
                       const vocabulary* own = nullptr) noexcept
        : what_(&what), text_(text), choices_(&choices), own_(own) {}

    constexpr iterator begin() const noexcept { return iterator{source{what_, {text_, *choices_, own_}}}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

private:
    const E* what_ = nullptr;
    std::string_view text_;
    const options* choices_ = nullptr;
    const vocabulary* own_ = nullptr;
};

namespace detail {
// Not a concept, so that compilers do not explain at length why other things are none.
template <class E>
inline constexpr bool pipes = any_extractor<E> && !std::same_as<E, selector>;
}  // namespace detail

namespace detail {

// Matchers apart from filters.
template <class Filters, class Matchers, const auto&... Rest>
struct matched_choice;
template <const auto&... Filters, const auto&... Matchers>
struct matched_choice<constants<Filters...>, constants<Matchers...>> {
    static constexpr auto over(std::string_view text, const options& choices, const vocabulary* own) noexcept {
        using filters = either_of<Filters...>;
        return matched_by<filters, Matchers...>(either<Filters...>, text, choices, own);
    }
};
template <const auto&... Filters, const auto&... Matchers, const auto& First, const auto&... Rest>
struct matched_choice<constants<Filters...>, constants<Matchers...>, First, Rest...>
    : std::conditional_t<matcher<std::remove_cvref_t<decltype(First)>>,
                         matched_choice<constants<Filters...>, constants<Matchers..., First>, Rest...>,
                         matched_choice<constants<Filters..., First>, constants<Matchers...>, Rest...>> {};

template <const auto& Chosen>
inline constexpr bool is_matcher = matcher<std::remove_cvref_t<decltype(Chosen)>>;

}  // namespace detail

template <const auto&... Chosen>
struct detail::way<false, Chosen...> {
    static constexpr bool anchored = ((!has_match<std::remove_cvref_t<decltype(Chosen)>> || is_matcher<Chosen>)&&...);
    static_assert(
        anchored,
        "shuliang: an extractor with match(cursor&, record&) needs anchors, the characters it can begin with: "
        "static constexpr sl::anchors anchors{\"…\"}");
    static constexpr bool good = ((any_extractor<std::remove_cvref_t<decltype(Chosen)>> ||
                                   has_match<std::remove_cvref_t<decltype(Chosen)>>)&&...);
    static_assert(good,
                  "shuliang: extract<...> takes extractors: kinds such as sl::money, and what combine.hpp makes of "
                  "them");
    static constexpr bool some_match = (is_matcher<Chosen> || ...);
    static_assert(!some_match || ((is_matcher<Chosen> || filter<std::remove_cvref_t<decltype(Chosen)>>)&&...),
                  "shuliang: an extractor with match(cursor&, record&) goes beside kinds and filters, not patterns");

    static constexpr auto over(std::string_view text, const options& choices, const vocabulary* own) noexcept {
        if constexpr (!good || !anchored)
            return extraction{};  // enough has been said
        else if constexpr (some_match)
            return matched_choice<constants<>, constants<>, Chosen...>::over(text, choices, own);
        else
            return found_by<either_of<Chosen...>>(either<Chosen...>, text, choices, own);
    }
};

// `text | sl::money`, `text | people`: an extractor without extract<…>. It is borrowed like the text.
constexpr extraction operator|(std::string_view text, const selector& kinds) noexcept {
    return {text, kinds, default_options};
}
template <class E>
requires detail::pipes<E>
constexpr found_by<E> operator|(std::string_view text, const E& what) noexcept { return {what, text}; }
template <class Text, class E>
requires(detail::temporary_owner<Text>&& detail::pipes<E>) detail::the_text_would_be_gone_name_it_first operator|(
    Text&&, const E&) = delete;
template <class Text>
requires detail::temporary_owner<Text> detail::the_text_would_be_gone_name_it_first operator|(Text&&,
                                                                                              const selector&) = delete;
template <class E>
requires detail::pipes<E> detail::the_extractor_would_be_gone_name_it_first operator|(std::string_view,
                                                                                      const E&&) = delete;

}  // namespace shuliang::inline v0

template <class E>
inline constexpr bool std::ranges::enable_borrowed_range<shuliang::found_by<E>> = true;
template <class E>
inline constexpr bool std::ranges::enable_view<shuliang::found_by<E>> = true;
