// zh/bare.hpp - numbers without a unit: cardinals, ½, 一半, or nothing.
#pragma once

#include "shuliang/zh/ordinal.hpp"

namespace shuliang::inline v0::zh {

constexpr void read_vulgar(const reading& in, const char* p, character c, phrase& out) noexcept {
    out.begin = p;
    out.out.kind = kind::fraction;
    out.set_fraction(decimal{c.value() / 100}, decimal{c.value() % 100});
    const char* end = p + c.length;
    amount a;
    a.n.begin = p;
    a.n.end = end;
    attach_unit(a, in.w, end, p);
    if (a.sense != nullptr && a.role() != role::noun) {
        // ½杯: a quantity with a decimal value where there is one.
        const auto v = rational::make(decimal{c.value() / 100}, decimal{c.value() % 100});
        const auto d = v ? v->as_decimal() : std::nullopt;
        if (d) {
            out.set(*d);
            out.out.detailed = false;
        }
        out.out.kind = detail::kind_of(a.role());
        out.out.unit = a.sense->unit;
        end = a.end;
    }
    out.end = out.resume = end;
}

constexpr void read_one_half(const reading& in, const left_context& l, const numeral& n, phrase& out) noexcept {
    const char* end = n.end + 3;
    out.begin = l.begin;
    out.out.kind = kind::fraction;
    out.set_fraction(1, 2);
    read_after(in.w, end, out.out, false);
    out.end = out.resume = end;
}

// 3.2 at the beginning of a line, with a space and a heading behind it: the number of a section.
[[gnu::always_inline]] constexpr bool is_section_number(const window& w, const numeral& n) noexcept {
    const char* q = skip_spaces_back(w.begin, n.begin);
    while (q != w.begin && n.begin - q < 8 && (q[-1] == '#' || q[-1] == '*')) --q;
    if (q != w.begin && q[-1] != '\n' && q[-1] != '\r') return false;
    const char* title = skip_spaces(n.end, w.end);
    return n.end - n.begin <= 15 && (title != n.end ? is_han(title, w.end) : at(n.end, w.end).id == "、"_c);
}

constexpr void finish_bare(reading& in, const left_context& l, amount& a, const char* end, phrase& out) noexcept {
    const auto& n = a.n;
    const char* q = a.end > end ? a.end : end;
    out.set(n);
    detail::apply_sign(out, l);
    if (n.arabic && l.currency == 0 && is_list_mark(in, l, n) && !n.range) {
        out.out.kind = kind::ordinal;
        out.out.approx = approx::exact;
        out.begin = n.begin;
        out.end = out.resume = n.end;
        return;
    }
    if (n.arabic && n.fraction && n.power == 0 && n.digits <= 2 && !n.range && !any(out.out.approx) &&
        l.begin == n.begin && is_section_number(in.w, n))
        return finish_name({n.begin, n.end}, out);
    end = n.range ? q : end;
    read_after(in.w, end, out.out, false);
    if (out.out.kind == kind::money) detail::add_rate(in.w, out, end);
    out.end = out.resume = end;
    add_each(in, a, out);
}

// A number without a unit: a cardinal, or nothing when a single character or two loose ones.
constexpr void read_bare(reading& in, const left_context& l, amount& a, phrase& out) noexcept {
    const auto& n = a.n;
    const char* end = a.number_end;
    out.reset();
    if (at(n.end, in.w.end).cls() == char_class::multiplier) {
        // 6兆, where 兆 is no number: 6 would be a wrong one.
        out.resume = n.end;
        return;
    }
    out.resume = a.n.range && a.end > n.end ? a.end : end;
    out.begin = l.begin;
    out.out.kind = kind::cardinal;
    out.out.approx = l.flags | a.flags;
    out.out.open_place = a.open_place;
    if (l.currency != 0 && n.arabic) {
        out.out.kind = kind::money;
        out.out.unit = l.currency;
    } else if (l.currency != 0) {
        // 人民币一百: the name is a word like any other.
        if (n.single) return;
        out.out.kind = kind::money;
        out.out.unit = l.currency;
    }
    if (l.loose_minus && n.single && !n.arabic) return;
    if (l.loose_minus && !n.fraction) {
        left_context none;
        none.begin = n.begin;
        out.begin = n.begin;
        none.flags = l.flags;
        return finish_bare(in, none, a, end, out);
    }
    if (n.half) return;
    // 80后, 95后: those born then.
    if (n.arabic && n.digits == 2 && !n.fraction && n.power == 0 && !n.range && !any(out.out.approx) &&
        at(n.end, in.w.end).id == "后"_c &&
        (n.leading_zero || n.value.normalized().exponent + (n.value.coefficient % 10 == 5 ? 1 : 0) != 0))
        return finish_name({n.begin, n.end + 3}, out);
    // 李十八郎, 杜十娘: the rank among brothers and sisters is a name.
    if (!n.arabic && !n.bare && !any(out.out.approx) && n.power == 0 && n.value < decimal{100} &&
        has_neighbour(tables::beside::kin, in.w.floor, n.begin, n.end, in.w.end) &&
        !has_neighbour(tables::beside::people, in.w.floor, n.begin, n.end, in.w.end))
        return;
    const bool joined = n.range && a.number_end > n.end;  // 十到二十
    if (!n.arabic && l.currency == 0 && !joined) {
        // 一半
        if (n.single && n.value == decimal{1} && at(n.end, in.w.end).cls() == char_class::half)
            return read_one_half(in, l, n, out);
        if (n.single && l.negative && !n.bare) {
            if (starts_with_any(n.end, in.w.end, "大"_w, "小"_w, "老"_w)) return;  // 负一大树: 负 is a verb
            return finish_bare(in, l, a, end, out);
        }
        if (n.single && !n.bare && a.open_place) return finish_bare(in, l, a, end, out);  // 十余巨觥
        if (n.single && !n.bare) {
            if (is_list_mark(in, l, n)) {
                out.out.kind = kind::ordinal;
                out.out.approx = approx::exact;
                out.begin = n.begin;
                out.set(n);
                out.end = n.end;
                out.resume = n.end;
            }
            return;
        }
        if (is_list_mark(in, l, n)) {
            // 十一、 at the beginning of a line
            out.out.kind = kind::ordinal;
            out.set(n);
            out.begin = n.begin;
            out.end = out.resume = n.end;
            return;
        }
        const bool said = n.power >= 4 && n.end - n.begin == 6 &&
                          ends_with_any(in.w.floor, l.begin, "破"_w, "达"_w, "达到"_w, "超"_w, "过"_w, "到"_w, "至"_w);
        const bool crowd = n.power >= 4 && n.end - n.begin == 6 &&
                           has_neighbour(tables::beside::crowd, in.w.floor, n.begin, n.end, in.w.end);
        if (n.bare && !any(out.out.approx) && n.end - n.begin <= 6 && !said && !crowd) return;
        if (n.pair && n.power == 0 && n.end - n.begin <= 6) return;
        if (n.positional && n.digits == 2) return;
        if (n.positional && n.digits <= 4 &&
            has_neighbour(tables::beside::incident, in.w.floor, n.begin, n.end, in.w.end))
            return;  // 八一四空战
        if (n.single && !(n.bare && any(out.out.approx))) return;
        if (any(n.flags & approx::indefinite) && n.end - n.begin <= 3) return;
    }
    finish_bare(in, l, a, end, out);
}

}  // namespace shuliang::inline v0::zh
