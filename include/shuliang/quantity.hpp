// quantity.hpp - what the user reads: a numeric phrase with its kind, value, unit and place in the text.
//
// A quantity is a small value (copy it freely) that borrows the text it was found in, and the vocabulary of the user if
// it was read with one; everything but `text()` stays valid when the text is gone. A wrong question (the number of a
// date, the unit of a cardinal) gives an empty answer, never a wrong number.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shuliang/record.hpp"

namespace shuliang::inline v0 {

// An interval of values; a missing end is unbounded.
struct interval {
    std::optional<rational> lower;
    std::optional<rational> upper;
    bool lower_closed = true;
    bool upper_closed = true;

    constexpr bool contains(const rational& v) const noexcept {
        if (lower && (v < *lower || (!lower_closed && v == *lower))) return false;
        return !upper || v < *upper || (upper_closed && v == *upper);
    }
};

class quantity {
public:
    constexpr quantity() noexcept = default;
    // `phrase` are the bytes of the record in the caller's text, `own` the units of the vocabulary it was read with.
    constexpr quantity(const record& r, const details& d, std::string_view phrase,
                       const detail::own_unit* own = nullptr) noexcept
        : record_(r), text_(phrase.data()), own_(own) {
        if (r.detailed) details_ = d;
    }

    // Where: half-open byte range, and those bytes.
    constexpr std::uint64_t begin() const noexcept { return record_.begin; }
    constexpr std::uint64_t end() const noexcept { return record_.begin + record_.length; }
    constexpr std::string_view text() const noexcept { return {text_, record_.length}; }

    constexpr shuliang::kind kind() const noexcept { return record_.kind; }
    constexpr shuliang::form form() const noexcept { return record_.form; }
    constexpr shuliang::approx approx() const noexcept { return record_.approx; }
    constexpr bool is(shuliang::approx flag) const noexcept { return any(record_.approx & flag); }
    constexpr bool overflowed() const noexcept { return record_.form == shuliang::form::overflow; }

    // The single exact value; empty for ranges, ratios, calendar values, identifiers and on overflow.
    constexpr std::optional<rational> value() const noexcept {
        if (record_.form == shuliang::form::decimal) return rational{record_.value()};
        if (record_.form == shuliang::form::fraction) return rational::make(record_.value(), details_.second);
        return std::nullopt;
    }

    // Both ends of a range of numbers, inclusive.
    constexpr std::optional<rational> from() const noexcept {
        if (record_.form != shuliang::form::range) return std::nullopt;
        return rational{record_.value()};
    }
    constexpr std::optional<rational> to() const noexcept {
        if (record_.form != shuliang::form::range) return std::nullopt;
        return rational{details_.second};
    }

    // The calendar value of a date or time (of a range: its beginning), and the end of a range.
    constexpr std::optional<calendar> date() const noexcept {
        if (record_.form != shuliang::form::calendar && record_.form != shuliang::form::calendar_range)
            return std::nullopt;
        return details_.from;
    }
    constexpr std::optional<calendar> date_to() const noexcept {
        if (record_.form != shuliang::form::calendar_range) return std::nullopt;
        return details_.to;
    }

    // The numbers of a ratio, 3 and 1 in 3∶1.
    constexpr int terms() const noexcept { return record_.form == shuliang::form::ratio ? details_.terms : 0; }
    constexpr std::optional<decimal> term(int i) const noexcept {
        if (i < 0 || i >= terms()) return std::nullopt;
        return i == 0 ? record_.value() : i == 1 ? details_.second : i == 2 ? details_.third : details_.fourth;
    }

    constexpr shuliang::unit unit() const noexcept { return {record_.unit, own_}; }

    // The denominator of a rate and how many of it: 每10万人3.2例 has per 人, per_value 100000.
    constexpr shuliang::unit per() const noexcept { return {record_.per, own_}; }
    constexpr decimal per_value() const noexcept { return record_.per == 0 ? decimal{1} : details_.per_value; }

    // Alternative measure words in brackets: 340台(次) has one, 次. Empty unit where there is none.
    constexpr shuliang::unit alternative(int i) const noexcept {
        return i == 0 || i == 1 ? shuliang::unit{record_.alternative[i], own_} : shuliang::unit{};
    }

    // The value expressed in another unit of the same dimension, exact.
    constexpr std::optional<rational> in(shuliang::unit target) const noexcept {
        const auto v = value();
        return v ? convert(*v, unit(), target) : std::nullopt;
    }

    // What the phrase says the true value can be. Empty where it says nothing exact (约, 左右) or has no number.
    // 余 and 多 run to the next unit of the last non-zero place: 3000余 is (3000, 4000), 1486余 is [1486, 1487).
    constexpr std::optional<interval> bounds() const noexcept {
        using shuliang::approx;
        auto low = value();
        auto high = low;
        if (record_.form == shuliang::form::range) {
            low = from();
            high = to();
        }
        if (!low || !high || is(approx::about)) return std::nullopt;
        interval out{low, high, true, true};
        if (is(approx::indefinite) && record_.form == shuliang::form::range)
            out = {low, next_place(record_.value(), details_.second), true, false};
        if (is(approx::over)) {
            if (record_.open_place && record_.form == shuliang::form::decimal) {
                out.upper = next_place(record_.value(), record_.value());
                out.upper_closed = false;
                out.lower_closed = record_.value().normalized().exponent <= 0;
            } else {
                out = {high, std::nullopt, false, false};
            }
        }
        if (is(approx::at_least)) out = {low, std::nullopt, true, false};
        if (is(approx::at_most)) out = {std::nullopt, high, false, true};
        if (is(approx::nearly) || is(approx::under)) out = {std::nullopt, high, false, false};
        return out;
    }

    constexpr const record& raw() const noexcept { return record_; }
    constexpr const details& raw_details() const noexcept { return details_; }
    // The units of the vocabulary that it was read with; null when there was none.
    constexpr const detail::own_unit* raw_units() const noexcept { return own_; }

    // Equal when both say the same at the same place; the text itself is not compared.
    friend constexpr bool operator==(const quantity& a, const quantity& b) noexcept {
        return a.begin() == b.begin() && a.end() == b.end() && a.kind() == b.kind() && a.form() == b.form() &&
               a.approx() == b.approx() && a.unit() == b.unit() && a.per() == b.per() &&
               a.per_value() == b.per_value() && a.alternative(0) == b.alternative(0) &&
               a.alternative(1) == b.alternative(1) && a.value() == b.value() && a.from() == b.from() &&
               a.to() == b.to() && a.date() == b.date() && a.date_to() == b.date_to() && a.terms() == b.terms() &&
               a.term(0) == b.term(0) && a.term(1) == b.term(1) && a.term(2) == b.term(2) && a.term(3) == b.term(3);
    }

private:
    // `v` plus one unit of the last non-zero place of `place`.
    static constexpr std::optional<rational> next_place(decimal place, decimal v) noexcept {
        const auto next = add(v, decimal{1, place.normalized().exponent});
        return next ? std::optional<rational>{rational{*next}} : std::nullopt;
    }

    record record_;
    details details_;
    const char* text_ = nullptr;
    const detail::own_unit* own_ = nullptr;
};

// The canonical texts of the contract for `value`, or for `from` and `to`; empty where there is none.
using value_text = fixed_text<512>;

constexpr value_text text_of_value(const quantity& q) noexcept {
    value_text out;
    if (q.form() == form::fraction) {
        // A fraction is shown as written: 2/3, 5/10000, and 1/2 for 一半.
        out.push(q.raw().value().text().view());
        out.push('/');
        out.push(q.raw_details().second.text().view());
    } else if (const auto v = q.value()) {
        out.push(v->text().view());
    } else if (q.terms() != 0) {
        for (int i = 0; i < q.terms(); ++i) {
            if (i != 0) out.push(':');
            out.push(q.term(i)->text().view());
        }
    } else if (q.form() == form::calendar) {
        out.push(q.date()->text().view());
    }
    return out;
}

constexpr value_text text_of_from(const quantity& q) noexcept {
    value_text out;
    if (const auto v = q.from()) out.push(v->text().view());
    if (q.form() == form::calendar_range) out.push(q.date()->text().view());
    return out;
}

constexpr value_text text_of_to(const quantity& q) noexcept {
    value_text out;
    if (const auto v = q.to()) out.push(v->text().view());
    if (const auto v = q.date_to()) out.push(v->text().view());
    return out;
}

}  // namespace shuliang::inline v0
