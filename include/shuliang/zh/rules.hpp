// zh/rules.hpp - the one place that decides what a number is, by asking every rule in turn.
//
// The order of the rules is the grammar: dates in digits before names, names before everything else, then fractions,
// clock times, dates, ratios, ranges and lists, and last the unit that the number has or has not.
//
// constexpr, no allocation; a fixed number of steps besides the length of what is joined.
#pragma once

#include "shuliang/zh/date_rules.hpp"
#include "shuliang/zh/list_rules.hpp"
#include "shuliang/zh/with_unit.hpp"

namespace shuliang::inline v0::zh {

namespace detail {

// 京字第07311号: the name of a file, which has 字 before 第.
[[gnu::noinline]] constexpr void finish_file_number(const reading& in, const left_context& l, const numeral& n,
                                                    phrase& out) noexcept {
    const char* begin = before_word(in.w.floor, l.begin, "字"_w);
    if (before(in.w.floor, begin).id == ")"_c) {
        // (京)字第07311号
        for (const char* q = begin; q > in.w.floor && begin - q < 16; q -= before(in.w.floor, q).length)
            if (q[-1] == '\n') {
                break;
            } else if (at(q, in.w.end).id == "("_c) {
                begin = q;
                break;
            }
    }
    // 台参字第 0950191473C 号
    const char* end = detail::name_end(n.end, in.w.end);
    const char* number_word = skip_spaces(end, in.w.end);
    if (at(number_word, in.w.end).id == "号"_c) end = number_word + 3;
    return finish_name({begin, end}, out);
}

// A number beyond longest_joined: no rule joins it with anything but its unit.
[[gnu::noinline]] constexpr void read_long(reading& in, const char* p, const numeral& n, character previous,
                                           phrase& out) noexcept {
    left_context l;
    l.begin = p;
    if (may_belong(previous) || in.w.own != nullptr) read_left(in.w, p, n, l);
    auto a = read_amount(in.w, n, l.begin);
    if (a.sense == nullptr) return read_bare(in, l, a, out);
    read_with_unit(in, l, a, out);
}

// A cheap test for what read_identifier looks at.
constexpr bool may_be_name(const numeral& n, character previous, character next) noexcept {
    if (has(previous, mark::label_tail | mark::space) || previous.id == ":"_c) return true;
    if (previous.id == "("_c && next.id == ")"_c) return true;
    return n.arabic && (has(previous, mark::name_tail) || has(next, mark::name_head) || n.leading_zero ||
                        n.digits >= 11 || (n.digits == 3 && (next.id == " "_c || n.grouped)));
}

}  // namespace detail

// What a number is that names nothing, together with what stands beside it. `l` is what touches the number `n` on its
// left, `previous` and `next` are the characters on either side of it.
[[gnu::noinline]] constexpr void read_joined(reading& in, left_context& l, const numeral& n, character previous,
                                             character next, phrase& out) noexcept {
    if (has(previous, mark::month_tail) && read_weekday(in, n.begin, n, out)) return;
    if (n.arabic && !any(l.flags) && !l.negative && read_short_date(in, n, previous, next, out)) return;
    if (next.id == "几"_c && read_some_year(l, n, in.w, out)) return;
    if (has(next, mark::fraction)) {
        if (read_fraction(in.w, l, n, out)) return;
        out.reset();
        out.resume = n.end;
        if (any(n.flags & approx::indefinite) && starts_with_any(n.end, in.w.end, "分之"_w)) {
            // 几十分之一: nobody can say of what.
            const auto m = read_numeral(n.end + 6, in.w.end);
            if (m) out.resume = m.end;
            return;
        }
    }
    if (next.id == ":"_c && n.arabic && !is_colon_score(in, n) && read_colon_time(in, l, n, out)) return;
    auto a = read_amount(in.w, n, l.begin);
    if (!any(a.n.flags) &&
        (a.sense != nullptr || has(next, mark::range | mark::list | mark::space | mark::month_tail) ||
         has(previous, mark::month_tail) || next.cls() == char_class::numeral) &&
        read_calendar_at(in, l, n, a, out))
        return;
    if (next.id == "/"_c && read_slash_fraction(in.w, l, n, out)) return;
    if (has(next, mark::ratio | mark::space) && read_ratio(in.w, l, n, out)) {
        if (next.id == ":"_c) in.remember_score(n.begin, out.end);
        return;
    }
    if (n.half) return read_half(in, l, a, out);
    if (next.id == "("_c) skip_repeated(in.w, a);
    const auto behind = at(a.end, in.w.end);
    const bool tolerance = has(behind, mark::bracket | mark::space) && read_tolerance(in.w, a);
    if (tolerance && a.sense == nullptr && previous.id == "("_c && at(a.end, in.w.end).id == ")"_c) {
        // （45.6±12.3）岁: the unit serves the bracket.
        auto outer = a;
        outer.number_end = outer.end = a.end + at(a.end, in.w.end).length;
        attach_unit(outer, in.w, outer.end, l.begin);
        if (outer.sense != nullptr) {
            a = outer;
            l.begin = n.begin - previous.length;
        }
    }
    if (!tolerance && a.sense == nullptr && n.arabic && next.id == "-"_c && read_hyphen(in, l, n, true, out)) return;
    const bool range = !tolerance && has(behind, mark::range | mark::space) && read_range(in.w, l, a);
    if (a.sense == nullptr && !range && !tolerance &&
        (has(behind, mark::list | mark::space) || has(behind, mark::scientific)))
        borrow_unit(in, a, l);
    if (!range && a.sense == nullptr && n.arabic && next.id == "-"_c && read_hyphen(in, l, n, false, out)) return;
    if (l.only_recent && any(a.n.flags & approx::indefinite) && a.sense != nullptr &&
        detail::kind_of(a.role()) == kind::duration) {
        // 近几年来: "recent", and outside.
        l.flags = approx::exact;
        l.begin = n.begin;
    }
    if (a.sense == nullptr) return read_bare(in, l, a, out);
    read_with_unit(in, l, a, out);
}

// Every rule in turn for the number `n` at `p`, between the characters `previous` and `next`: what stands on its left,
// whether it is the name of something, and if not, what read_joined says.
[[gnu::noinline]] constexpr void read_by_rules(reading& in, const char* p, const numeral& n, character previous,
                                               character next, phrase& out) noexcept {
    if (n.arabic && next.id == "-"_c) {
        // A long chain of digits and hyphens is one name, wherever the text is cut.
        const auto chain = detail::read_groups(n.end + next.length, in.w.end);
        if (chain.groups != 0 && chain.end - p > longest_joined) return finish_name({p, chain.end}, out);
    }
    if (n.end - n.begin > longest_joined) return detail::read_long(in, p, n, previous, out);
    left_context l;
    l.begin = p;
    if (may_belong(previous) || in.w.own != nullptr) read_left(in.w, p, n, l);
    if (in.ordinals_to != nullptr && p < in.ordinals_to && !l.ordinal) {
        // 第1、2轮: the 第 serves the whole list.
        l = left_context{};
        l.begin = p;
        l.ordinal = true;
    } else if (n.arabic && !l.ordinal && !n.fraction && n.digits <= 4 && n.power == 0 && !any(n.flags | l.flags) &&
               goes_on_list_of_ordinals(in.w, p)) {
        const auto u = find_unit(in.w, skip_spaces(n.end, in.w.end));
        if (!u || takes_ordinal(u.role())) {
            l.begin = p;
            l.ordinal = true;
        }
    }
    // Dates in digits come before names: 2020-02-26 has the shape of a telephone number.
    const bool path = previous.id == "/"_c && is_latin(before(in.w.floor, p - previous.length).id);  // a.cn/2020/03
    if (n.arabic && n.digits == 4 && (n.fraction || has(next, mark::range | mark::list)) && !is_latin(previous.id) &&
        !path && !l.ordinal && read_calendar(in.w, l, n, {}, true, in.carried, out))
        return;
    if (l.ordinal && n.arabic && ends_with_any(in.w.floor, l.begin, "字"_w))
        return detail::finish_file_number(in, l, n, out);
    if (n.arabic && n.digits <= 2 && (next.id == "/"_c || next.id == "-"_c || next.id == "."_c) &&
        read_day_first(in, l, n, out))
        return;
    if (previous.id == "("_c && next.id == ")"_c &&
        (read_bracketed_ordinal(in, n, out) || read_bracketed_day(in, n, out)))
        return;
    if (previous.id == "差"_c && read_before_hour(in, l, n, out)) return;
    if (n.positional && n.digits >= 3 && is_spoken_name(in.w, n))
        return finish_name({detail::name_begin(in.w.floor, p), n.end}, out);
    if (n.arabic && n.digits <= 2 && has(next, mark::name_head | mark::space) && read_latin_hour(in, l, n, out)) return;
    if (next.id == "年"_c && n.digits <= 3)
        if (const char* end = detail::year_case_number_end(in.w, n)) return finish_name({p, end}, out);
    if (!(l.ordinal && n.arabic) && detail::may_be_name(n, previous, next))
        if (const auto name = read_identifier(in.w, p, n, l)) return finish_name(name, out);
    if (l.ordinal) return read_ordinal(in, l, n, out);
    read_joined(in, l, n, previous, next, out);
}

}  // namespace shuliang::inline v0::zh
