// zh/unit_lookup.hpp - from the characters behind a number to a unit, and from those before it to a currency.
#pragma once

#include <cstdint>

#include "shuliang/unit.hpp"
#include "shuliang/zh/neighbour.hpp"
#include "shuliang/zh/trie.hpp"

namespace shuliang::inline v0::zh {

// What the grammar does with a unit. `count` to `double_` make a quantity of the kind that their name says; the
// calendar words from `degree` on have several readings, between which the join rules decide.
// The order is that of ROLES in tools/generate.py.
enum class role : std::uint8_t {
    none,
    count,    // measure word
    noun,     // noun of the closed table that is counted without a measure word
    measure,  // physical unit
    money,    // main unit of a currency
    subunit,  // 角 毛 美分: a part of one; `scale` decimal places below it
    duration,
    age,
    percent,
    permille,
    points,    // 个百分点
    basis,     // 基点
    times,     // 倍
    discount,  // 折
    double_,   // 番
    tenth,     // 成
    degree,    // 度
    year,
    month,
    day,
    number,  // 号
    hour,    // 时
    oclock,  // 点
    minute,  // 分
    second,  // 秒
    quarter,
    century,
    decade,
    position  // 届 before 全会: a number in a series although no 第 says so
};

// One reading of a unit word. Readings of the same word stand side by side, the preferred one first.
struct unit_sense {
    unit_id unit;
    std::uint8_t role_number;
    std::uint8_t scale;  // of a subunit: see there; of a weight that differs between regions: its row, counted from 1
    std::uint8_t more;   // another reading follows
    std::uint8_t plain;  // what zh/short_way.hpp may take: 1 the only reading, 2 one that neighbours choose, 0 the only
                         // one behind 第, 3 none
    std::uint16_t context;  // pair of neighbour lists of which one must match; 0 when none is needed

    constexpr zh::role role() const noexcept { return static_cast<zh::role>(role_number); }
};

// A unit whose code is the quotient of two others: km/h.
struct unit_quotient {
    unit_id numerator;
    unit_id denominator;
    unit_id unit;
};

namespace tables {
#include "shuliang/zh/unit_words.inc"
}  // namespace tables

struct unit_match {
    const unit_sense* sense = nullptr;  // the preferred reading; null when there is no unit
    const char* end = nullptr;

    constexpr explicit operator bool() const noexcept { return sense != nullptr; }
    // The reading that the neighbours of the phrase [from, this->end) decide for.
    constexpr const unit_sense* among(const char* begin, const char* from, const char* limit) const noexcept {
        const unit_sense* s = sense;
        while (s != nullptr && s->context != 0 && !has_neighbour(s->context, begin, from, end, limit))
            s = s->more != 0 ? s + 1 : nullptr;
        return s;
    }

    // The role of the reading that needs no neighbour.
    constexpr zh::role role() const noexcept {
        const unit_sense* s = sense;
        while (s != nullptr && s->context != 0) s = s->more != 0 ? s + 1 : nullptr;
        return s == nullptr ? zh::role::none : s->role();
    }

    // The reading with this role, or null.
    constexpr const unit_sense* as(zh::role wanted) const noexcept {
        for (const unit_sense* s = sense; s != nullptr; s = s->more != 0 ? s + 1 : nullptr)
            if (s->role() == wanted) return s;
        return nullptr;
    }
};

// The longest unit word that begins with the character `first` at `at`.
[[gnu::always_inline]] constexpr unit_match find_unit(const char* at, character first, const char* end) noexcept {
    constexpr trie words{tables::unit_cells};
    const auto found = longest(words, at, first, end);
    if (!found) return {};
    return {&tables::unit_senses[found.value], found.end};
}

// The longest unit word that begins at `at`.
constexpr unit_match find_unit(const char* at, const char* end) noexcept { return find_unit(at, zh::at(at, end), end); }

// True when `next` behind the character `first` may continue a unit word that `first` begins: 千米. Cheaper than to
// look the word up, and never false where there is one.
constexpr bool unit_may_go_on(character first, character next) noexcept {
    constexpr trie words{tables::unit_cells};
    const unsigned cell = words.step(0, first.id);
    return cell != 0 && (words.step(cell, next.id) != 0 || next.id == "("_c || next.id == invisible);
}

// The longest currency name or sign that ends at `at` (人民币, US$, ¥): its unit as value, its begin as end.
constexpr match find_currency_before(const char* begin, const char* at) noexcept {
    constexpr trie words{tables::currency_cells};
    return longest_before(words, begin, at);
}

}  // namespace shuliang::inline v0::zh
