// text_of.hpp - a quantity, or its unit, as a line of text for logs, messages and other programs.
//
// `text_of(q)` is the record without its place: `count 3000 名 ~over`, `money 30000..50000 CNY`. `ucum(u)` is the unit
// as UCUM writes it, with what UCUM does not know in braces: km/h, {名}, {CNY}.
//
// constexpr, noexcept, no allocation: the text is held by value and bounded; nothing is cut.
#pragma once

#include <string_view>

#include "shuliang/quantity.hpp"

namespace shuliang::inline v0 {

using unit_text = fixed_text<256>;
using quantity_text = fixed_text<1536>;

namespace detail {

// Codes of the tables that look like UCUM and are not. Codes of currencies and measure words are told by dimension,
// Chinese ones by their letters.
inline constexpr std::string_view outside_ucum[] = {"pp", "bp", "tf", "mas", "Da", "kDa", "dB[mW]"};

constexpr bool is_ucum(unit u) noexcept {
    if (u.dimension() == dimension::count || u.dimension() == dimension::currency) return false;
    for (const char c : u.code())
        if (static_cast<unsigned char>(c) >= 0x80U) return false;
    for (const auto other : outside_ucum)
        if (u.code() == other) return false;
    return true;
}

template <class Text>
constexpr void push_ucum(Text& out, unit u) noexcept {
    if (u == "‰") return out.push("[ppth]");
    const bool known = is_ucum(u);
    if (!known) out.push('{');
    out.push(u.code());
    if (!known) out.push('}');
}

}  // namespace detail

// `1` for the empty unit, as UCUM has it.
constexpr unit_text ucum(unit u) noexcept {
    unit_text out;
    if (u.empty())
        out.push('1');
    else
        detail::push_ucum(out, u);
    return out;
}

// With the denominator of a rate: {CNY}/{人}, {例}/(100000.{人}).
constexpr unit_text ucum(const quantity& q) noexcept {
    auto out = ucum(q.unit());
    if (q.per().empty()) return out;
    const auto many = q.per_value().as_integer();
    const bool factor = q.per_value() != decimal{1};
    out.push(factor ? "/(" : "/");
    // UCUM has whole factors only; another one goes into braces.
    if (factor && !many) out.push('{');
    if (factor) out.push(q.per_value().text().view());
    if (factor) out.push(many ? "." : "}.");
    detail::push_ucum(out, q.per());
    if (factor) out.push(')');
    return out;
}

// Kind, value or `from..to` or `overflow`, unit, `~flags`, `alt=`, `per=`, `per_value=`; what does not apply is left
// out.
constexpr quantity_text text_of(const quantity& q) noexcept {
    quantity_text out;
    const auto word = [&out](std::string_view before, std::string_view text) {
        if (text.empty()) return;
        out.push(before);
        out.push(text);
    };
    out.push(name(q.kind()));
    word(" ", text_of_value(q).view());
    word(" ", text_of_from(q).view());
    word("..", text_of_to(q).view());
    if (q.overflowed()) out.push(" overflow");
    word(" ", q.unit().code());
    bool first = true;
    for (unsigned bit = 0; bit < 7; ++bit) {
        if (!q.is(static_cast<approx>(1U << bit))) continue;
        word(first ? " ~" : ",", approx_names[bit]);
        first = false;
    }
    word(" alt=", q.alternative(0).code());
    word(",", q.alternative(1).code());
    word(" per=", q.per().code());
    if (q.per_value() != decimal{1}) word(" per_value=", q.per_value().text().view());
    return out;
}

}  // namespace shuliang::inline v0
