// as.hpp - a quantity as a number or as a type of your own: exactly, or not at all.
//
// `as<T>(q)` is the value in the unit of the phrase, `as<T>(q, unit)` in another one. Integers: the value itself, or
// empty where it has a fraction or does not fit. Floating point: the nearest T, provided that it is exact or that T can
// tell it from every other number of as many digits (15 for double), so that nothing of what the text says is lost;
// `nearest<T>` rounds everything else. Ranges, ratios, dates and names have no single value and are empty.
// Flags such as `about` do not matter and stay with the quantity.
//
// A type of your own is bound by one specialisation of `binding`; see there. <chrono> has a bridge.
//
// constexpr, noexcept, no allocation, constant time, correctly rounded without any help of the floating-point unit.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

#include "shuliang/literal.hpp"
#include "shuliang/quantity.hpp"

namespace shuliang::inline v0 {

namespace detail {

template <class T, class... Types>
inline constexpr bool is_any_of = (std::is_same_v<T, Types> || ...);

// 640 bits: room for 63 digits of two times ten to the hundred, and for the shifts of a division.
struct wide {
    static constexpr int limbs = 10;
    std::uint64_t limb[limbs] = {};  // the least significant first

    constexpr explicit wide(std::uint64_t v) noexcept { limb[0] = v; }

    constexpr void multiply_by_ten() noexcept {
        uint128 carry = 0;
        for (auto& l : limb) {
            carry += uint128{l} * 10;
            l = static_cast<std::uint64_t>(carry);
            carry >>= 64;
        }
    }
    constexpr void shift_left(int bits) noexcept {
        for (int i = limbs - 1; i >= 0; --i) {
            const int from = i - bits / 64;
            const auto high = from >= 0 ? limb[from] : 0;
            const auto low = from >= 1 ? limb[from - 1] : 0;
            limb[i] = bits % 64 == 0 ? high : high << (bits % 64) | low >> (64 - bits % 64);
        }
    }
    constexpr void halve() noexcept {
        for (int i = 0; i < limbs; ++i) limb[i] = limb[i] >> 1 | (i + 1 < limbs ? limb[i + 1] << 63 : 0);
    }
    constexpr int bits() const noexcept {
        for (int i = limbs - 1; i >= 0; --i)
            if (limb[i] != 0) return i * 64 + 64 - __builtin_clzll(limb[i]);
        return 0;
    }
    constexpr bool operator>=(const wide& other) const noexcept {
        for (int i = limbs - 1; i >= 0; --i)
            if (limb[i] != other.limb[i]) return limb[i] > other.limb[i];
        return true;
    }
    constexpr void subtract(const wide& other) noexcept {
        std::uint64_t borrow = 0;
        for (int i = 0; i < limbs; ++i) {
            const auto taken = uint128{other.limb[i]} + borrow;
            borrow = limb[i] < taken ? 1 : 0;
            limb[i] = static_cast<std::uint64_t>(limb[i] - taken);
        }
    }
};

template <class T>
struct rounded {
    std::optional<T> value;
    bool exact = false;
};

// The T nearest to `v`, ties to even; empty where T has no normal number near it.
template <std::floating_point T>
constexpr rounded<T> round_to(const rational& v) noexcept {
    using limits = std::numeric_limits<T>;
    if (v.numerator == 0) return {T{0}, true};
    wide rest{static_cast<std::uint64_t>(magnitude(v.numerator))};
    wide divisor{static_cast<std::uint64_t>(v.denominator)};
    for (int i = 0; i < v.exponent; ++i) rest.multiply_by_ten();
    for (int i = 0; i > v.exponent; --i) divisor.multiply_by_ten();

    // The quotient with two or three bits more than T has, and whether anything is left of it.
    int power = rest.bits() - divisor.bits() - (limits::digits + 2);
    if (power < 0) rest.shift_left(-power);
    if (power > 0) divisor.shift_left(power);
    divisor.shift_left(limits::digits + 3);
    uint128 quotient = 0;
    for (int i = 0; i <= limits::digits + 3; ++i) {
        quotient <<= 1;
        if (rest >= divisor) {
            rest.subtract(divisor);
            quotient |= 1U;
        }
        divisor.halve();
    }
    bool left = rest.bits() != 0;
    bool half = false;
    bool lost = left;
    while (quotient >> limits::digits != 0) {
        left = left || half;
        half = (quotient & 1U) != 0;
        lost = lost || half;
        quotient >>= 1;
        ++power;
    }
    if (half && (left || (quotient & 1U) != 0)) ++quotient;
    if (quotient >> limits::digits != 0) {
        quotient >>= 1;
        ++power;
    }
    if (power + limits::digits > limits::max_exponent || power + limits::digits < limits::min_exponent) return {};
    auto out = static_cast<T>(quotient);
    for (; power > 0; --power) out *= 2;
    for (; power < 0; ++power) out /= 2;
    return {v.numerator < 0 ? -out : out, !lost};
}

}  // namespace detail

// The numbers that `as` knows: integers and floating point, not bool and no characters.
template <class T>
concept number_type = std::is_arithmetic_v<T> && std::is_same_v<T, std::remove_cv_t<T>> &&
    !detail::is_any_of<T, bool, char, wchar_t, char8_t, char16_t, char32_t>;

// The T nearest to a value, ties to even; empty only where it is too large or too small for T.
template <std::floating_point T>
constexpr std::optional<T> nearest(const rational& v) noexcept {
    return detail::round_to<T>(v).value;
}
template <std::floating_point T>
constexpr std::optional<T> nearest(const quantity& q) noexcept {
    const auto v = q.value();
    return v ? nearest<T>(*v) : std::nullopt;
}

// A value as a number without loss, as the head of this file says; else empty.
template <number_type T>
constexpr std::optional<T> as(const rational& v) noexcept {
    if constexpr (std::is_floating_point_v<T>) {
        constexpr int digits = std::numeric_limits<T>::digits10;
        const auto out = detail::round_to<T>(v);
        if (out.exact) return out.value;
        const auto d = v.as_decimal();
        if (!d) return std::nullopt;
        const auto written = detail::magnitude(d->normalized().coefficient);
        return digits > detail::max_power || written < detail::powers_of_ten[digits] ? out.value : std::nullopt;
    } else {
        return detail::whole_number<T>(v);
    }
}
template <number_type T>
constexpr std::optional<T> as(const quantity& q) noexcept {
    const auto v = q.value();
    return v ? as<T>(*v) : std::nullopt;
}
// In another unit of the same dimension, the denominator of a rate left as it is.
template <number_type T>
constexpr std::optional<T> as(const quantity& q, unit target) noexcept {
    const auto v = q.in(target);
    return v ? as<T>(*v) : std::nullopt;
}

// ---- types of the user -------------------------------------------------------------------------------------------

// How a quantity becomes a T of yours. Specialise it with a static function
//     static constexpr std::optional<T> from(const sl::quantity&)
// that gives an empty optional for what is no T. `unit_binding` writes it for a number in a unit.
template <class T>
struct binding;

template <class T>
concept bound_type = requires(const quantity& q) {
    { binding<T>::from(q) } -> std::convertible_to<std::optional<T>>;
};

template <bound_type T>
constexpr std::optional<T> as(const quantity& q) noexcept(noexcept(binding<T>::from(q))) {
    return binding<T>::from(q);
}

// T{number} from a quantity in the unit with this code, or in one that converts to it:
//     template <> struct sl::binding<kilograms> : sl::unit_binding<kilograms, double, "kg"> {};
template <class T, number_type Number, literal Code>
struct unit_binding {
    static constexpr unit in = unit::of_code(Code.view());
    static_assert(!unit::of_code(Code.view()).empty(), "shuliang: there is no unit with this code (unit_binding)");

    static constexpr std::optional<T> from(const quantity& q) noexcept {
        if (!q.per().empty()) return std::nullopt;
        const auto number = as<Number>(q, in);
        return number ? std::optional<T>{T{*number}} : std::nullopt;
    }
};

// Any other T: a sentence instead of a list of candidates.
template <class T>
constexpr std::optional<T> as(const quantity&) noexcept {
    static_assert(number_type<T>,
                  "shuliang: as<T> does not know this T; it knows numbers, <chrono> types where bridge/chrono.hpp is "
                  "included, and types for which sl::binding<T> is specialised");
    return std::nullopt;
}

}  // namespace shuliang::inline v0
