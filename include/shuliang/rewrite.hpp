// rewrite.hpp - a text with its quantities replaced, and every other byte as it was.
//
//     sl::replace(text, [](const sl::quantity& q) { return sl::in_digits(q); });         // 三千余名 -> 3000余名
//     sl::replace<sl::money>(text, [](const sl::quantity&) { return "***"; });           // masking
//
// What `rewrite(found)` returns takes the place of what was found: any kind of text, or a std::optional of one, where
// an empty one leaves the phrase alone. `replace_into` hands the pieces to a sink and allocates nothing itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "shuliang/combine.hpp"
#include "shuliang/spell.hpp"

namespace shuliang::inline v0 {

namespace detail {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
concept rewritten = std::is_convertible_v<const T&, std::string_view>;

// True for what a rewriting function may return.
template <class T>
constexpr bool is_rewritten() noexcept {
    if constexpr (is_optional<T>)
        return rewritten<typename T::value_type>;
    else
        return rewritten<T>;
}

}  // namespace detail

// The text in pieces, in order, to `sink(std::string_view)`: those that stay, and what `rewrite` makes of each finding
// of extract<Chosen...>. The sink must not keep them.
template <const auto&... Chosen, class Rewrite, class Sink>
constexpr void replace_into(std::string_view text, Rewrite&& rewrite, Sink&& sink,
                            const options& choices = default_options) {
    std::uint64_t kept = 0;
    for (const auto& found : extract<Chosen...>(text, choices)) {
        const auto made = rewrite(found);
        using type = std::remove_cvref_t<decltype(made)>;
        if constexpr (!detail::is_rewritten<type>()) {
            static_assert(detail::is_rewritten<type>(),
                          "shuliang: replace: the function returns a text, or a std::optional of a text");
        } else if constexpr (detail::is_optional<type>) {
            if (!made) continue;
            sink(text.substr(kept, found.begin() - kept));
            sink(std::string_view{*made});
        } else {
            sink(text.substr(kept, found.begin() - kept));
            sink(std::string_view{made});
        }
        kept = found.end();
    }
    sink(text.substr(kept));
}

// The same as one string.
template <const auto&... Chosen, class Rewrite>
std::string replace(std::string_view text, Rewrite&& rewrite, const options& choices = default_options) {
    std::string out;
    out.reserve(text.size());
    replace_into<Chosen...>(
        text, rewrite, [&out](std::string_view piece) { out += piece; }, choices);
    return out;
}

// The number inside a phrase: 三千 in 近三千余名.
struct number_span {
    std::size_t begin = 0;  // in q.text()
    std::size_t end = 0;
};

// Empty where the value is not one number that stands in the phrase as a whole: ranges, 3块5, 三年半, 30多万, 几十.
constexpr std::optional<number_span> number_in(const quantity& q) noexcept {
    if (q.form() != form::decimal) return std::nullopt;
    const auto phrase = q.text();
    const char* const end = phrase.data() + phrase.size();
    for (const char* at = phrase.data(); at < end;) {
        const auto n = zh::read_numeral(at, end);
        if (n && n.end <= end) {
            const bool whole = !n.range && !n.overflow && n.flags == approx::exact;
            if (whole && rational{n.value} == q.value())
                return number_span{static_cast<std::size_t>(at - phrase.data()),
                                   static_cast<std::size_t>(n.end - phrase.data())};
            // 百分之三十: the number may come later.
            at = n.end > at ? n.end : at + 1;
            continue;
        }
        at += decode(at, end).length;
    }
    return std::nullopt;
}

// The phrase with its number written in another way, all else as it was: 三千余名 is 3000余名, ３,０００人 is 三千人.
inline std::optional<std::string> in_style(const quantity& q, const spelling& how) {
    const auto span = number_in(q);
    if (!span) return std::nullopt;
    const auto number = spell(*q.value(), how);
    if (number.view().empty()) return std::nullopt;
    std::string out{q.text().substr(0, span->begin)};
    out += number.view();
    return out += q.text().substr(span->end);
}
inline std::optional<std::string> in_digits(const quantity& q) { return in_style(q, {style::digits}); }
inline std::optional<std::string> in_words(const quantity& q, const spelling& how = {}) { return in_style(q, how); }

}  // namespace shuliang::inline v0
