// zh/short_left.hpp - the short way on the left of a number, and from there on to the rules.
//
// Promise: as in zh/short_way.hpp: what it reads, it reads as the rules would.
#pragma once

#include "shuliang/zh/numeral_tail.hpp"
#include "shuliang/zh/rules.hpp"

namespace shuliang::inline v0::zh {

namespace detail {

// What stands before a number and may belong to it, or make a name of it.
inline constexpr auto left_marks = mark::sign | mark::space | mark::month_tail | mark::name_tail | mark::lone_tail |
                                   mark::about_tail | mark::money_tail | mark::label_tail | mark::day_part_tail |
                                   mark::era_tail;
// What touches the number on its left, when the short way can tell.
struct short_left : left_context {
    bool named = false;     // a label or a colon stands before it, so that it may mean something without a unit
    bool labelled = false;  // a label does, which may make a name of it
};

// What stands before the number at `p`, behind `previous`; false when the short way cannot tell what it means.
[[gnu::noinline, gnu::hot]] constexpr bool read_short_left(const reading& in, const char* p, character previous,
                                                           short_left& l) noexcept {
    l.begin = p;
    if (!has(previous, left_marks)) return previous.id != invisible;
    if (previous.id == "第"_c) {
        l.ordinal = true;
        l.begin = p - previous.length;
        return fast_before(in.w.floor, l.begin).id != "字"_c;
    }
    if (previous.id == " "_c) {
        const auto beyond = fast_before(in.w.floor, skip_spaces_back(in.w.floor, p));
        return !has(beyond, left_marks | mark::noise) && beyond.cls() != char_class::digit;
    }
    if (has(previous, mark::month_tail | mark::name_tail)) [[unlikely]]
        return false;
    if (has(previous, mark::sign)) {
        // 零上, 零下, 摄氏 end like other words; everything else is a sign.
        const auto start = fast_before(in.w.floor, p - previous.length);
        if (previous.length != 3 || previous.id == "负"_c || start.id == "零"_c || start.id == "摄"_c ||
            start.id == "华"_c) [[unlikely]]
            return false;
    }
    if (has(previous, mark::money_tail) && find_currency_before(in.w.floor, p)) [[unlikely]]
        return false;
    if (previous.id == ":"_c) {
        // 2:30 has been read as a whole.
        l.named = true;
        const char* label = skip_spaces_back(in.w.floor, p - previous.length);
        const auto last = fast_before(in.w.floor, label);
        l.labelled = last.id == "字"_c || label_before(in.w.floor, label) != 0;
        return fast_before(in.w.floor, p - previous.length).cls() != char_class::digit;
    }
    if (has(previous, mark::label_tail)) {
        const char* label = p;
        const int sort = label_before(in.w.floor, label);
        if (sort == 2) [[unlikely]]
            return false;
        l.named = l.labelled = sort != 0;
    }
    if (!has(previous, mark::about_tail)) return true;
    const auto word = approximation_before(in.w.floor, p);
    if (!word) return true;
    const bool one = word.edge + previous.length == p;
    if (one && (previous.id == "上"_c || previous.id == "好"_c)) [[unlikely]]
        return false;
    l.only_recent = one && previous.id == "近"_c;
    l.begin = word.edge;
    l.flags = word.flag;
    const auto beyond = fast_before(in.w.floor, word.edge);
    if (has(beyond, mark::space)) [[unlikely]]
        return false;
    return !has(beyond, mark::about_tail) || !approximation_before(in.w.floor, word.edge);
}

// Hands the number `n` on to the rules, together with what the short way knows: what stands on its left, and that it
// names nothing. False when they have to begin with those.
[[gnu::noinline, gnu::hot]] constexpr bool hand_on(reading& in, short_left& l, const numeral& n, character previous,
                                                   character next, phrase& out) noexcept {
    constexpr auto joints = mark::range | mark::fraction | mark::goes_on;
    if (l.labelled || has(next, mark::noise) || in.w.choices->spaced_digits || (next.id == "年"_c && n.digits <= 3))
        [[unlikely]]
        return false;
    if (has(next, joints) && has(fast_at(n.end + next.length, in.w.end), mark::noise)) [[unlikely]]
        return false;
    if (may_have_tail(next) && (next.cls() != char_class::none ||
                                fast_at(n.end + next.length, in.w.end).cls() == char_class::blank)) [[unlikely]]
        return false;  // 2½, 11点几
    if (n.arabic) {
        // 26/02/2020, 6 p.m., 400 820 8820
        if (n.digits <= 3 && (next.id == "/"_c || next.id == "."_c || has(next, mark::space) || n.grouped))
            return false;
        if (next.id == "-"_c || (has(next, mark::name_head) && (!l.ordinal || next.length != 3)) ||
            !ends_before(n.end, next, in.w.end) || (n.digits == 4 && has(next, mark::range | mark::list)) ||
            (has(next, mark::space) && has(previous, mark::label_tail | mark::space))) [[unlikely]]
            return false;
    }
    out.resume = n.end;
    if (l.ordinal)
        read_ordinal(in, l, n, out);
    else
        read_joined(in, l, n, previous, next, out);
    return true;
}

}  // namespace detail

}  // namespace shuliang::inline v0::zh
