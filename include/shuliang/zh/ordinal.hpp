// zh/ordinal.hpp - positions in a series: 第三批, 1至4号, 一级响应, list marks, ①, 首批.
#pragma once

#include "shuliang/zh/lookalike.hpp"
#include "shuliang/zh/reading.hpp"

namespace shuliang::inline v0::zh {

[[gnu::always_inline]] constexpr bool takes_ordinal(role r) noexcept {
    return r == role::count || r == role::noun || r == role::duration || r == role::year || r == role::day ||
           r == role::number || r == role::minute || r == role::hour || r == role::second || r == role::century ||
           r == role::oclock || r == role::month || r == role::position;
}

constexpr unit_id ordinal_unit(const amount& a) noexcept {
    // 第二点 is a point, no hour.
    const auto* counted = a.role() == role::oclock ? a.unit.as(role::count) : nullptr;
    return counted != nullptr ? counted->unit : a.sense->unit;
}

constexpr bool is_level(const reading& in, const left_context& l, const amount& a) noexcept {
    const auto word = at(a.unit.end - 3 < a.number_end ? a.number_end : a.unit.end - 3, in.w.end);
    if (word.id != "级"_c && (word.id != "等"_c || a.unit.end - a.number_end > 3)) return false;  // 三亲等 counts
    if (a.n.range && !a.n.arabic) return false;
    if (any(a.flags | l.flags) || a.n.digits > 2 || a.n.half || decimal{99} < a.n.value) return false;
    const auto first = at(a.n.begin, in.w.end);
    if (first.id == "两"_c || starts_with_any(a.end, in.w.end, "书记"_w, "联动"_w, "联创"_w)) return false;
    // 升一级, 高一级: a step.
    if (a.unit.end - a.number_end == 3 &&
        ends_with_any(in.w.floor, l.begin, "升"_w, "降"_w, "转"_w, "高"_w, "低"_w, "次"_w, "加"_w, "减"_w, "贬"_w) &&
        !ends_with_any(in.w.floor, l.begin, "最高"_w, "最低"_w))
        return false;
    // Levels listed before it are counted: 县、乡、村三级.
    const char* q = l.begin;
    const auto c = before(in.w.floor, q);
    if (c.length == 3) {
        const auto d = before(in.w.floor, q - c.length);
        if (d.id == "、"_c) return false;
    }
    return a.sense->role() == role::count;
}

// 一、 （一） 1. 1) at the beginning of a clause, 一是 二是.
constexpr bool is_list_mark(const reading& in, const left_context& l, const numeral& n) noexcept {
    if (any(l.flags) || l.negative || n.fraction || n.range || n.digits > 3 || n.power != 0) return false;
    const auto next = at(n.end, in.w.end);
    auto b = before(in.w.begin, n.begin);
    if (b.id == "("_c && next.id == ")"_c) {
        const char* open = n.begin - b.length;
        const auto outside = before(in.w.begin, open);
        return !n.arabic || outside.length != 3 || outside.id == "。"_c || outside.id == "，"_c || outside.id == "；"_c;
    }
    const char* q = skip_spaces_back(in.w.begin, n.begin);
    while (q != in.w.begin && n.begin - q < 8 && (q[-1] == '#' || q[-1] == '*' || q[-1] == '>'))
        --q;  // ### 1. is a heading
    const bool line = q == in.w.begin || q[-1] == '\n' || q[-1] == '\r';
    const bool clause = line || b.id == " "_c || b.id == ":"_c || b.id == ";"_c || b.id == "。"_c || b.id == "，"_c ||
                        b.id == ","_c || b.id == "!"_c || b.id == "?"_c;
    if (!clause) return false;
    if (!n.arabic && !n.single) return line && next.id == "、"_c && n.value < decimal{100};
    // 一，…；二，…: but counting down (三，二，一) marks nothing.
    const bool listed = b.id == "，"_c || b.id == ","_c;
    if (!n.arabic) return next.id == "、"_c || next.id == "是"_c || next.id == "."_c || (next.id == "，"_c && !listed);
    if (!line && b.id != ":"_c && b.id != ";"_c && b.id != "。"_c && b.id != "!"_c && b.id != "?"_c) return false;
    const auto second = at(n.end + next.length, in.w.end);
    return (next.id == "."_c && second.cls() != char_class::digit) || next.id == "、"_c || next.id == ")"_c;
}

// True when the digits at `p` go on a list that 第 began at most `context` bytes before: 第 3、10～12、14 條.
constexpr bool goes_on_list_of_ordinals(const window& w, const char* p) noexcept {
    const char* q = p;
    const auto joint = before(w.begin, skip_spaces_back(w.begin, q));
    if (joint.id != "、"_c && joint.id != "~"_c && joint.id != "至"_c) return false;
    while (p - q < context) {
        const auto c = before(w.begin, q);
        if (c.id == "第"_c) return true;
        if (c.cls() != char_class::digit && c.id != " "_c && c.id != "、"_c && c.id != "~"_c && c.id != "-"_c &&
            c.id != "至"_c)
            return false;
        q -= c.length;
    }
    return false;
}

// 第三批, 第4, 第1、2轮, 第1至3名, 第十三届; 第 9-1 條 is a name.
constexpr void read_ordinal(reading& in, const left_context& l, const numeral& n, phrase& out) noexcept {
    if (n.overflow || n.half || any(n.flags & approx::indefinite)) return;
    const auto dash = at(n.end, in.w.end);
    if (dash.id == "-"_c && n.arabic && at(n.end + dash.length, in.w.end).cls() == char_class::digit) {
        const auto m = read_numeral(n.end + dash.length, in.w.end);
        amount b;
        b.n = m;
        attach_unit(b, in.w, m.end, l.begin);
        if (b.sense == nullptr || b.unit.end == nullptr || at(b.end - 3, in.w.end).id == "条"_c)
            return finish_name({l.begin, b.sense != nullptr ? b.end : m.end}, out);
    }
    if (n.fraction && dash.id == "."_c && at(n.end + dash.length, in.w.end).cls() == char_class::digit) {
        // 第5.1.3条 names an article.
        const char* end = detail::name_end(n.end, in.w.end);
        const auto u = find_unit(in.w, end);
        return finish_name({l.begin, u && takes_ordinal(u.role()) ? u.end : end}, out);
    }
    out.begin = l.begin;
    out.out.kind = kind::ordinal;
    out.out.approx = approx::exact;
    amount a;
    a.n = n;
    a.number_end = a.end = n.end;
    const auto behind = at(n.end, in.w.end);
    // 第六|大卫星: what follows 大 is no measure word of the ordinal.
    if ((behind.id != "大"_c && behind.id != "小"_c) || find_unit(in.w, n.end)) attach_unit(a, in.w, n.end, l.begin);
    if (a.sense != nullptr && detail::is_calendar_role(a.role()) && a.role() == role::quarter && !n.range) {
        moment m;
        const int v = detail::small_number(n);
        if (v >= 1 && v <= 4) {
            m.value.month = static_cast<std::uint8_t>(32 + v);
            m.end = a.end;
            m.coarse = m.fine = precision::quarter;
            finish_moment(in.w, l.begin, m, {}, out);
            return;
        }
    }
    if (a.role() == role::century && !n.range) {
        // 第四世纪, 公元前第二世纪
        const auto era = era_before(in.w.floor, l.begin);
        auto m = read_century(n, a.unit, in.w.end);
        if (m) {
            m.value.before_common_era = era.before_common;
            finish_moment(in.w, era.found ? era.edge : l.begin, m, {}, out);
            return;
        }
    }
    if (a.sense == nullptr) {
        // 第1、2轮, 第1至3名
        const auto on = look_onward(in.w, n.end);
        const char* far = n.end;
        if (read_range_mark(far, in.w.end) && at(far, in.w.end).id == "第"_c) {
            // 第1至第4号
            const auto b = read_amount(in.w, far + at(far, in.w.end).length, l.begin);
            numeral both = n;
            if (b && b.sense != nullptr && takes_ordinal(b.role()) && detail::make_range(both, b.n)) {
                out.set(both);
                out.out.unit = b.sense->unit;
                out.end = out.resume = b.end;
                return;
            }
        }
        if (on.kind == onward::joint::range && on.last.sense != nullptr && takes_ordinal(on.last.role())) {
            // 第1至3名; 第7～9、11条: the unit may stand behind further numbers.
            amount r = a;
            left_context plain;
            if (read_range(in.w, plain, r) && r.n.range) {
                out.set(r.n);
                out.out.unit = ordinal_unit(on.last);
                out.end = out.resume = r.end;
                if (r.sense == nullptr) in.ordinals_to = on.last.end;
                return;
            }
        }
        if (const char* to = n.end; n.arabic && !n.range && read_range_mark(to, in.w.end)) {
            // 19～21、23: the unit is out of sight, or there is none.
            const auto m = read_numeral(to, in.w.end);
            numeral both = n;
            if (m && m.arabic && m.power == 0 && !m.fraction && !m.leading_zero && !any(m.flags) && m.digits <= 4 &&
                !find_unit(in.w, skip_spaces(m.end, in.w.end)) && at(m.end, in.w.end).id != "-"_c &&
                detail::make_range(both, m)) {
                out.set(both);
                out.end = out.resume = m.end;
                return;
            }
        }
        if (on.kind == onward::joint::list && on.last.sense != nullptr && takes_ordinal(on.last.role())) {
            out.out.unit = ordinal_unit(on.last);
            in.ordinals_to = on.last.end;
        }
        out.set(n);
        out.end = out.resume = n.end;
        return;
    }
    out.set(n);
    if (takes_ordinal(a.role())) {
        out.out.unit = ordinal_unit(a);
        out.end = out.resume = a.end;
        // 第七条之一 names an article.
        const char* q = skip_spaces(a.end, in.w.end);
        if (at(q, in.w.end).id == "之"_c) {
            const auto m = read_numeral(skip_spaces(q + 3, in.w.end), in.w.end);
            const auto first = at(a.unit.end - 3, in.w.end).id;
            if (m && (first == "条"_c || first == "章"_c || first == "节"_c || first == "款"_c || first == "项"_c))
                return finish_name({l.begin, m.end}, out);
        }
    } else {
        out.end = out.resume = n.end;
    }
}

// 今（26）日: the day in brackets. `n` stands between them.
[[gnu::always_inline]] constexpr bool read_bracketed_day(const reading& in, const numeral& n, phrase& out) noexcept {
    const char* open = n.begin - before(in.w.begin, n.begin).length;
    const auto word = before(in.w.floor, open);
    if (word.id != "今"_c && word.id != "昨"_c && word.id != "明"_c && word.id != "翌"_c && word.id != "次"_c &&
        word.id != "当"_c && word.id != "同"_c)
        return false;
    const int v = detail::small_number(n);
    const char* close = n.end + at(n.end, in.w.end).length;
    if (v < 1 || v > 31 || !n.arabic || at(close, in.w.end).id != "日"_c) return false;
    calendar c;
    c.day = static_cast<std::uint8_t>(v);
    out.begin = n.begin;
    out.end = out.resume = n.end;
    out.out.kind = kind::date;
    out.set(c);
    return true;
}

// 第（三）项: the brackets belong to the phrase. `n` stands between them.
[[gnu::always_inline]] constexpr bool read_bracketed_ordinal(const reading& in, const numeral& n,
                                                             phrase& out) noexcept {
    const char* open = n.begin - before(in.w.begin, n.begin).length;
    const auto word = before(in.w.floor, open);
    if (word.id != "第"_c || n.range || n.overflow || n.half || any(n.flags)) return false;
    amount a;
    a.n = n;
    a.number_end = a.end = n.end + at(n.end, in.w.end).length;
    attach_unit(a, in.w, a.end, open - word.length);
    out.begin = open - word.length;
    out.out.kind = kind::ordinal;
    out.set(n);
    if (a.sense != nullptr && takes_ordinal(a.role())) out.out.unit = ordinal_unit(a);
    out.end = out.resume = out.out.unit != 0 ? a.end : a.number_end;
    return true;
}

// ① and its kin: ordinals.
constexpr void read_mark(const char* p, character c, phrase& out) noexcept {
    out.begin = p;
    out.end = out.resume = p + c.length;
    out.out.kind = kind::ordinal;
    out.set(decimal{c.value()});
}

// 首批, 首届: the first of what a measure word counts.
constexpr void read_first(const reading& in, const char* p, character c, phrase& out) noexcept {
    out.resume = p + c.length;
    const auto u = find_unit(in.w, p + c.length);
    const auto* s = u ? u.as(role::count) : nullptr;
    if (s == nullptr || find_lookalike(in.w.own, in.w.floor, p, c, in.w.end)) return;
    const auto id = at(p + c.length, in.w.end).id;
    if (id != "批"_c && id != "届"_c && id != "次"_c && id != "例"_c && id != "位"_c && id != "个"_c && id != "家"_c &&
        id != "轮"_c && id != "期"_c && id != "支"_c && id != "条"_c && id != "座"_c && id != "台"_c && id != "架"_c &&
        id != "艘"_c && id != "部"_c && id != "款"_c && id != "场"_c && id != "项"_c && id != "名"_c)
        return;
    out.begin = p;
    out.end = out.resume = u.end;
    out.out.kind = kind::ordinal;
    out.out.unit = s->unit;
    out.set(decimal{1});
}

}  // namespace shuliang::inline v0::zh
