// compare.hpp - which of two quantities is more, within one dimension; and hashing.
//
// `a < b`, `a > b` and `compare(a, b)` compare what the phrases say, in exact arithmetic: 3公里 > 2900米, 1斤 < 1公斤.
// Unordered (every comparison is false) across dimensions, across kinds that do not convert, between different measure
// words or currencies, for ranges that overlap, and where a phrase has no number. Flags such as `about` do not matter;
// `bounds()` says what they allow.
//
// `a == b` is another question: whether two quantities say the same at the same place (see quantity.hpp). So 1公里 and
// 1000米 are neither less nor greater, `compare` calls them equivalent, and they are not ==.
//
// constexpr, noexcept, no allocation, constant time.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>  // brings std::hash; <functional> is ten times as long

#include "shuliang/quantity.hpp"

namespace shuliang::inline v0 {

namespace detail {

// Kinds that have no unit in common with another kind are compared with their like alone.
constexpr bool comparable(kind a, kind b) noexcept {
    const auto physical = [](kind k) { return k == kind::measure || k == kind::duration || k == kind::age; };
    return a == b || (physical(a) && physical(b));
}

// A value of `from` in the unit of `to`, and per one of its denominator: what can be compared.
constexpr std::optional<rational> brought_to(const std::optional<rational>& value, const quantity& from,
                                             const quantity& to) noexcept {
    if (!value || from.per().empty() != to.per().empty()) return std::nullopt;
    const auto converted = convert(*value, from.unit(), to.unit());
    if (!converted || from.per().empty()) return converted;
    const auto per = convert(rational{from.per_value()}, from.per(), to.per());
    return per ? divide(*converted, *per) : std::nullopt;
}

}  // namespace detail

// Calendar values that say equally much, such as two days or two times of day, in the order of time; a later date is
// greater. Unordered where one says more, where a digit is unknown (199X), or where one of them is lunar.
constexpr std::partial_ordering compare(const calendar& a, const calendar& b) noexcept {
    constexpr auto unordered = std::partial_ordering::unordered;
    if (a.lunar || b.lunar || a.has_year() != b.has_year() || (a.month != 0) != (b.month != 0) ||
        (a.month > 12) != (b.month > 12) || (a.month >= 40) != (b.month >= 40) || (a.day != 0) != (b.day != 0) ||
        (a.weekday != 0) != (b.weekday != 0) || a.has_time() != b.has_time())
        return unordered;
    if (a.has_year()) {
        int x = a.year_number(), y = b.year_number();
        if (x < 0 || y < 0) return unordered;
        if (a.before_common_era) x = -x;
        if (b.before_common_era) y = -y;
        if (x != y) return x <=> y;
    }
    const auto part = [](std::uint8_t v) { return v == calendar::absent ? 0 : int{v}; };
    const int fields[][2] = {{a.month, b.month},
                             {a.day, b.day},
                             {a.weekday, b.weekday},
                             {part(a.hour), part(b.hour)},
                             {part(a.minute), part(b.minute)},
                             {part(a.second), part(b.second)}};
    for (const auto& f : fields)
        if (f[0] != f[1]) return f[0] <=> f[1];
    return std::partial_ordering::equivalent;
}

// See the head of this file. A range is less than what begins behind its end.
constexpr std::partial_ordering compare(const quantity& a, const quantity& b) noexcept {
    constexpr auto unordered = std::partial_ordering::unordered;
    if (!detail::comparable(a.kind(), b.kind())) return unordered;
    if (a.form() == form::calendar && b.form() == form::calendar) return compare(*a.date(), *b.date());
    const auto low = [](const quantity& q) { return q.form() == form::range ? q.from() : q.value(); };
    const auto high = [](const quantity& q) { return q.form() == form::range ? q.to() : q.value(); };
    const auto a_low = detail::brought_to(low(a), a, a), a_high = detail::brought_to(high(a), a, a);
    const auto b_low = detail::brought_to(low(b), b, a), b_high = detail::brought_to(high(b), b, a);
    if (!a_low || !a_high || !b_low || !b_high) return unordered;
    if (*a_low == *b_low && *a_high == *b_high) return std::partial_ordering::equivalent;
    if (*a_high < *b_low) return std::partial_ordering::less;
    if (*b_high < *a_low) return std::partial_ordering::greater;
    return unordered;
}

constexpr std::partial_ordering operator<=>(const quantity& a, const quantity& b) noexcept { return compare(a, b); }

}  // namespace shuliang::inline v0

// Equal quantities, units and numbers have equal hashes.
namespace shuliang::inline v0::detail {

constexpr std::size_t mix(std::uint64_t a, std::uint64_t b) noexcept {
    a = (a ^ b) * 0x9E3779B97F4A7C15U;
    a = (a ^ (a >> 32)) * 0xD6E8FEB86659FD93U;
    return static_cast<std::size_t>(a ^ (a >> 32));
}

}  // namespace shuliang::inline v0::detail

template <>
struct std::hash<shuliang::unit> {
    constexpr std::size_t operator()(shuliang::unit u) const noexcept {
        if (u.id() < shuliang::first_user_unit) return shuliang::detail::mix(u.id(), 1);
        std::size_t h = 2;
        for (const char c : u.code()) h = shuliang::detail::mix(h, static_cast<unsigned char>(c));
        return h;
    }
};

template <>
struct std::hash<shuliang::decimal> {
    constexpr std::size_t operator()(const shuliang::decimal& d) const noexcept {
        const auto n = d.normalized();
        return shuliang::detail::mix(static_cast<std::uint64_t>(n.coefficient), static_cast<std::uint64_t>(n.exponent));
    }
};

template <>
struct std::hash<shuliang::rational> {
    constexpr std::size_t operator()(const shuliang::rational& r) const noexcept {
        return shuliang::detail::mix(
            shuliang::detail::mix(static_cast<std::uint64_t>(r.numerator), static_cast<std::uint64_t>(r.denominator)),
            static_cast<std::uint64_t>(r.exponent));
    }
};

template <>
struct std::hash<shuliang::quantity> {
    constexpr std::size_t operator()(const shuliang::quantity& q) const noexcept {
        using shuliang::detail::mix;
        const auto place = mix(q.begin(), q.end() << 8 | static_cast<std::uint64_t>(q.kind()));
        const auto value = q.value();
        return mix(place, std::hash<shuliang::rational>{}(value ? *value : shuliang::rational{}));
    }
};
