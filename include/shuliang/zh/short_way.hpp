// zh/short_way.hpp - the short way for the commonest phrases: 3000名, 约12.5公里, 三名, 97.1%, 第3条, 2020年2月26日.
//
// Promise: what it reads, it reads as the rules would (a test compares the two). Wherever a character beside the number
// or behind its unit could set off a rule, it gives up and the rules decide: it is here for speed alone.
//
// No allocation; a fixed number of steps, besides the length of the unit word.
#pragma once

#include "shuliang/zh/numeral_tail.hpp"
#include "shuliang/zh/short_calendar.hpp"

namespace shuliang::inline v0::zh {

namespace detail {

// What stands behind a number and sets off a rule; `after` is looked at one by one.
inline constexpr auto right_marks = mark::space | mark::range | mark::list | mark::ratio | mark::fraction |
                                    mark::scientific | mark::bracket | mark::month_tail | mark::goes_on;

// True when the character `c` at `p`, behind a number, begins a unit although it could set off a rule: 5km, 3千瓦,
// 20分钟.
constexpr bool begins_plain_unit(const char* p, character c, const char* end) noexcept {
    const auto second = fast_at(p + c.length, end);
    if (c.id == "k"_c) return is_latin(second.id);
    if (c.id == "分"_c) return second.id != "之"_c;
    return (c.id == "千"_c || c.id == "兆"_c) && begins_unit(p, c, end);
}

// The unit behind the number `n`, and the record of both; `c` is the character behind it. False when more than a number
// and its unit may stand there.
[[gnu::noinline, gnu::hot]] constexpr bool finish_short(const reading& in, const short_left& l, const numeral& n,
                                                        character c, phrase& out) noexcept {
    const char* const text_end = in.w.end;
    const char* p = n.end;
    auto flags = n.flags;
    bool open_place = n.open_place;
    if (l.ordinal && any(flags)) [[unlikely]]
        return false;
    if (c.id == "余"_c || c.id == "多"_c) {
        // 3000余名; 多 must not begin a longer word.
        const auto behind = fast_at(p + c.length, text_end);
        if (n.single || n.range || any(flags) || l.ordinal || l.named || unit_may_go_on(c, behind)) [[unlikely]]
            return false;
        p += c.length;
        c = behind;
        flags = approx::over;
        open_place = true;
    }
    const bool spaced = has(c, mark::space);
    if (spaced) {
        // 30 克
        p = skip_spaces(p, text_end);
        c = fast_at(p, text_end);
    }
    if (has(c, right_marks) && !begins_plain_unit(p, c, text_end)) [[unlikely]]
        return false;
    const auto u = find_unit(p, c, text_end);
    const char* end = p;
    auto k = kind::ordinal;
    unit_id unit = 0;
    if (!u) {
        if (has(c, mark::lone_head) || c.cls() != char_class::none) [[unlikely]]
            return false;
        if (spaced || l.named || (!l.ordinal && (!n.single || any(l.flags)))) [[unlikely]]
            return false;
        out.resume = p;
        if (!l.ordinal) return true;  // a single character that counts nothing
    } else {
        const auto* sense = u.sense;
        if (sense->plain == 2) {
            sense = u.among(in.w.floor, l.begin, text_end);
            if (sense == nullptr) [[unlikely]]
                return false;
        }
        const auto r = sense->role();
        const bool one_reading = sense->more == 0 && sense->context == 0 && sense->unit != 0;
        if (sense->plain == 3 || (sense->plain == 0 && !(l.ordinal && one_reading))) [[unlikely]]
            return false;
        if (latin_goes_on(u.end, text_end)) [[unlikely]]
            return false;
        if (spaced && (l.named || r == role::noun)) [[unlikely]]
            return false;
        end = u.end;
        if (n.single && c.id == "人"_c && end > p + c.length) [[unlikely]]
            return false;  // 二人年庚
        const auto next = fast_at(end, text_end);
        if (l.ordinal) {
            if (!takes_ordinal(r) || r == role::oclock) [[unlikely]]
                return false;
            if (next.id == "之"_c || has(next, mark::space)) [[unlikely]]
                return false;  // 第七条之一
            unit = sense->unit;
        } else {
            if (r == role::position) [[unlikely]]
                return false;
            if (n.single && (any(l.flags) || next.id == c.id)) [[unlikely]]
                return false;  // 一个个
            k = kind_of(r);
            if (l.only_recent && k == kind::duration) [[unlikely]]
                return false;
            flags |= l.flags;
            if (!ends_short(in.w, end, next, r, flags)) [[unlikely]]
                return false;
            unit = meant(sense, *in.w.choices)->unit;
            if (unit == code::yuan) unit = in.w.choices->currency;
        }
    }
    out.begin = l.begin;
    out.end = out.resume = end;
    out.out.kind = k;
    out.out.unit = unit;
    out.out.approx = flags;
    out.out.open_place = open_place;
    if (n.range)
        out.set_range(n.value, n.high);
    else
        out.set(n.value);
    return true;
}

// 3比1, 85:49, which is no clock time; `next` is behind it.
[[gnu::noinline, gnu::hot]] constexpr bool finish_short_ratio(reading& in, const short_left& l, const numeral& n,
                                                              character next, character mark, phrase& out) noexcept {
    if (l.named || next.cls() != char_class::none ||
        has(next, right_marks | mark::unit | mark::name_head | mark::name_tail)) [[unlikely]]
        return false;
    out.begin = l.begin;
    out.end = out.resume = n.end;
    out.out.kind = kind::ratio;
    out.out.form = form::ratio;
    out.out.approx = l.flags;
    out.out.value(n.value);
    out.out.detailed = true;
    out.more->second = n.high;
    out.more->third = out.more->fourth = decimal{};
    out.more->terms = 2;
    if (mark.id == ":"_c) in.remember_score(l.begin, out.end);
    return true;
}

// 百分之三十, 三分之二; `n` is the denominator.
[[gnu::noinline, gnu::hot]] constexpr bool finish_short_fraction(const reading& in, const short_left& l,
                                                                 const numeral& n, phrase& out) noexcept {
    const char* const end = in.w.end;
    const auto zhi = fast_at(n.end + 3, end);
    if (zhi.id != "之"_c || n.range || any(n.flags) || n.value.coefficient == 0 || l.ordinal) [[unlikely]]
        return false;
    const auto m = read_numeral(n.end + 3 + zhi.length, end);
    if (!m || m.half || m.range || m.overflow || any(m.flags)) [[unlikely]]
        return false;
    const auto c = fast_at(m.end, end);
    const auto beyond = has(c, mark::space) ? fast_at(skip_spaces(m.end, end), end) : c;
    if (has(beyond, mark::after | mark::range) || beyond.cls() != char_class::none) [[unlikely]]
        return false;
    out.begin = l.begin;
    out.end = out.resume = m.end;
    out.out.approx = l.flags;
    const bool permille = n.value == decimal{1000};
    if (permille || n.value == decimal{100}) {
        out.out.kind = kind::percent;
        out.out.unit = permille ? code::permille : code::percent;
        out.set(m.value);
    } else {
        out.out.kind = kind::fraction;
        out.set_fraction(m.value, n.value);
    }
    return true;
}

// A list mark: 一、 at the beginning of a clause. `n.next` is what follows the number.
[[gnu::noinline, gnu::hot]] constexpr bool finish_list_mark(const reading& in, const numeral& n, character next,
                                                            phrase& out) noexcept {
    if (fast_at(n.end + next.length, in.w.end).cls() != char_class::none || !is_list_mark(in, {}, n)) [[unlikely]]
        return false;
    out.begin = n.begin;
    out.end = out.resume = n.end;
    out.out.kind = kind::ordinal;
    out.set(n);
    return true;
}

// Decimals behind the whole number `v` of a number that ends at `p`, at a point; moves both. -1 when the short way does
// not take them, else how many there are.
constexpr int read_decimals(const char*& p, const char* end, std::int64_t& v) noexcept {
    if (end - p < 9) return -1;
    const auto run = first_digits(p + 1);
    if (run.length == 0 || run.length == 8) return -1;
    v = v * powers_of_ten[run.length] + run.value;
    p += 1 + run.length;
    return run.length;
}

// Groups of three digits behind the whole number `v` of a number that ends at `p`, at a comma; moves both.
[[gnu::noinline, gnu::hot]] constexpr bool read_groups_of_three(const char*& p, const char* end,
                                                                std::int64_t& v) noexcept {
    for (int groups = 0; *p == ',' && groups < 4; ++groups) {
        if (end - p < 9) [[unlikely]]
            return false;
        const auto group = first_digits(p + 1);
        if (group.length != 3) [[unlikely]]
            return false;
        v = v * 1000 + group.value;
        p += 4;
    }
    return *p != ',';
}

// 3-5人, 3~5%, 3比1, 7:30: `n` is the first number, `joint` the character behind it. The second number is like it and
// ends before a character that sets off nothing.
[[gnu::noinline, gnu::hot]] constexpr bool read_short_pair(reading& in, const short_left& l, character previous,
                                                           numeral n, character joint, phrase& out) noexcept {
    const char* const end = in.w.end;
    const char* const second = n.end + joint.length;
    if (end - second < 17 || l.ordinal || l.labelled) [[unlikely]]
        return false;
    const auto far = first_digits(second);
    if (joint.id == ":"_c && !n.fraction && n.digits <= 2 && far.length == 2 && n.value.coefficient <= 24 &&
        far.value <= 59)
        return finish_short_clock(in, l, previous, static_cast<int>(n.value.coefficient), second, out);
    if (far.length == 0 || far.length + n.digits >= 10 || far.length == 8 || (far.length > 1 && *second == '0') ||
        n.digits == 4 || l.named) [[unlikely]]
        return false;
    n.end = second + far.length;
    std::int64_t v = far.value;
    const int places = *n.end == '.' ? read_decimals(n.end, end, v) : 0;
    if (places < 0) [[unlikely]]
        return false;
    const auto next = fast_at(n.end, end);
    n.high = decimal{v, -places};
    if (has(joint, mark::ratio)) return finish_short_ratio(in, l, n, next, joint, out);
    if (has(next, mark::after) || (has(next, mark::name_head) && !is_latin(next.id)) || !(n.value < n.high))
        [[unlikely]]
        return false;
    n.range = true;
    return finish_short(in, l, n, next, out);
}

// 2020-02-26, 2020/1/2, 2015.6.24: `p` is before the year.
[[gnu::noinline, gnu::hot]] constexpr bool finish_short_iso(const reading& in, const short_left& l, const char* p,
                                                            phrase& out) noexcept {
    const auto m = read_iso(p, in.w.end);
    if (!m || l.ordinal || any(l.flags) || fast_at(m.end, in.w.end).id == "-"_c) [[unlikely]]
        return false;
    finish_moment(in.w, l.begin, m, {}, out);
    return true;
}

// The short way for numbers that begin with an ASCII digit at `p`.
constexpr bool read_short_digits(reading& in, const char* p, character previous, phrase& out) noexcept {
    const char* const end = in.w.end;
    short_left l;
    if (end - p < 17 || !read_short_left(in, p, previous, l) || in.each_end == l.begin || in.each_number == l.begin)
        [[unlikely]]
        return false;
    if (has(previous, mark::list | mark::range | mark::space) && goes_on_list_of_ordinals(in.w, p)) [[unlikely]]
        return false;
    const auto run = first_digits(p);
    if (run.length == 0 || run.length == 8 || (run.length > 1 && *p == '0')) [[unlikely]]
        return false;
    std::int64_t v = run.value;
    int places = 0;
    numeral n;
    n.begin = p;
    n.end = p + run.length;
    n.arabic = true;
    n.digits = static_cast<std::int16_t>(run.length);
    if (run.length == 4 && (*n.end == '-' || *n.end == '/' || *n.end == '.')) return finish_short_iso(in, l, p, out);
    if (*n.end == ',') {
        if (run.length > 3 || l.ordinal || !read_groups_of_three(n.end, end, v)) [[unlikely]]
            return false;
        n.grouped = true;
    }
    if (*n.end == '.') {
        places = l.ordinal ? -1 : read_decimals(n.end, end, v);
        if (places < 0) [[unlikely]]
            return false;
        n.fraction = true;
    }
    n.value = n.high = n.mantissa = decimal{v, -places};
    auto next = fast_at(n.end, end);
    if (is_calendar_word(next, n.end, end)) {
        if (n.fraction || n.digits > 4) [[unlikely]]
            return false;
        return finish_short_date(in, l, previous, n.end, static_cast<int>(v), run.length, next, out) ||
               hand_on(in, l, n, previous, next, out);
    }
    if ((next.id == "时"_c || next.id == "点"_c) && has(previous, mark::day_part_tail) && !n.fraction &&
        finish_short_hour(in, l, n.end, static_cast<int>(v), run.length, next, out))
        return true;
    if (next.id == "a"_c || next.id == "p"_c || next.id == "A"_c || next.id == "P"_c) [[unlikely]]
        return false;  // 5pm
    if (has(next, mark::range | mark::ratio))
        return read_short_pair(in, l, previous, n, next, out) || hand_on(in, l, n, previous, next, out);
    if (has(next, mark::name_head) && !is_latin(next.id)) return l.ordinal && hand_on(in, l, n, previous, next, out);
    auto great = next;
    const auto flag = inner_flag(great.id);
    if (any(flag)) great = fast_at(n.end + next.length, end);
    if (great.id == "万"_c || great.id == "亿"_c) {
        const char* const multiplier = n.end + (any(flag) ? next.length : 0);
        if (unit_may_go_on(great, fast_at(multiplier + great.length, end)) && begins_unit(multiplier, great, end))
            [[unlikely]]
            return false;
        n.end = multiplier + great.length;
        next = fast_at(n.end, end);
        n.flags = flag;
        n.open_place = flag == approx::over;
        int power = great.value();
        const bool twice = great.id == "万"_c && next.id == "亿"_c;
        if (twice) {
            // 10万亿
            power += next.value();
            n.end += next.length;
            next = fast_at(n.end, end);
        }
        n.power = static_cast<std::int16_t>(power);
        n.value = n.high = decimal{v, power - places};
        return finish_short(in, l, n, next, out) || (!twice && hand_on(in, l, n, previous, next, out));
    }
    return finish_short(in, l, n, next, out) || hand_on(in, l, n, previous, next, out);
}

// The short way for the number `n` in Chinese characters, which begins with `c` and ends before `next`.
constexpr bool read_short_numeral(reading& in, character c, character previous, character next, const numeral& n,
                                  phrase& out) noexcept {
    short_left l;
    if (!read_short_left(in, n.begin, previous, l) || in.each_end == l.begin || in.each_number == l.begin) [[unlikely]]
        return false;
    if (next.id == "分"_c && !l.labelled && finish_short_fraction(in, l, n, out)) return true;
    if (n.bare || (n.financial && n.single) || c.cls() == char_class::pair || n.value.coefficient == 0 ||
        (n.range && l.ordinal)) [[unlikely]]
        return false;
    if (is_calendar_word(next, n.end, in.w.end) && !n.range && !n.fraction && !any(n.flags) && n.power == 0 &&
        c.id != "两"_c) {
        const auto v = n.value.as_integer();
        const bool odd = n.single && c.id == "一"_c && next.id == "日"_c;
        const int digits = n.positional ? n.digits : 1;
        if (v && *v <= 9999 && !odd && (digits == 1 || digits == 4) &&
            finish_short_date(in, l, previous, n.end, static_cast<int>(*v), digits, next, out))
            return true;
    } else if (!n.positional) {
        if (next.id == "、"_c && n.single && !l.ordinal && !any(l.flags) && finish_list_mark(in, n, next, out))
            return true;
        if (finish_short(in, l, n, next, out)) return true;
    }
    return !n.positional && hand_on(in, l, n, previous, next, out);
}

}  // namespace detail

}  // namespace shuliang::inline v0::zh
