// unit.hpp - units of measurement, currencies and measure words.
//
// A unit is known by its canonical code: UCUM where UCUM has the unit, ISO 4217 for currencies, `%` `‰` `pp`
// `bp`, else the simplified Chinese measure word. It has a dimension and, where one exists, an exact factor to
// the coherent SI unit of that dimension. Units are compared by id, never by address.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shuliang/decimal.hpp"

namespace shuliang::inline v0 {

// What a unit measures. Two quantities can be converted and compared only within one dimension; `count` and
// `currency` have no conversions (个 and 名 are both counts and neither is a multiple of the other).
enum class dimension : std::uint8_t {
    none,
    count,
    currency,
    proportion,
    length,
    area,
    volume,
    mass,
    time,
    temperature,
    speed,
    acceleration,
    energy,
    power,
    pressure,
    force,
    frequency,
    voltage,
    current,
    resistance,
    charge,
    capacitance,
    magnetic_field,
    luminous_intensity,
    luminous_flux,
    illuminance,
    radioactivity,
    radiation_dose,
    information,
    information_rate,
    angle,
    amount,
    concentration,
    mass_concentration,
    density,
    flow,
    mass_flow,
    sound_level,
    rotation,
    transport,
    viscosity,
    other
};

// Identifies a unit: those of the built-in tables are below `first_user_unit`, those of a vocabulary of the user
// (vocabulary.hpp) begin there; 0 is "no unit".
using unit_id = std::uint16_t;
inline constexpr unit_id first_user_unit = 0x8000;

// numerator/denominator x 10^exponent; numerator 0: there is none.
struct unit_factor {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    int exponent = 0;

    friend constexpr bool operator==(const unit_factor&, const unit_factor&) = default;
};

namespace detail {

// One row of the generated table. SI value = (value + offset) x numerator/denominator x 10^exponent;
// numerator 0 means that the unit has no factor.
struct unit_entry {
    const char* code;
    std::int64_t numerator;
    std::int64_t denominator;
    decimal offset;
    std::int16_t exponent;
    shuliang::dimension dimension;
};

inline constexpr unit_entry unit_entries[] = {
#include "shuliang/zh/units.inc"
};
// A unit of the user.
struct own_unit {
    std::string_view code;
    unit_factor factor;
    shuliang::dimension dimension = shuliang::dimension::count;

    friend constexpr bool operator==(const own_unit&, const own_unit&) = default;
};

// Ids of the units that the grammar itself speaks of.
namespace code {
#include "shuliang/zh/unit_codes.inc"
}  // namespace code
inline constexpr std::size_t unit_count = sizeof(unit_entries) / sizeof(unit_entries[0]);

}  // namespace detail

// A unit as the user sees it: a handle, for free to copy. A unit of a vocabulary borrows that vocabulary.
class unit {
public:
    constexpr unit() noexcept = default;
    explicit constexpr unit(unit_id id) noexcept : id_(id < detail::unit_count ? id : unit_id{0}) {}
    // The same where `id` may be one of the units `own` of a vocabulary; null when there is no vocabulary.
    constexpr unit(unit_id id, const detail::own_unit* own) noexcept
        : own_(id >= first_user_unit && own != nullptr ? own + (id - first_user_unit) : nullptr),
          id_(id < detail::unit_count || own_ != nullptr ? id : unit_id{0}) {}

    // The built-in unit with this canonical code; the empty unit when there is none. Linear in the number of units.
    static constexpr unit of_code(std::string_view code) noexcept {
        for (std::size_t i = 0; i < detail::unit_count && !code.empty(); ++i)
            if (code[0] == detail::unit_entries[i].code[0] && code == detail::unit_entries[i].code)
                return unit{static_cast<unit_id>(i)};
        return {};
    }

    constexpr unit_id id() const noexcept { return id_; }
    constexpr std::string_view code() const noexcept {
        return own_ != nullptr ? own_->code : std::string_view{detail::unit_entries[id_].code};
    }
    constexpr shuliang::dimension dimension() const noexcept {
        return own_ != nullptr ? own_->dimension : detail::unit_entries[id_].dimension;
    }
    constexpr bool empty() const noexcept { return id_ == 0; }

    // Exact factor to the coherent SI unit (m, m2, m3, kg, s, K, ...); empty where none is defined.
    constexpr std::optional<rational> factor() const noexcept {
        const auto f = own_ != nullptr ? own_->factor : built_in_factor();
        if (f.numerator == 0) return std::nullopt;
        return rational::make(decimal{f.numerator, f.exponent}, decimal{f.denominator});
    }

    // What is added to a value before the factor applies: 273.15 for degrees Celsius, 0 nearly everywhere else.
    constexpr decimal offset() const noexcept { return own_ != nullptr ? decimal{} : detail::unit_entries[id_].offset; }

    // Units of two vocabularies are the same when code, dimension and factor are.
    friend constexpr bool operator==(unit a, unit b) noexcept {
        if (a.own_ == nullptr || b.own_ == nullptr || a.own_ == b.own_) return a.id_ == b.id_;
        return *a.own_ == *b.own_;
    }
    friend constexpr bool operator==(unit a, std::string_view code) noexcept { return a.code() == code; }

private:
    constexpr unit_factor built_in_factor() const noexcept {
        const auto& e = detail::unit_entries[id_];
        return {e.numerator, e.denominator, e.exponent};
    }

    const detail::own_unit* own_ = nullptr;
    unit_id id_ = 0;
};

// `value` given in `from`, expressed in `to`; empty across dimensions, without factors, or on overflow.
constexpr std::optional<rational> convert(const rational& value, unit from, unit to) noexcept {
    if (from == to) return value;
    const auto from_factor = from.factor();
    const auto to_factor = to.factor();
    if (from.dimension() != to.dimension() || !from_factor || !to_factor) return std::nullopt;
    const auto shifted = add(value, rational{from.offset()});
    if (!shifted) return std::nullopt;
    const auto si = multiply(*shifted, *from_factor);
    if (!si) return std::nullopt;
    const auto scaled = divide(*si, *to_factor);
    if (!scaled) return std::nullopt;
    return add(*scaled, rational{-to.offset()});
}

}  // namespace shuliang::inline v0
