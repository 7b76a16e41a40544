// decimal.hpp - exact numbers: scaled decimals and rationals.
//
// Numbers in text are decimal, so they are kept as coefficient x 10^exponent and never as binary floating
// point. Whatever does not fit the type is reported (an empty optional), never rounded and never wrapped.
//
// Every function is constexpr and noexcept, takes constant time and allocates nothing.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace shuliang::inline v0 {

namespace detail {

__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;

inline constexpr int max_power = 18;  // 10^18 is the largest power of ten in 64 signed bits
inline constexpr std::int64_t powers_of_ten[max_power + 1] = {1,
                                                              10,
                                                              100,
                                                              1000,
                                                              10000,
                                                              100000,
                                                              1000000,
                                                              10000000,
                                                              100000000,
                                                              1000000000,
                                                              10000000000,
                                                              100000000000,
                                                              1000000000000,
                                                              10000000000000,
                                                              100000000000000,
                                                              1000000000000000,
                                                              10000000000000000,
                                                              100000000000000000,
                                                              1000000000000000000};

constexpr bool fits64(int128 v) noexcept {
    return v <= std::numeric_limits<std::int64_t>::max() && v >= -std::numeric_limits<std::int64_t>::max();
}

constexpr std::int64_t magnitude(std::int64_t v) noexcept { return v < 0 ? -v : v; }

constexpr std::int64_t greatest_common_divisor(std::int64_t a, std::int64_t b) noexcept {
    a = magnitude(a);
    b = magnitude(b);
    while (b != 0) {
        const auto rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

}  // namespace detail

// A text of bounded length, for values written out without allocation.
template <std::size_t Capacity>
class fixed_text {
public:
    constexpr void push(char c) noexcept {
        if (size_ < Capacity) data_[size_++] = c;
    }
    constexpr void push(std::string_view s) noexcept {
        for (const char c : s) push(c);
    }
    constexpr std::string_view view() const noexcept { return {data_, size_}; }
    constexpr operator std::string_view() const noexcept { return view(); }
    friend constexpr bool operator==(const fixed_text& a, std::string_view b) noexcept { return a.view() == b; }

private:
    char data_[Capacity] = {};
    std::size_t size_ = 0;
};

// coefficient x 10^exponent. Two decimals are equal when their values are (1.50 == 1.5); the parts may differ.
// The exponent stays within +-limit, the coefficient within +-(2^63 - 1).
struct decimal {
    static constexpr int limit = 100;

    std::int64_t coefficient = 0;
    std::int16_t exponent = 0;

    constexpr decimal() noexcept = default;
    constexpr decimal(std::int64_t c, int e = 0) noexcept : coefficient(c), exponent(static_cast<std::int16_t>(e)) {}

    // The same value with no zero at the end of the coefficient; zero is 0 x 10^0.
    constexpr decimal normalized() const noexcept {
        if (coefficient == 0) return {};
        auto c = coefficient;
        int e = exponent;
        while (c % 10 == 0) {
            c /= 10;
            ++e;
        }
        return {c, e};
    }

    constexpr decimal operator-() const noexcept { return {-coefficient, exponent}; }

    constexpr bool is_integer() const noexcept { return normalized().exponent >= 0; }

    // The value as a 64-bit integer; empty when it has a fraction or does not fit.
    constexpr std::optional<std::int64_t> as_integer() const noexcept {
        if (exponent == 0) return coefficient;
        const auto n = normalized();
        if (n.exponent < 0 || n.exponent > detail::max_power) return std::nullopt;
        const auto v = detail::int128{n.coefficient} * detail::powers_of_ten[n.exponent];
        if (!detail::fits64(v)) return std::nullopt;
        return static_cast<std::int64_t>(v);
    }

    friend constexpr std::strong_ordering operator<=>(const decimal& a, const decimal& b) noexcept;
    friend constexpr bool operator==(const decimal& a, const decimal& b) noexcept {
        if (a.exponent == b.exponent) return a.coefficient == b.coefficient;
        const auto x = a.normalized();
        const auto y = b.normalized();
        return x.coefficient == y.coefficient && x.exponent == y.exponent;
    }

    // The canonical text: no exponent, no needless zero (`3000`, `97.1`, `0.5`, `-3`). At most 124 characters.
    constexpr fixed_text<128> text() const noexcept {
        const auto n = normalized();
        char digits[20] = {};
        int count = 0;
        auto rest = static_cast<std::uint64_t>(detail::magnitude(n.coefficient));
        do {
            digits[count++] = static_cast<char>('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        fixed_text<128> out;
        if (n.coefficient < 0) out.push('-');
        if (n.exponent >= 0) {
            while (count > 0) out.push(digits[--count]);
            for (int i = 0; i < n.exponent; ++i) out.push('0');
            return out;
        }
        const int places = -n.exponent;
        const int leading = count <= places ? places - count + 1 : 0;  // zeros before the first digit
        for (int i = leading + count; i > 0; --i) {
            if (i == places) out.push('.');
            out.push(i > count ? '0' : digits[i - 1]);
        }
        return out;
    }
};

namespace detail {

// c x 10^e with the coefficient brought into 64 bits by dropping zeros only; empty when digits would be lost.
constexpr std::optional<decimal> fit(int128 c, int e) noexcept {
    while (c != 0 && (!fits64(c) || e < -decimal::limit)) {
        if (c % 10 != 0) return std::nullopt;
        c /= 10;
        ++e;
    }
    if (c == 0) return decimal{};
    if (e > decimal::limit) return std::nullopt;
    return decimal{static_cast<std::int64_t>(c), e};
}

}  // namespace detail

// Sum and product, exact; empty when the result does not fit.
constexpr std::optional<decimal> add(decimal a, decimal b) noexcept {
    if (a.coefficient == 0) return b;
    if (b.coefficient == 0) return a;
    a = a.normalized();
    b = b.normalized();
    if (a.exponent < b.exponent) {
        const auto t = a;
        a = b;
        b = t;
    }
    const int shift = a.exponent - b.exponent;
    // Beyond one place more than 64 bits hold, the last digit of the sum would be lost.
    if (shift > detail::max_power + 1) return std::nullopt;
    auto high = detail::int128{a.coefficient};
    if (shift > detail::max_power) high *= 10;
    high *= detail::powers_of_ten[shift > detail::max_power ? detail::max_power : shift];
    return detail::fit(high + b.coefficient, b.exponent);
}

constexpr std::optional<decimal> multiply(decimal a, decimal b) noexcept {
    a = a.normalized();
    b = b.normalized();
    return detail::fit(detail::int128{a.coefficient} * b.coefficient, a.exponent + b.exponent);
}

// x 10^power.
constexpr std::optional<decimal> scale(decimal a, int power) noexcept {
    const int e = a.exponent + power;
    if (a.coefficient != 0 && e >= -decimal::limit && e <= decimal::limit) return decimal{a.coefficient, e};
    return detail::fit(a.coefficient, a.exponent + power);
}

constexpr std::strong_ordering operator<=>(const decimal& a, const decimal& b) noexcept {
    if (a.exponent == b.exponent) return a.coefficient <=> b.coefficient;
    const auto x = a.normalized();
    const auto y = b.normalized();
    const auto sign = [](std::int64_t v) { return v < 0 ? -1 : v > 0 ? 1 : 0; };
    if (sign(x.coefficient) != sign(y.coefficient)) return sign(x.coefficient) <=> sign(y.coefficient);
    const auto same_scale = [](decimal high, decimal low) -> std::strong_ordering {
        const int shift = high.exponent - low.exponent;
        if (shift > detail::max_power) return high.coefficient <=> std::int64_t{0};
        return detail::int128{high.coefficient} * detail::powers_of_ten[shift] <=> detail::int128{low.coefficient};
    };
    if (x.exponent >= y.exponent) return same_scale(x, y);
    return 0 <=> same_scale(y, x);
}

// numerator/denominator x 10^exponent, in lowest terms: denominator > 0, no factor 2 or 5 that the power of ten
// could hold is left in both. Exact; operations that leave 64 bits give an empty optional.
struct rational {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    std::int16_t exponent = 0;

    constexpr rational() noexcept = default;
    constexpr rational(std::int64_t n) noexcept : rational(decimal{n}) {}
    constexpr rational(decimal d) noexcept {
        const auto n = d.normalized();
        numerator = n.coefficient;
        exponent = n.exponent;
    }

    // n/d; empty for d == 0.
    static constexpr std::optional<rational> make(decimal n, decimal d) noexcept {
        n = n.normalized();
        d = d.normalized();
        if (d.coefficient == 0) return std::nullopt;
        return lowest(n.coefficient, d.coefficient, n.exponent - d.exponent);
    }

    // The value as a finite decimal; empty for thirds and the like, or when it does not fit.
    constexpr std::optional<decimal> as_decimal() const noexcept {
        detail::int128 c = numerator;
        auto d = denominator;
        int e = exponent;
        while (d != 1) {
            // 1/2 = 5/10, 1/5 = 2/10: trade one prime factor for one decimal place.
            if (d % 2 == 0) {
                d /= 2;
                c *= 5;
            } else if (d % 5 == 0) {
                d /= 5;
                c *= 2;
            } else {
                return std::nullopt;
            }
            --e;
            if (!detail::fits64(c)) return std::nullopt;
        }
        return detail::fit(c, e);
    }

    constexpr std::optional<std::int64_t> as_integer() const noexcept {
        const auto d = as_decimal();
        return d ? d->as_integer() : std::nullopt;
    }

    friend constexpr std::optional<rational> multiply(const rational& a, const rational& b) noexcept {
        const auto g = detail::greatest_common_divisor(a.numerator, b.denominator);
        const auto h = detail::greatest_common_divisor(b.numerator, a.denominator);
        const auto n = detail::int128{a.numerator / (g ? g : 1)} * (b.numerator / (h ? h : 1));
        const auto d = detail::int128{a.denominator / (h ? h : 1)} * (b.denominator / (g ? g : 1));
        if (!detail::fits64(n) || !detail::fits64(d)) return std::nullopt;
        return lowest(static_cast<std::int64_t>(n), static_cast<std::int64_t>(d), a.exponent + b.exponent);
    }

    friend constexpr std::optional<rational> divide(const rational& a, const rational& b) noexcept {
        if (b.numerator == 0) return std::nullopt;
        rational inverse;
        inverse.numerator = b.numerator < 0 ? -b.denominator : b.denominator;
        inverse.denominator = detail::magnitude(b.numerator);
        inverse.exponent = static_cast<std::int16_t>(-b.exponent);
        return multiply(a, inverse);
    }

    friend constexpr std::optional<rational> add(const rational& a, const rational& b) noexcept {
        if (a.numerator == 0) return b;
        if (b.numerator == 0) return a;
        const auto& high = a.exponent >= b.exponent ? a : b;
        const auto& low = a.exponent >= b.exponent ? b : a;
        const int shift = high.exponent - low.exponent;
        if (shift > detail::max_power) return std::nullopt;
        const auto scaled = detail::int128{high.numerator} * detail::powers_of_ten[shift];
        if (!detail::fits64(scaled)) return std::nullopt;
        const auto left = scaled * low.denominator;
        const auto right = detail::int128{low.numerator} * high.denominator;
        const auto d = detail::int128{high.denominator} * low.denominator;
        if (!detail::fits64(left) || !detail::fits64(right) || !detail::fits64(left + right) || !detail::fits64(d))
            return std::nullopt;
        return lowest(static_cast<std::int64_t>(left + right), static_cast<std::int64_t>(d), low.exponent);
    }

    friend constexpr bool operator==(const rational& a, const rational& b) noexcept {
        return a.numerator == b.numerator && a.denominator == b.denominator && a.exponent == b.exponent;
    }

    friend constexpr std::strong_ordering operator<=>(const rational& a, const rational& b) noexcept {
        const auto sign = [](std::int64_t v) { return v < 0 ? -1 : v > 0 ? 1 : 0; };
        if (sign(a.numerator) != sign(b.numerator)) return sign(a.numerator) <=> sign(b.numerator);
        if (a.denominator == b.denominator)
            return decimal{a.numerator, a.exponent} <=> decimal{b.numerator, b.exponent};
        const bool negative = a.numerator < 0;
        const auto left = detail::int128{detail::magnitude(a.numerator)} * b.denominator;
        const auto right = detail::int128{detail::magnitude(b.numerator)} * a.denominator;
        const auto order = compare_scaled(left, right, a.exponent - b.exponent);
        return negative ? 0 <=> order : order;
    }

    // The canonical text of a value: a decimal where it is finite (`0.5`), else a fraction (`2/3`).
    constexpr fixed_text<256> text() const noexcept {
        fixed_text<256> out;
        if (const auto d = as_decimal()) {
            out.push(d->text().view());
            return out;
        }
        auto n = decimal{numerator, exponent > 0 ? exponent : 0};
        auto d = decimal{denominator};
        // The twos and fives that the power of ten stands for go back below the line: 5/3 x 10^-1 is 1/6.
        for (int i = exponent; i < 0; ++i) {
            for (const std::int64_t factor : {2, 5}) {
                if (n.coefficient % factor == 0)
                    n.coefficient /= factor;
                else if (const auto product = multiply(d, decimal{factor}))
                    d = *product;
                else
                    return out;
            }
        }
        out.push(n.text().view());
        out.push('/');
        out.push(d.text().view());
        return out;
    }

private:
    // left x 10^power against right; both positive and below 2^126.
    static constexpr std::strong_ordering compare_scaled(detail::int128 left, detail::int128 right,
                                                         int power) noexcept {
        constexpr detail::int128 room = (((detail::int128{1} << 126) - 1) * 2 + 1) / 10;
        for (; power > 0; --power) {
            if (left > right || left > room) return std::strong_ordering::greater;
            left *= 10;
        }
        for (; power < 0; ++power) {
            if (right > left || right > room) return std::strong_ordering::less;
            right *= 10;
        }
        return left < right   ? std::strong_ordering::less
               : left > right ? std::strong_ordering::greater
                              : std::strong_ordering::equal;
    }

    static constexpr std::optional<rational> lowest(std::int64_t n, std::int64_t d, int e) noexcept {
        rational r;
        if (n == 0) return r;
        if (d < 0) {
            n = -n;
            d = -d;
        }
        const auto g = detail::greatest_common_divisor(n, d);
        n /= g;
        d /= g;
        while (n % 10 == 0) {
            n /= 10;
            ++e;
        }
        while (d % 10 == 0) {
            d /= 10;
            --e;
        }
        // Of a single 2 or 5 left in the denominator the power of ten takes over: 1/2 = 5 x 10^-1.
        while (d % 2 == 0 && detail::fits64(detail::int128{n} * 5)) {
            d /= 2;
            n *= 5;
            --e;
        }
        while (d % 5 == 0 && detail::fits64(detail::int128{n} * 2)) {
            d /= 5;
            n *= 2;
            --e;
        }
        while (n % 10 == 0) {
            n /= 10;
            ++e;
        }
        if (e > decimal::limit || e < -decimal::limit) return std::nullopt;
        r.numerator = n;
        r.denominator = d;
        r.exponent = static_cast<std::int16_t>(e);
        return r;
    }
};

namespace detail {

// The value as an integer of type T; empty unless it is exactly that.
template <class T>
constexpr std::optional<T> whole_number(const rational& v) noexcept {
    const auto n = v.as_integer();
    if (!n || (std::is_unsigned_v<T> && *n < 0)) return std::nullopt;
    const auto out = static_cast<T>(*n);
    if (static_cast<std::int64_t>(out) != *n) return std::nullopt;
    return out;
}

}  // namespace detail

}  // namespace shuliang::inline v0
