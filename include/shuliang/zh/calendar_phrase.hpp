// zh/calendar_phrase.hpp - dates, clock times and their ranges as phrases, and what is a length of time instead.
#pragma once

#include "shuliang/zh/calendar_reader.hpp"
#include "shuliang/zh/left.hpp"

namespace shuliang::inline v0::zh {

// The era that carries over to a year in a list or range: 民國28年12月和29年5月.
struct carried_era {
    era_match era;
    const char* end = nullptr;  // of the phrase that named it
};

namespace detail {

// 住了三日, 越五日, 三日之后, 一月有余: numbers in characters behind a verb of lasting, or before words for a span.
constexpr bool classical_span(const window& w, const char* begin, const char* end) noexcept {
    namespace beside = tables::beside;
    if (at(begin, w.end).cls() == char_class::digit) return false;
    // 三日不举乐: a verb that is denied, where 不是 and 不能 deny something else.
    const auto denied = at(end + 3, w.end).id;
    if (at(end, w.end).id == "不"_c && is_han(end + 3, w.end) && denied != "是"_c && denied != "会"_c &&
        denied != "能"_c && denied != "可"_c && denied != "得"_c && denied != "在"_c && denied != "应"_c &&
        denied != "要"_c && denied != "但"_c && denied != "仅"_c && denied != "准"_c && denied != "许"_c &&
        denied != "予"_c && denied != "算"_c && denied != "再"_c && denied != "如"_c && denied != "同"_c &&
        denied != "过"_c && denied != "冷"_c && denied != "宜"_c && denied != "想"_c && denied != "开"_c)
        return at(begin, w.end).id != "正"_c;
    return has_neighbour(beside::lasting, w.floor, begin, end, w.end) &&
           !has_neighbour(beside::arriving, w.floor, begin, end, w.end);
}

// Words behind 日 that make it a length of time: 5日内, 十日以下拘留, 7日后.
constexpr bool day_is_duration(const window& w, const left_context& l, const char* end) noexcept {
    const auto c = at(end, w.end);
    if (c.id == "后"_c || c.id == "内"_c ||
        starts_with_any(end, w.end, "以上"_w, "以下"_w, "以内"_w, "之内"_w, "以后"_w))
        return true;
    if (starts_with_any(end, w.end, "拘留"_w, "的拘留"_w, "行政拘留"_w)) return true;
    if (any(l.flags) && !l.only_recent) return true;
    const auto next = at(end, w.end);
    if (starts_with_any(end, w.end, "年化"_w)) return true;                                             // 七日年化
    if (next.id == "夜"_c || next.id == "间"_c || next.id == "游"_c || next.id == "均"_c) return true;  // 五日均线
    const auto month = before(w.floor, l.begin);
    if (month.id == "月"_c &&
        ends_with_any(w.floor, l.begin, "当月"_w, "次月"_w, "本月"_w, "每月"_w, "各月"_w, "同月"_w))
        return false;
    if (next.id == "才"_c && at(l.begin, w.end).cls() != char_class::digit) return true;  // 四日才到
    // 三日前, in characters, counts back from another day; 三月之十五日前 does not.
    if (next.id == "前"_c && !ends_with_any(w.begin, l.begin, "月之"_w) &&
        at(l.begin, w.end).cls() != char_class::digit)
        return true;
    // 三日至九十日: no month has so many days.
    if (const char* far = end; read_range_mark(far, w.end)) {
        const auto m = read_numeral(far, w.end);
        const auto u = m ? find_unit(w, m.end) : unit_match{};
        if (u && u.as(role::day) != nullptr && m.value > decimal{31}) return true;
    }
    // 一日 alone is a day long (一日三餐) unless a part of the day follows.
    if (end - l.begin == 6 && at(l.begin, w.end).id == "一"_c && !day_part_at(end, w.end)) return true;
    if (classical_span(w, l.begin, end)) return true;
    if (ends_with_any(w.begin, l.begin, "半月"_w, "个月"_w)) return true;  // 半月十日
    return has_neighbour(tables::beside::span_of_days, w.floor, l.begin, l.begin, w.end);
}

// Words around 号 that make it a day.
constexpr bool number_is_day(const window& w, const char* begin, const char* end) noexcept {
    const auto c = at(end, w.end);
    if (c.id == "起"_c || c.id == "前"_c || c.id == "后"_c) return true;
    return has_neighbour(tables::beside::day_number, w.floor, begin, end, w.end);
}

// 於394年, 。642年: three digits are a year of the common era behind a preposition or at the beginning of a clause,
// unless a word behind 年 (at `end`) says that it is a length of time.
constexpr bool is_early_year(const window& w, const numeral& n, const char* begin, const char* end) noexcept {
    if (!n.arabic || n.digits != 3 || n.fraction || n.power != 0 || n.leading_zero || n.range || any(n.flags))
        return false;
    if (begin != n.begin) return false;
    const auto c = at(end, w.end);
    if (c.id == "的"_c && !starts_with_any(end, w.end, "的历史"_w, "的时间"_w, "的时光"_w) &&
        ends_with_any(w.begin, begin, "是"_w, "于"_w, "到"_w))
        return true;
    if (c.id == "前"_c || c.id == "后"_c || c.id == "来"_c || c.id == "间"_c || c.id == "内"_c || c.id == "的"_c ||
        c.id == "多"_c || c.id == "余"_c || c.id == "历"_c || c.id == "之"_c || c.id == "以"_c || c.id == "左"_c)
        return false;
    const auto b = before(w.begin, begin);
    if (b.at_end() || begin[-1] == '\n' || begin[-1] == '\r') return true;
    if (b.id == "于"_c || b.id == "是"_c || b.id == "在"_c || b.id == "到"_c || b.id == "至"_c || b.id == "自"_c ||
        b.id == "从"_c || b.id == "由"_c || b.id == "，"_c || b.id == "。"_c || b.id == ";"_c || b.id == "("_c)
        return true;
    // 唐朝618年建立: no round number, within a clause, and no word of lasting before it.
    if (small_number(n) % 10 != 0 && is_han(end, w.end) && b.cls() == char_class::none && b.length == 3 &&
        is_han(begin - b.length, w.end) && !has_neighbour(tables::beside::spanning, w.begin, begin, end, w.end))
        return true;
    if (ends_with_any(w.begin, begin, "因为"_w)) return true;
    // 395年、402年
    return (b.id == "、"_c || b.id == "和"_c || b.id == "与"_c || b.id == "及"_c) && w.floor == begin - b.length &&
           before(w.begin, w.floor).id == "年"_c;
}

// 文帝三年, ，二年春, 九年十二月: the number of a year in a reign that the text does not name beside it. `end` is
// behind 年.
[[gnu::always_inline]] constexpr bool is_reign_year(const window& w, const numeral& n, const char* begin,
                                                    const char* end) noexcept {
    if (n.arabic || n.positional || n.range || n.half || any(n.flags) || n.power > 1 || begin != n.begin) return false;
    const auto c = at(end, w.end);
    if (c.id == "前"_c || c.id == "后"_c || c.id == "来"_c || c.id == "间"_c || c.id == "内"_c || c.id == "多"_c ||
        c.id == "余"_c || c.id == "之"_c || c.id == "以"_c || c.id == "的"_c || c.id == "半"_c)
        return false;
    if (has_neighbour(tables::beside::reign, w.floor, begin, end, w.end)) return true;
    const auto b = before(w.begin, begin);
    const bool clause = b.at_end() || begin[-1] == '\n' || begin[-1] == '\r' || b.id == "，"_c || b.id == "。"_c ||
                        b.id == ";"_c || b.id == " "_c;
    const auto d = at(end + c.length, w.end);
    const bool season = c.id == "春"_c || c.id == "夏"_c || c.id == "秋"_c || c.id == "冬"_c;
    if (season) return clause && (d.id == "，"_c || d.id == "正"_c || d.cls() == char_class::numeral || d.id == "十"_c);
    if ((c.id == "正"_c || c.id == "闰"_c) && (d.id == "月"_c || d.cls() == char_class::numeral || d.id == "十"_c))
        return true;
    if (c.cls() != char_class::numeral && c.id != "十"_c) return false;
    const auto month = read_numeral(end, w.end);
    const int v = small_number(month);
    if (v < 1 || v > 12 || at(month.end, w.end).id != "月"_c) return false;
    if (n.power > 0 || !n.single) return false;  // 十二年三月 is a date by itself
    const char* behind = month.end + 3;
    if (at(behind, w.end).cls() == char_class::numeral || at(behind, w.end).id == "十"_c) {
        const auto day = read_numeral(behind, w.end);
        if (day && at(day.end, w.end).id == "日"_c) return true;
    }
    return v == 12 || (clause && !starts_with_any(behind, w.end, "以"_w, "之"_w, "有"_w, "或"_w, "至"_w));
}

[[gnu::always_inline]] constexpr bool is_calendar_role(role r) noexcept { return r >= role::year && r <= role::decade; }

// One end of a calendar range or a single value, at the number `n` at `p`. `u` is the unit behind it (or, for the
// left end of 3至5月, the unit that serves both).
constexpr moment read_moment(const window& w, const numeral& n, const unit_match& u, const era_match& era,
                             bool alone) noexcept {
    for (const auto* s = u.sense; s != nullptr; s = s->more != 0 ? s + 1 : nullptr) {
        if (!is_calendar_role(s->role())) continue;
        moment m;
        switch (s->role()) {
            case role::year:
                m = read_year(n, u, era, w.end);
                break;
            case role::month:
                m = read_month(n, u, w.end);
                break;
            case role::day:
            case role::number:
                m = read_day(n, u, w.end);
                break;
            case role::quarter:
                if (const int v = small_number(n); v >= 1 && v <= 4) {
                    m.value.month = static_cast<std::uint8_t>(32 + v);
                    m.coarse = m.fine = precision::quarter;
                    m.end = u.end;
                }
                break;
            case role::century:
            case role::decade:
                m = read_century(n, u, w.end);
                m.value.before_common_era = era.before_common;
                break;
            case role::hour:
            case role::oclock:
                if (!alone) m = read_clock(n.begin, w.end, day_part::absent);
                break;
            default:
                break;
        }
        if (m || m.refused != nullptr) return m;
    }
    return {};
}

// The number at `p` as the far end of a range whose beginning is `from`.
constexpr moment read_far_end(const window& w, const char* p, const moment& from, const era_match& era) noexcept {
    // 至中华民国一百十四年: an era again.
    if (at(p, w.end).cls() == char_class::none) {
        const char* q = p;
        for (int i = 0; i < 6; ++i) {
            const auto c = at(q, w.end);
            if (c.cls() != char_class::none || c.length != 3) break;
            q += c.length;
        }
        const auto again = q != p ? era_before(p, q) : era_match{};
        if (again.found && again.edge == p) {
            const auto n = read_numeral(q, w.end);
            const auto u = n ? find_unit(w, skip_spaces(n.end, w.end)) : unit_match{};
            return u && u.as(role::year) != nullptr ? read_year(n, u, again, w.end) : moment{};
        }
    }
    if (from.value.before_common_era && at(p, w.end).id == "前"_c) {
        // 公元前221年至前207年
        const auto n = read_numeral(p + 3, w.end);
        const auto u = n ? find_unit(w, skip_spaces(n.end, w.end)) : unit_match{};
        return u && u.as(role::year) != nullptr ? read_year(n, u, before_common_era(p), w.end) : moment{};
    }
    if (from.fine >= precision::hour || from.fine == precision::day) {
        if (const auto clock = read_day_clock(p, w.end)) {
            if (from.fine >= precision::hour) return clock;
        }
    }
    if (const auto iso = read_iso(p, w.end)) return iso;
    const auto n = read_numeral(p, w.end);
    if (!n || n.range) return {};
    const auto u = find_unit(w, skip_spaces(n.end, w.end));
    if (!u) return {};
    era_match carried = era;
    if (u.as(role::year) == nullptr) carried = {};
    auto m = read_moment(w, n, u, carried, false);
    return m;
}

// True when `to` does not lie before `from`, as far as both are known.
constexpr bool in_order(const moment& from, const moment& to) noexcept {
    const auto& a = from.value;
    const auto& b = to.value;
    if (a.before_common_era || b.before_common_era) return true;
    const int x[6] = {a.year_number(), a.month, a.day, a.hour, a.minute, a.second};
    const int y[6] = {b.year_number(), b.month, b.day, b.hour, b.minute, b.second};
    if (from.coarse == precision::hour && to.coarse == precision::hour) return true;  // 22:00-6:00
    for (int i = 0; i < 3; ++i) {
        if (x[i] <= 0 || y[i] <= 0) {
            if (i == 0 && x[i] == y[i]) continue;
            return true;
        }
        if (x[i] != y[i]) return x[i] < y[i] || (i == 1 && x[0] < 0);
    }
    return true;
}

}  // namespace detail

// Makes a phrase of a moment: a range when one follows, with the words of approximation behind it.
constexpr void finish_moment(const window& w, const char* begin, const moment& from, const era_match& era,
                             phrase& p) noexcept {
    const char* q = from.end;
    auto start = at(q, w.end);
    if (start.id == "起"_c) {
        q += start.length;
        start = at(q, w.end);
    }
    const bool clock_only = from.coarse >= precision::hour;
    p.begin = begin;
    p.out.kind = clock_only ? kind::time : kind::date;
    p.end = from.end;
    p.set(from.value);
    p.resume = p.end;
    // Most often nothing follows that goes on.
    if (!has(start, mark::range | mark::space | mark::after) && start.id != invisible && q == from.end) return;
    if (const char* mark = q; read_range_mark(mark, w.end)) {
        if (clock_only) {
            // 晚上10时至翌日上午6时
            for (const auto& next : {"翌日"_w, "次日"_w, "第二天"_w, "隔日"_w, "隔天"_w})
                if (const char* r = after_word(mark, w.end, next)) mark = r;
        }
        auto to = detail::read_far_end(w, mark, from, era);
        if (to && !(clock_only && to.coarse < precision::hour)) {
            // 晚上9点到11点: the part of the day goes on.
            if (clock_only && from.value.hour > 12 && to.value.hour < 12 && to.value.hour + 12 > from.value.hour &&
                !day_part_at(mark, w.end))
                to.value.hour = static_cast<std::uint8_t>(to.value.hour + 12);
            auto filled = to;
            fill_in(from, filled);
            if (detail::in_order(from, filled) && is_possible(filled.value)) {
                p.set_range(from.value, filled.value);
                p.end = to.end;
            }
        }
    }
    if (clock_only || from.fine >= precision::hour || p.out.form == form::calendar) {
        const char* end = p.end;
        record flags = p.out;
        // 8时许, 9点45分左右, 六点多; 2018年以上 is no date.
        const auto c = at(end, w.end);
        const bool many = c.id == "多"_c && clock_only && !approximation_after(end + c.length, w.end);
        if (many && approximation_after(end, w.end).edge == end + c.length) {
            flags.approx |= approx::over;
            flags.open_place = true;
            end += c.length;
            if (at(end, w.end).id == "钟"_c) end += 3;  // 七点多钟
        } else if (const char* bell = after_word(end, w.end, "来钟"_w); bell != nullptr && clock_only) {
            flags.approx |= approx::about;
            end = bell;
        } else {
            read_after(w, end, flags, false);
        }
        if (clock_only || !any(flags.approx & (approx::at_least | approx::at_most))) {
            p.out.approx |= flags.approx;
            p.end = end;
        }
    }
    p.resume = p.end;
}

// 1999-00赛季, 2003-04年, 1994/95年: two years, the second by its last two digits.
constexpr bool read_season(const window& w, const numeral& n, const char* begin, phrase& p) noexcept {
    const int first = detail::small_number(n);
    const auto mark = at(n.end, w.end);
    const bool dash =
        mark.id == "-"_c || mark.id == "至"_c || mark.id == "到"_c || mark.id == "—"_c || mark.id == "~"_c;
    if (first < 1000 || first > 2999 || (!dash && mark.id != "/"_c)) return false;
    const char* q = n.end + mark.length;
    const int last = detail::plain_digits(q, w.end, 2, 2);
    const int span = last < 0 ? 0 : (last - first % 100 + 100) % 100;
    // 1973-76年 is longer than a season; 2003-12年 may be anything.
    const bool several =
        span > 1 && span < 50 && dash && last > 12 && at(q, w.end).id == "年"_c && !starts_with_any(q, w.end, "年代"_w);
    if ((span != 1 || !detail::names_season(q, w.end)) && !several) return false;
    calendar from;
    calendar to;
    from.year = calendar::pack_year(first);
    to.year = calendar::pack_year(first + span);
    if (at(q, w.end).id == "年"_c) q += 3;
    p.begin = begin;
    p.end = p.resume = q;
    p.out.kind = kind::date;
    p.set_range(from, to);
    return true;
}

// 鲁迅（1881—1936）: the years of a life or a reign in brackets.
[[gnu::always_inline]] constexpr bool read_life_span(const window& w, const numeral& n, const char* begin,
                                                     phrase& p) noexcept {
    const int first = detail::small_number(n);
    const char* q = n.end;
    if (first < 1000 || first > 2100 || before(w.floor, begin).id != "("_c || !read_range_mark(q, w.end)) return false;
    const int last = detail::plain_digits(q, w.end, 4, 4);
    const auto next = at(q, w.end);
    if (last <= first || last > 2100 || last - first > 150 ||
        (next.id != ")"_c && next.id != "，"_c && next.id != ","_c))
        return false;
    calendar from;
    calendar to;
    from.year = calendar::pack_year(first);
    to.year = calendar::pack_year(last);
    p.begin = begin;
    p.end = p.resume = q;
    p.out.kind = kind::date;
    p.set_range(from, to);
    return true;
}

// Reads the phrase at the number `n` as a date or time. `u` is the unit behind it, `own` false when the unit stands
// behind a later number (3至5月). False when it is none of them; then it may be a length of time.
constexpr bool read_calendar(const window& w, const left_context& l, const numeral& n, const unit_match& u, bool own,
                             const carried_era& carried, phrase& p) noexcept {
    using detail::small_number;
    if (any(n.flags) || n.range || l.currency != 0) return false;
    if (at(n.begin, w.end).id == "两"_c && n.single && u.as(role::oclock) == nullptr) return false;  // 两日 is a length
    const char* const outer = l.negative ? n.begin : l.begin;  // a dash before a date is no sign
    const bool exact = !any(l.flags);
    // ISO forms first: they hold no unit.
    if (n.arabic && n.digits == 4 && (n.fraction || has(at(n.end, w.end), mark::range | mark::list))) {
        if (const auto iso = detail::read_iso(n.begin, w.end)) {
            finish_moment(w, outer, iso, {}, p);
            p.out.approx |= l.flags;
            return true;
        }
    }
    if (n.fraction) return false;
    if (n.arabic && n.digits == 4 && (read_season(w, n, outer, p) || read_life_span(w, n, outer, p))) return true;
    const char* q = n.begin;
    const auto previous = before(w.floor, q);
    if (!u) return false;
    // A part of the day before the number makes it a clock time.
    if (has(previous, mark::space)) q = skip_spaces_back(w.floor, q);
    const auto part = day_part_before(w.floor, q);
    if (u.as(role::oclock) != nullptr || u.as(role::hour) != nullptr) {
        // 下午约3时20分: the word of approximation stands inside.
        const auto outside = part || !any(l.flags) || l.begin == q ? part : day_part_before(w.floor, l.begin);
        auto m = read_clock(n.begin, w.end, outside ? outside.part : day_part::absent);
        if (!m) return false;
        const auto* sense = u.among(w.floor, l.begin, w.end);
        // 3点意见, 三点: a count, unless a clock time is spelt out.
        if (!outside && m.fine == precision::hour && sense != nullptr && sense->role() == role::count) return false;
        finish_moment(w, outside ? outside.edge : outer, m, {}, p);
        p.out.approx |= l.flags;
        return true;
    }
    if (l.ordinal) return false;
    auto era = era_before(w.floor, q);
    if (!era.found && previous.id == "前"_c && u.as(role::year) != nullptr) {
        // (前34年-前7年), 前221年; 前30年 may be the first thirty.
        const char* mark = q - previous.length;
        const auto beyond = before(w.floor, mark);
        if (beyond.id == "("_c || beyond.id == "-"_c || beyond.id == "—"_c || beyond.id == "~"_c ||
            (n.arabic && n.digits == 3) ||
            (n.arabic && n.digits == 2 && (beyond.id == "到"_c || beyond.id == "至"_c || beyond.id == "于"_c) &&
             !starts_with_any(u.end, w.end, "的"_w, "间"_w, "里"_w, "中"_w, "内"_w)))
            era = before_common_era(mark);
    }
    const bool named_era = era.found;
    if (!era.found && u.as(role::year) != nullptr && carried.end != nullptr && n.digits <= 3) {
        // 和 至 、 between this year and the one that named the era.
        const auto joint = before(carried.end, n.begin);
        if ((joint.id == "和"_c || joint.id == "至"_c || joint.id == "、"_c || joint.id == "及"_c) &&
            n.begin - joint.length == carried.end)
            era = carried.era;
    }
    if (!era.found && u.as(role::year) != nullptr && detail::is_early_year(w, n, outer, u.end))
        era = era_match{true, false, false, 0, outer};
    if (!era.found && own && u.as(role::year) != nullptr && detail::is_reign_year(w, n, outer, u.end)) {
        p.resume = u.end;
        return true;
    }
    auto m = detail::read_moment(w, n, u, era, true);
    if (m.refused != nullptr) {
        p.resume = m.refused;
        return true;
    }
    if (!m) return false;
    if (m.coarse == precision::month && previous.id == "历"_c && m.value.month <= 12 &&
        ends_with_any(w.floor, q, "农历"_w, "阴历"_w, "夏历"_w, "旧历"_w))
        m.value.lunar = true;  // 农历五月
    if (m.fine == precision::day && m.coarse == precision::day) {
        const bool by_number = u.as(role::number) != nullptr;
        if (by_number && !detail::number_is_day(w, l.begin, u.end) && m.end == u.end) return false;
        if (!by_number && own && m.end == u.end && detail::day_is_duration(w, l, u.end)) return false;
        if (!by_number && !exact && !l.only_recent) return false;
    }
    if (m.coarse == precision::month && m.fine == precision::month) {
        const auto c = at(m.end, w.end);
        // 上年八月内; 五月前后
        const bool of_year = previous.id == "年"_c || starts_with_any(m.end, w.end, "前后"_w);
        if (own && !of_year && starts_with_any(m.end, w.end, "以下"_w, "以上"_w, "未满"_w)) return false;  // 六月以下
        if (own && !of_year && (c.id == "来"_c || c.id == "余"_c || c.id == "内"_c || c.id == "后"_c || c.id == "前"_c))
            return false;
        if (own && detail::classical_span(w, l.begin, m.end)) return false;
        if (!exact && !l.only_recent) return false;
    }
    if (m.coarse == precision::year && m.fine == precision::year && n.digits == 2 &&
        ends_with_any(w.floor, outer, "历时"_w, "长达"_w, "为期"_w, "达"_w, "共"_w))
        return false;  // 历时83年
    if (m.coarse == precision::quarter && (!exact || previous.id == "前"_c)) return false;
    const char* begin = named_era ? era.edge : outer;
    if (!own) {
        m.end = n.end;
    }
    finish_moment(w, begin, m, era, p);
    if (begin == l.begin) p.out.approx |= l.flags;
    return true;
}

}  // namespace shuliang::inline v0::zh
