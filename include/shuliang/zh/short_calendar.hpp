// zh/short_calendar.hpp - the short way for dates, years and clock times: 2020年2月26日, 26日24时, 三年, 下午3:20.
//
// Promise: as in zh/short_way.hpp: what it reads, it reads as the rules would.
#pragma once

#include "shuliang/zh/short_left.hpp"

namespace shuliang::inline v0::zh {

namespace detail {

// True when the range mark `c` at `p` may join what stands before it with a number or a moment behind it. 到 and 至 are
// also verbs, before which nothing but such a beginning counts.
constexpr bool range_may_follow(const char* p, character c, const char* end) noexcept {
    if (c.id != "到"_c && c.id != "至"_c) return true;
    const auto next = fast_at(p + c.length, end);
    return next.cls() != char_class::none || next.length != 3 || next.id == "¥"_c || next.id == invisible ||
           has(next, mark::sign | mark::space | mark::day_part_head | mark::era_head);
}

// Over words of approximation and spaces behind the unit that ends at `end`; false when more may belong to the phrase.
[[gnu::always_inline]] constexpr bool ends_short(const window& w, const char*& end, character c, role r,
                                                 approx& flags) noexcept {
    constexpr auto more = mark::tail | mark::bracket;
    if (has(c, mark::after)) {
        if (c.id == "多"_c || c.id == "余"_c || c.id == "来"_c || c.id == "把"_c || c.id == "+"_c) return false;
        if (const auto word = approximation_after(end, w.end)) {
            flags |= word.flag;
            end = word.edge;
            c = fast_at(end, w.end);
            if (has(c, mark::after)) return false;
        }
    }
    if (r == role::money && (c.id == "整"_c || c.id == "正"_c)) {
        // 伍佰元整
        end += c.length;
        c = fast_at(end, w.end);
        return !has(c, more | mark::space | mark::range);
    }
    const char* p = end;
    if (has(c, mark::space)) {
        p = skip_spaces(end, w.end);
        c = fast_at(p, w.end);
        if (has(c, mark::after)) return false;
    }
    if (has(c, mark::range) && range_may_follow(p, c, w.end)) return false;
    if (!has(c, more)) return true;
    if (c.id == "("_c) {
        // A measure word or pinyin in brackets belongs to the phrase, anything else does not.
        const auto inside = fast_at(p + c.length, w.end);
        return inside.length == 3 && inside.cls() == char_class::none &&
               (!has(inside, mark::unit) || !find_unit(p + c.length, inside, w.end));
    }
    return c.id == "整"_c || c.id == "正"_c || (r != role::money && c.id == "人"_c);
}

// The unit 年 月 or 日, where no longer word begins (年代, 月份, 日元).
constexpr bool is_calendar_word(character c, const char* p, const char* end) noexcept {
    return (c.id == "年"_c || c.id == "月"_c || c.id == "日"_c) && !unit_may_go_on(c, fast_at(p + c.length, end));
}

// Over the calendar word `wanted` at `p`, unless a longer word begins there.
constexpr bool take_calendar_word(const char*& p, const char* end, character& next, char_id wanted) noexcept {
    const auto word = next;
    if (word.id != wanted) return false;
    p += word.length;
    next = fast_at(p, end);
    return !unit_may_go_on(word, next);
}

// The next part of a date: one or two ASCII digits at `p` that make 1 to `most`, and the calendar word `wanted` behind
// them; moves over both. 0 when the short way does not take it.
constexpr int take_part(const char*& p, const char* end, character& next, int most, char_id wanted) noexcept {
    if (end - p < 8) return 0;
    const auto run = first_digits(p);
    if (run.length > 2) return 0;
    p += run.length;
    next = fast_at(p, end);
    const int v = static_cast<int>(run.value);
    return v >= 1 && v <= most && take_calendar_word(p, end, next, wanted) ? v : 0;
}

// True when what stands at `p`, behind a part of a date that is alone, may make a length of time of it: 3月内, 26日后.
// `c` is the character at `p`.
constexpr bool may_be_length(const char* p, character c, const char* end) noexcept {
    if (c.id == "后"_c || c.id == "内"_c || c.id == "前"_c || c.id == "来"_c || c.id == "余"_c || c.id == "以"_c ||
        c.id == "之"_c || c.id == "夜"_c || c.id == "间"_c || c.id == "拘"_c || c.id == "行"_c || c.id == "游"_c ||
        c.id == "均"_c || c.id == "未"_c || c.id == "年"_c)
        return true;
    return c.id == "的"_c && fast_at(p + c.length, end).id == "拘"_c;
}

// True when the year or years that end at `p` may go on: with a month, a quarter, a range. `c` is the character at `p`.
constexpr bool years_may_go_on(const char* p, character c, const char* end) noexcept {
    if (has(c, mark::space) || c.id == invisible) {
        p = skip_spaces(p, end);
        c = fast_at(p, end);
    }
    if (c.id == "起"_c || c.cls() != char_class::none || c.id == "第"_c || c.id == "上"_c || c.id == "下"_c)
        return true;
    if (has(c, mark::after)) {
        if (c.id == "+"_c) return true;
        const auto word = approximation_after(p, end);
        if (word && word.edge != p + c.length) return true;
        if (word && c.id != "多"_c && c.id != "余"_c && c.id != "来"_c && c.id != "把"_c) return true;
    }
    return has(c, mark::range) && range_may_follow(p, c, end);
}

// True when the number of a case may begin with the year that ends at `q` before `next`: 72年台上字第115号.
constexpr bool may_be_case(const window& w, const char* q, character next) noexcept {
    if (next.id == "度"_c) return true;
    return next.cls() == char_class::none && next.length == 3 && file_number_end(w, q, false) != nullptr;
}

// A length of time in years: 三年, 30年.
[[gnu::noinline, gnu::hot]] constexpr bool finish_short_years(const reading& in, const short_left& l, const char* q,
                                                              int v, character next, phrase& out) noexcept {
    if (v == 0 || may_be_case(in.w, q, next) || years_may_go_on(q, next, in.w.end)) return false;
    auto flags = l.flags;
    if (next.id != "来"_c && !ends_short(in.w, q, next, role::year, flags)) return false;
    out.begin = l.begin;
    out.end = out.resume = q;
    out.out.kind = kind::duration;
    out.out.unit = code::year;
    out.out.approx = flags;
    out.set(decimal{v});
    return true;
}

// True when the year between the two characters may be one of a reign: 文帝三年, 二年春, 九年闰月.
[[gnu::always_inline]] constexpr bool may_be_reign_year(character previous, character next) noexcept {
    const auto p = previous.id;
    const auto c = next.id;
    return p == "公"_c || p == "王"_c || p == "帝"_c || p == "宗"_c || p == "祖"_c || p == "皇"_c || p == "后"_c ||
           c == "春"_c || c == "夏"_c || c == "秋"_c || c == "冬"_c || c == "闰"_c;
}

// 2020年2月26日, 2020年2月, 2020年, 2月26日, 2月, 26日, 26日24时, 30年. `v` is a number that ends at `q` before `next`,
// a calendar word; `digits` is how many digits it has, 1 for a number that is no run of digits.
[[gnu::noinline, gnu::hot]] constexpr bool finish_short_date(const reading& in, const short_left& l, character previous,
                                                             const char* q, int v, int digits, character next,
                                                             phrase& out) noexcept {
    const char* const end = in.w.end;
    if (l.ordinal || any(l.flags) || in.carried.end != nullptr || has(previous, mark::day_part_tail | mark::era_tail) ||
        (previous.id == " "_c &&
         has(fast_before(in.w.floor, skip_spaces_back(in.w.floor, l.begin)), mark::day_part_tail | mark::era_tail)))
        return false;
    const auto may_go_on = [&next] {
        return next.cls() != char_class::none || has(next, mark::space) || next.id == invisible;
    };
    moment m;
    const auto word = next.id;
    q += next.length;
    next = fast_at(q, end);
    if (word == "年"_c) {
        if (previous.id == "前"_c || (digits == 1 && may_be_reign_year(previous, next))) return false;
        if (digits <= 2) return (digits == 1 || v < 80) && finish_short_years(in, l, q, v, next, out);
        if (digits != 4 || v < 1000 || v > 2999) return false;
        m.value.year = calendar::pack_year(v);
        m.coarse = m.fine = precision::year;
        m.end = q;
        if (const int month = next.length == 1 ? take_part(q, end, next, 12, "月"_c) : 0; month != 0) {
            m.value.month = static_cast<std::uint8_t>(month);
            m.fine = precision::month;
            m.end = q;
        } else {
            next = fast_at(m.end, end);
            if (may_go_on() || next.id == "第"_c || next.id == "上"_c || next.id == "下"_c) add_month(m, end);
        }
    } else if (word == "月"_c) {
        if (v < 1 || v > 12) return false;
        m.value.month = static_cast<std::uint8_t>(v);
        m.coarse = m.fine = precision::month;
        m.end = q;
    } else {
        if (v < 1 || v > 31 || has(previous, mark::length_tail)) return false;
        if (next.id == "才"_c || fast_before(in.w.begin, l.begin).id == "月"_c) return false;  // 半月十日
        m.value.day = static_cast<std::uint8_t>(v);
        m.coarse = m.fine = precision::day;
        m.end = q;
    }
    if (m.fine == precision::month && m.end == q) {
        if (const int day = next.length == 1 ? take_part(q, end, next, 31, "日"_c) : 0; day != 0) {
            m.value.day = static_cast<std::uint8_t>(day);
            m.fine = precision::day;
            m.end = q;
            if (!is_possible(m.value)) return false;
        } else {
            next = fast_at(m.end, end);
            if (may_go_on() || next.id == "初"_c) add_day(m, end);
        }
    }
    if (!m) return false;
    if (m.fine == precision::day) {
        next = fast_at(m.end, end);
        if (may_go_on() || has(next, mark::day_part_head) || next.id == "T"_c) add_clock(m, end);
    }
    next = fast_at(m.end, end);
    if (m.fine == m.coarse && m.fine != precision::year &&
        (may_be_length(m.end, next, end) || has(next, mark::range | mark::space) ||
         classical_span(in.w, l.begin, m.end)))
        return false;  // 住了三日
    finish_moment(in.w, l.begin, m, {}, out);
    return true;
}

// 7:30, 下午3:20; `q` is behind the colon, where two digits stand.
[[gnu::noinline, gnu::hot]] constexpr bool finish_short_clock(const reading& in, const short_left& l,
                                                              character previous, int hour, const char* q,
                                                              phrase& out) noexcept {
    const auto part = has(previous, mark::day_part_tail) ? day_part_before(in.w.floor, l.begin) : day_part_match{};
    // Beside 比例 and 比分 two numbers are no time, and a score may follow another.
    const auto c = previous.id;
    const bool score = (in.score_end != nullptr && l.begin - in.score_end <= 3) || c == "例"_c || c == "为"_c ||
                       c == "分"_c || c == "比"_c || c == "率"_c || c == "局"_c || c == "节"_c || c == "盘"_c ||
                       c == "以"_c;
    const int minute = static_cast<int>(first_digits(q).value);
    q += 2;
    const auto next = fast_at(q, in.w.end);
    if (l.ordinal || any(l.flags) || previous.id == " "_c || score || next.id == "的"_c || next.id == "."_c ||
        has(next, mark::ratio) || next.cls() != char_class::none ||
        is_latin(fast_at(skip_spaces(q, in.w.end), in.w.end).id) || says_score(skip_spaces(q, in.w.end), in.w.end))
        return false;
    moment m;
    m.value.hour = static_cast<std::uint8_t>(in_day(hour, minute, part ? part.part : day_part::absent));
    m.value.minute = static_cast<std::uint8_t>(minute);
    m.coarse = precision::hour;
    m.fine = precision::minute;
    m.end = q;
    if (!is_possible(m.value)) return false;
    finish_moment(in.w, part ? part.edge : l.begin, m, {}, out);
    return true;
}

// 上午8时, 晚上9点半; a part of the day stands before the hour. `q` is before 时 or 点, which is `word`.
[[gnu::noinline, gnu::hot]] constexpr bool finish_short_hour(const reading& in, const short_left& l, const char* q,
                                                             int hour, int digits, character word,
                                                             phrase& out) noexcept {
    const char* const end = in.w.end;
    const auto part = day_part_before(in.w.floor, l.begin);
    if (!part || l.ordinal || any(l.flags) || digits > 2 || hour > 24) return false;
    q += word.length;
    auto next = fast_at(q, end);
    if (unit_may_go_on(word, next)) return false;
    moment m;
    int minute = 0;
    m.coarse = m.fine = precision::hour;
    if (next.id == "半"_c) {
        minute = 30;
        m.value.minute = 30;
        m.fine = precision::minute;
        q += next.length;
        next = fast_at(q, end);
    }
    if (next.cls() != char_class::none || has(next, mark::space) || next.id == "整"_c || next.id == "过"_c ||
        next.id == "差"_c)
        return false;
    m.value.hour = static_cast<std::uint8_t>(in_day(hour, minute, part.part));
    m.end = q;
    if (!is_possible(m.value)) return false;
    finish_moment(in.w, part.edge, m, {}, out);
    return true;
}

}  // namespace detail

}  // namespace shuliang::inline v0::zh
