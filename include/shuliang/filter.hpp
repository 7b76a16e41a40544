// filter.hpp - narrower choices than a kind: units, predicates, labels, neighbours.
//
//     inline constexpr auto people = sl::count.of("人", "名", "位");
//     inline constexpr auto large = sl::money.where([](const sl::quantity& q) { return q.value() > 1'000'000; });
//     inline constexpr auto& rate = sl::labelled<"复工率", sl::percent>;
//
// What has a condition on the text around it (labelled, preceded_by, followed_by) takes patterns as well.
//
// constexpr, noexcept, no allocation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "shuliang/pattern.hpp"

namespace shuliang::inline v0 {

namespace detail {

// ---- labels

// What may stand between a label and its number.
inline constexpr std::string_view connectors[] = {" ",  "\t", "　", ":",    "：",   "为",   "是",   "达",   "到", "共",
                                                  "计", "有", "已", "累计", "合计", "总计", "均",   "仅",   "占", "约",
                                                  "了", "大", "约", "总数", "数量", "完成", "实现", "突破", "超"};

// The text without the connectors at its end, four of them at most.
constexpr std::string_view without_connectors(std::string_view text) noexcept {
    for (int i = 0; i < 4; ++i) {
        std::size_t longest = 0;
        for (const auto word : connectors)
            if (word.size() > longest && text.ends_with(word)) longest = word.size();
        if (longest == 0) break;
        text.remove_suffix(longest);
    }
    return text;
}

// True where `label` names what stands in [begin, end): 复工率97.1%, 复工率为97.1%, 97.1%的复工率.
constexpr bool is_labelled(std::string_view label, std::string_view text, std::uint64_t begin,
                           std::uint64_t end) noexcept {
    const auto before = text.substr(0, begin);
    if (before.ends_with(label) || without_connectors(before).ends_with(label)) return true;
    auto after = text.substr(end);
    if (after.starts_with("的")) after.remove_prefix(std::string_view{"的"}.size());
    return after.starts_with(label);
}

void there_is_no_unit_with_this_code_or_name();  // not constexpr: a call of it does not compile

// The unit with a code, or with a name: km and 公里.
constexpr unit unit_named(std::string_view name) noexcept {
    auto u = unit::of_code(name);
    if (u.empty() && !name.empty()) {
        const auto found = zh::find_unit(name.data(), name.data() + name.size());
        if (found && found.end == name.data() + name.size()) u = unit{found.sense->unit};
    }
    return u;
}
constexpr unit unit_named(unit u) noexcept { return u; }

}  // namespace detail

// The quantities that `inner` accepts and the predicate likes.
template <class Inner, class Predicate>
struct filtered {
    Inner inner;
    Predicate predicate;

    constexpr bool accepts(const quantity& q, std::string_view text) const noexcept {
        return inner.accepts(q, text) && static_cast<bool>(predicate(q));
    }
    template <class Other>
    constexpr filtered<filtered, Other> where(Other other) const noexcept {
        return {*this, other};
    }
};

// Any quantity that the predicate likes: where([](const quantity& q) { return q.is(approx::over); }).
template <class Predicate>
constexpr filtered<selector, Predicate> where(Predicate predicate) noexcept {
    static_assert(std::is_invocable_r_v<bool, const Predicate&, const quantity&>,
                  "shuliang: where(...) takes a function of a quantity that answers yes or no");
    return {quantities, predicate};
}
template <class Predicate>
constexpr auto selector::where(Predicate predicate) const noexcept {
    static_assert(std::is_invocable_r_v<bool, const Predicate&, const quantity&>,
                  "shuliang: where(...) takes a function of a quantity that answers yes or no");
    return filtered<selector, Predicate>{*this, predicate};
}

// Quantities of certain kinds in certain units.
template <std::size_t N>
struct of_units {
    selector kinds;
    unit units[N] = {};

    constexpr bool accepts(const quantity& q, std::string_view) const noexcept {
        bool among = false;
        for (const auto u : units) among = among || u == q.unit();
        return among && kinds.matches(q.raw());
    }
    template <class Predicate>
    constexpr filtered<of_units, Predicate> where(Predicate predicate) const noexcept {
        return {*this, predicate};
    }
};

// By code or by name, in any spelling: count.of("人", "名"), measure.of("km", "亩"). A name that is no unit does not
// compile. Units of a vocabulary are said as such: count.of("人", farm.unit("台套")).
template <class... Units>
consteval auto selector::of(const Units&... units) const noexcept {
    static_assert(sizeof...(Units) != 0, "shuliang: of(...) needs a unit");
    of_units<sizeof...(Units)> out{*this, {detail::unit_named(units)...}};
    for (const auto u : out.units)
        if (u.empty()) detail::there_is_no_unit_with_this_code_or_name();  // shuliang: of(…): no unit is called so
    return out;
}

// ---- the text around -------------------------------------------------------------------------------------------

// What `Inner` finds where `Condition::holds(text, begin, end)`.
template <class Condition, const auto& Inner>
struct found_beside {
    static_assert(pattern<std::remove_cvref_t<decltype(Inner)>>,
                  "shuliang: labelled, preceded_by and followed_by take a text and an extractor");
    static constexpr bool is_pattern = true;
    static constexpr std::size_t parts = detail::parts_of<std::remove_cvref_t<decltype(Inner)>>();

    constexpr bool may_begin(const quantity& q, std::string_view text) const noexcept {
        return detail::may_begin(Inner, q, text);
    }
    template <class Out>
    constexpr bool match(detail::lookahead& c, Out& out, std::uint64_t& begin, bool anchored) const noexcept {
        return detail::match(Inner, c, out, begin, anchored) && Condition::holds(c.text(), begin, c.at);
    }
};
template <class Condition, const auto& Inner>
requires filter<std::remove_cvref_t<decltype(Inner)>>
struct found_beside<Condition, Inner> {
    constexpr bool accepts(const quantity& q, std::string_view text) const noexcept {
        return Inner.accepts(q, text) && Condition::holds(text, q.begin(), q.end());
    }
};

namespace detail {

template <literal Label>
struct has_label {
    static constexpr bool holds(std::string_view text, std::uint64_t begin, std::uint64_t end) noexcept {
        return is_labelled(Label.view(), text, begin, end);
    }
};
template <literal Word>
struct is_behind {
    static constexpr bool holds(std::string_view text, std::uint64_t begin, std::uint64_t) noexcept {
        return text.substr(0, begin).ends_with(Word.view());
    }
};
template <literal Word>
struct is_before {
    static constexpr bool holds(std::string_view text, std::uint64_t, std::uint64_t end) noexcept {
        return text.substr(end).starts_with(Word.view());
    }
};

}  // namespace detail

// What a word names, on either side and with 为 达 共 ： and their like between: 复工率97.1%, 97.1%的复工率. The word
// does not become part of what is found.
template <literal Label, const auto& Inner>
inline constexpr found_beside<detail::has_label<Label>, Inner> labelled{};
// What a word touches on the left, or on the right.
template <literal Word, const auto& Inner>
inline constexpr found_beside<detail::is_behind<Word>, Inner> preceded_by{};
template <literal Word, const auto& Inner>
inline constexpr found_beside<detail::is_before<Word>, Inner> followed_by{};

}  // namespace shuliang::inline v0
