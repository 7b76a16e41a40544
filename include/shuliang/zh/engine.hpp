// zh/engine.hpp - one pass over a text: anchors, look-alikes, numbers, units, the rules that join them, records.
//
// The engine always reads the whole contract; choosing kinds filters what it wrote. It reads a phrase where the scan
// stops, decides among all readings of it in one place (`read_at`), and goes on behind it. It looks back no further
// than the end of the phrase before and `context` bytes, so that the cost is linear in the text.
//
// constexpr, no allocation, no state outside the object.
#pragma once

#include "shuliang/zh/identifier.hpp"
#include "shuliang/zh/join.hpp"
#include "shuliang/zh/lookalike.hpp"
#include "shuliang/zh/scan.hpp"

namespace shuliang {
inline namespace v0 {
namespace zh {

class engine {
public:
    constexpr engine() noexcept = default;
    // Reads [text, text + size); `choices` must outlive the engine.
    constexpr engine(const char* text, std::size_t size, const options& choices) noexcept
        : w_{text, text, text + size, &choices}, at_(text), stop_(text + size) {}

    // For text that comes in pieces: the text is now [text, text + size), phrases begin at `at` or behind it and before
    // `stop`; everything else that the engine remembers stays. `at` and `floor` are what position() and floor() said.
    constexpr void resume(const char* text, std::size_t size, const options& choices, const char* at, const char* floor,
                          const char* stop) noexcept {
        w_ = {text, floor, text + size, &choices};
        at_ = at;
        stop_ = stop;
    }

    // The bytes of the text have moved by `distance` towards its beginning.
    constexpr void shift(std::ptrdiff_t distance) noexcept {
        const auto move = [distance, this](const char*& p) {
            if (p != nullptr) p = p - w_.begin >= distance ? p - distance : nullptr;
        };
        move(each_begin_);
        move(each_number_);
        move(each_end_);
        move(carried_.end);
        move(ordinals_to_);
        move(score_end_);
    }

    // The next phrase in text order; false at the end. Its offsets count from the beginning of the text.
    constexpr bool next(record& r, details& d) noexcept {
        while (at_ < stop_) {
            at_ = find_anchor(at_, stop_, w_.end);
            if (at_ >= stop_) break;
            phrase p;
            read_at(at_, p);
            if (p.resume == nullptr || p.resume <= at_) p.resume = p.end != nullptr && p.end > at_ ? p.end : at_ + 1;
            at_ = p.resume;
            if (!p) continue;
            w_.floor = p.end;
            if (p.end - p.begin > longest_phrase) {
                if (dropped_ == 0) first_dropped_ = p.begin;
                ++dropped_;
                cut_ = p.end == w_.end;
                continue;
            }
            r = p.out;
            r.begin = static_cast<std::uint64_t>(p.begin - w_.begin);
            r.length = static_cast<std::uint16_t>(p.end - p.begin);
            if (r.detailed) d = p.more;
            return true;
        }
        return false;
    }

    constexpr const char* position() const noexcept { return at_; }
    constexpr const char* floor() const noexcept { return w_.floor; }
    constexpr std::uint64_t dropped() const noexcept { return dropped_; }
    constexpr const char* first_dropped() const noexcept { return first_dropped_; }
    constexpr void forget_dropped() noexcept { dropped_ = 0; }
    // True when a phrase was dropped that reached the end of the text, so that more of it may come; asking resets it.
    constexpr bool take_cut() noexcept {
        const bool was = cut_;
        cut_ = false;
        return was;
    }

private:
    // Reads the phrase at the anchor `p`. Without one, `resume` may say where to go on.
    constexpr void read_at(const char* p, phrase& out) noexcept {
        const auto c = at(p, w_.end);
        const auto previous = before(w_.floor, p);
        switch (c.cls()) {
            case char_class::none: return;
            case char_class::each: return remember_each(p, c, out);
            case char_class::month_name: return read_month_name(p, c, out);
            case char_class::circled: return read_mark(p, c, out);
            case char_class::vulgar: return read_vulgar(p, c, out);
            case char_class::first: return read_first(p, c, out);
            case char_class::digit: break;
            case char_class::zero:
                // 一个月零三天: the zero joins two amounts that are no one.
                if (p == w_.floor && p != w_.begin && at(p + c.length, w_.end).cls() == char_class::numeral) {
                    out.resume = p + c.length;
                    return;
                }
                [[fallthrough]];
            default:
                const auto following = at(p + c.length, w_.end);  // the last case: nothing jumps over it
                if (cannot_count(previous, c, following)) {
                    out.resume = p + c.length;
                    return;
                }
                if (const auto word = find_lookalike(w_.floor, p, previous, c, following, w_.end)) {
                    // The whole number must lie inside the word.
                    if (c.cls() != char_class::half && c.cls() != char_class::blank) {
                        const auto n = read_numeral(p, w_.end, w_.choices->trillion);
                        // A word that began before the number may cut a run of digits short: 唯一|一个.
                        if (n && n.end > word.end && !(n.positional && word.begin < p)) break;
                    }
                    out.resume = word.end;
                    return;
                }
                break;
        }
        read_number(p, c, previous, out);
    }

    // The quick way out for a stray 一: a single Chinese digit with nothing beside it that a rule could start from.
    static constexpr bool cannot_count(character previous, character c, character next) noexcept {
        if (c.cls() != char_class::numeral) return false;
        constexpr auto follows = mark::unit | mark::after | mark::space | mark::range | mark::list | mark::ratio |
                                 mark::fraction | mark::scientific | mark::bracket;
        if (next.cls() != char_class::none || has(next, follows) || next.id == "点"_c || next.id == ")"_c ||
            next.id == "."_c || next.id == "是"_c || next.id == "，"_c || next.id == "大"_c || next.id == "小"_c ||
            next.id == "整"_c || next.id == invisible)
            return false;
        constexpr auto precedes = mark::month_tail | mark::label_tail | mark::money_tail | mark::sign;
        return !has(previous, precedes) && previous.id != "第"_c && previous.id != " "_c && previous.id != ":"_c;
    }

    // 每 before a unit makes a rate of the number behind it, before a number it belongs to the phrase.
    constexpr void remember_each(const char* p, character c, phrase& out) noexcept {
        out.resume = p + c.length;
        each_begin_ = p;
        each_number_ = p + c.length;
        each_end_ = nullptr;
        each_value_ = 1;
        const auto u = find_unit(each_number_, w_.end);
        if (!u || latin_goes_on(u.end, w_.end)) return;
        const auto* s = detail::denominator_sense(w_, u, each_number_);
        if (s == nullptr || s->unit == 0 || s->role() == role::percent) return;
        each_unit_ = s->unit;
        each_end_ = u.end;
    }

    constexpr void read_month_name(const char* p, character c, phrase& out) const noexcept {
        out.resume = p + c.length;
        if (const auto m = read_named_month(p, w_.end)) return finish_moment(w_, p, m, {}, out);
        // 民国元年
        const char* year = p + c.length;
        const auto era = c.id == "元"_c && at(year, w_.end).id == "年"_c ? era_before(w_.floor, p) : era_match{};
        if (!era.found) return;
        numeral one;
        one.begin = p;
        one.end = year;
        one.value = one.high = one.mantissa = 1;
        const auto m = read_year(one, find_unit(year, w_.end), era, w_.end);
        if (m) finish_moment(w_, era.edge, m, era, out);
    }

    // ① and its kin: ordinals.
    constexpr void read_mark(const char* p, character c, phrase& out) const noexcept {
        out.begin = p;
        out.end = out.resume = p + c.length;
        out.out.kind = kind::ordinal;
        out.set(decimal{c.value()});
    }

    constexpr void read_vulgar(const char* p, character c, phrase& out) const noexcept {
        out.begin = p;
        out.out.kind = kind::fraction;
        out.set_fraction(decimal{c.value() / 100}, decimal{c.value() % 100});
        const char* end = p + c.length;
        amount a;
        a.n.begin = p;
        a.n.end = end;
        attach_unit(a, w_, end, p);
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

    // 首批, 首届: the first of what a measure word counts.
    constexpr void read_first(const char* p, character c, phrase& out) const noexcept {
        out.resume = p + c.length;
        const auto u = find_unit(p + c.length, w_.end);
        const auto* s = u ? u.as(role::count) : nullptr;
        if (s == nullptr || find_lookalike(w_.floor, p, c, w_.end)) return;
        const auto id = at(p + c.length, w_.end).id;
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

    constexpr void read_number(const char* p, character c, character previous, phrase& out) noexcept {
        const auto n = read_numeral(p, c, w_.end, w_.choices->trillion);
        if (!n) {
            out.resume = p + c.length;
            return;
        }
        out.resume = n.end;
        const auto next = at(n.end, w_.end);
        left_context l;
        l.begin = l.sign_begin = p;
        if (may_belong(previous)) read_left(w_, p, n, l);
        if (ordinals_to_ != nullptr && p < ordinals_to_ && !l.ordinal) {
            // 第1、2轮: the 第 serves the whole list.
            l = left_context{};
            l.begin = p;
            l.ordinal = true;
        }
        // Dates in digits come before names: 2020-02-26 has the shape of a telephone number.
        if (n.arabic && n.digits == 4 && (n.fraction || has(next, mark::range | mark::list)) &&
            !is_latin(previous.id) && !l.ordinal && read_calendar(w_, l, n, {}, true, carried_, out))
            return;
        if (l.ordinal && n.arabic && ends_with_any(w_.floor, l.begin, "字"_w)) {
            // 京字第07311号
            const char* begin = before_word(w_.floor, l.begin, "字"_w);
            if (before(w_.floor, begin).id == ")"_c) {
                // (京)字第07311号
                for (const char* q = begin; q > w_.floor && begin - q < 16; q -= before(w_.floor, q).length)
                    if (q[-1] == '\n') {
                        break;
                    } else if (at(q, w_.end).id == "("_c) {
                        begin = q;
                        break;
                    }
            }
            // 台参字第 0950191473C 号
            const char* end = detail::name_end(n.end, w_.end);
            const char* number_word = skip_spaces(end, w_.end);
            if (at(number_word, w_.end).id == "号"_c) end = number_word + 3;
            return finish_name({begin, end}, out);
        }
        if (!(l.ordinal && n.arabic) && may_be_name(n, previous, next))
            if (const auto name = read_identifier(w_, p, n, l)) return finish_name(name, out);
        if (l.ordinal) return read_ordinal(l, n, out);
        if (has(previous, mark::month_tail) && read_weekday(p, n, out)) return;
        if (n.arabic && !any(l.flags) && !l.negative && read_short_date(n, previous, next, out)) return;
        if (has(next, mark::fraction)) {
            if (read_fraction(w_, l, n, out)) return;
            out = phrase{};
            out.resume = n.end;
        }
        if (next.id == ":"_c && n.arabic && read_colon_time(l, n, out)) return;
        if (has(next, mark::unit) && read_plain(l, n, previous, next, out)) return;
        auto a = read_amount(w_, n, l.begin);
        if (!any(a.n.flags) && (a.sense != nullptr || has(next, mark::range | mark::list | mark::space | mark::month_tail) ||
                                has(previous, mark::month_tail)) &&
            read_calendar_at(l, n, a, out))
            return;
        if (next.id == "/"_c && read_slash_fraction(w_, l, n, out)) return;
        if (has(next, mark::ratio | mark::space) && read_ratio(w_, l, n, out)) return;
        if (n.half) return read_half(l, a, out);
        if (next.id == "("_c) skip_repeated(w_, a);
        const auto behind = at(a.end, w_.end);
        const bool tolerance = has(behind, mark::bracket | mark::space) && read_tolerance(w_, a);
        const bool range = !tolerance && has(behind, mark::range | mark::space) && read_range(w_, l, a);
        if (a.sense == nullptr && !range && !tolerance &&
            (has(behind, mark::list | mark::space) || has(behind, mark::scientific)))
            borrow_unit(a, l);
        if (!range && a.sense == nullptr && n.arabic && next.id == "-"_c && read_hyphen(l, n, out)) return;
        if (l.only_recent && any(a.n.flags & approx::indefinite) && a.sense != nullptr &&
            detail::kind_of(a.role()) == kind::duration) {
            // 近几年来: "recent", and outside.
            l.flags = approx::exact;
            l.begin = p;
        }
        if (a.sense == nullptr) return read_bare(l, a, out);
        read_with_unit(l, a, out);
    }

    // The short way for the commonest phrases, such as 3000名 and 约12.5公里: a number of more than one character and a unit
    // with one reading, where no character beside them sets off any rule. It gives what the rules would give.
    constexpr bool read_plain(const left_context& l, const numeral& n, character previous, character next,
                              phrase& out) const noexcept {
        constexpr auto around = mark::after | mark::space | mark::range | mark::list | mark::ratio | mark::fraction |
                                mark::scientific | mark::bracket | mark::month_tail;
        if (n.single || n.half || n.wordy || has(next, around | mark::goes_on) || has(previous, mark::month_tail)) return false;
        if (l.negative || l.plus_minus || l.below_zero || l.ordinal || l.only_recent || l.currency != 0 ||
            any(l.flags & approx::at_least) || each_end_ == l.begin || each_number_ == l.begin)
            return false;
        const auto u = find_unit(n.end, next, w_.end);
        if (!u || u.sense->plain == 0 || latin_goes_on(u.end, w_.end)) return false;
        if (has(at(u.end, w_.end), mark::tail | mark::range | mark::bracket)) return false;
        out.begin = l.begin;
        out.end = out.resume = u.end;
        out.out.kind = detail::kind_of(u.sense->role());
        out.out.unit = u.sense->unit == detail::code::yuan ? w_.choices->currency : u.sense->unit;
        out.out.approx = l.flags | n.flags;
        out.out.open_place = n.open_place;
        out.set(n);
        return true;
    }

    // A cheap test for what read_identifier looks at.
    static constexpr bool may_be_name(const numeral& n, character previous, character next) noexcept {
        if (has(previous, mark::label_tail | mark::space) || previous.id == ":"_c) return true;
        if (!n.arabic) return false;
        return is_latin(previous.id) || is_latin(next.id) || next.id == "_"_c || next.id == "-"_c || next.id == ")"_c ||
               next.id == "〕"_c || next.id == "]"_c || next.id == "号"_c ||
               next.id == "."_c || n.leading_zero || n.digits >= 11 || next.id == "省"_c || next.id == "国"_c ||
               next.id == "县"_c || next.id == "乡"_c || next.id == "军"_c || next.id == "医"_c || next.id == "高"_c ||
               previous.id == "_"_c || previous.id == "-"_c || previous.id == "."_c || previous.id == "@"_c ||
               previous.id == "/"_c || previous.id == "["_c || previous.id == "某"_c || previous.id == "×"_c;
    }

    constexpr void finish_name(const name_span& name, phrase& out) const noexcept {
        out.out = record{};
        out.out.kind = kind::identifier;
        out.out.form = form::none;
        out.begin = name.begin;
        out.end = out.resume = name.end;
    }

    // 第三批, 第4, 第1、2轮, 第1至3名, 第十三届; 第 9-1 條 is a name.
    constexpr void read_ordinal(const left_context& l, const numeral& n, phrase& out) noexcept {
        if (n.overflow || n.half || any(n.flags & approx::indefinite)) return;
        const auto dash = at(n.end, w_.end);
        if (dash.id == "-"_c && n.arabic && at(n.end + dash.length, w_.end).cls() == char_class::digit) {
            const auto m = read_numeral(n.end + dash.length, w_.end);
            amount b;
            b.n = m;
            attach_unit(b, w_, m.end, l.begin);
            if (b.sense == nullptr || b.unit.end == nullptr || at(b.end - 3, w_.end).id == "条"_c)
                return finish_name({l.begin, b.sense != nullptr ? b.end : m.end}, out);
        }
        out.begin = l.begin;
        out.out.kind = kind::ordinal;
        out.out.approx = approx::exact;
        amount a;
        a.n = n;
        a.number_end = a.end = n.end;
        const auto behind = at(n.end, w_.end);
        // 第六|大卫星: what follows 大 is no measure word of the ordinal.
        if ((behind.id != "大"_c && behind.id != "小"_c) || find_unit(n.end, w_.end)) attach_unit(a, w_, n.end, l.begin);
        if (a.sense != nullptr && detail::is_calendar_role(a.role()) && a.role() == role::quarter && !n.range) {
            moment m;
            const int v = detail::small_number(n);
            if (v >= 1 && v <= 4) {
                m.value.month = static_cast<std::uint8_t>(32 + v);
                m.end = a.end;
                m.coarse = m.fine = precision::quarter;
                finish_moment(w_, l.begin, m, {}, out);
                return;
            }
        }
        if (a.sense == nullptr) {
            // 第1、2轮, 第1至3名
            const auto on = look_onward(w_, n.end);
            const char* far = n.end;
            if (read_range_mark(far, w_.end) && at(far, w_.end).id == "第"_c) {
                // 第1至第4号
                const auto b = read_amount(w_, far + at(far, w_.end).length, l.begin);
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
                if (read_range(w_, plain, r) && r.n.range) {
                    out.set(r.n);
                    out.out.unit = ordinal_unit(on.last);
                    out.end = out.resume = r.end;
                    if (r.sense == nullptr) ordinals_to_ = on.last.end;
                    return;
                }
            }
            if (on.kind == onward::joint::list && on.last.sense != nullptr && takes_ordinal(on.last.role())) {
                out.out.unit = ordinal_unit(on.last);
                ordinals_to_ = on.last.end;
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
            const char* q = skip_spaces(a.end, w_.end);
            if (at(q, w_.end).id == "之"_c) {
                const auto m = read_numeral(skip_spaces(q + 3, w_.end), w_.end);
                const auto first = at(a.unit.end - 3, w_.end).id;
                if (m && (first == "条"_c || first == "章"_c || first == "节"_c || first == "款"_c || first == "项"_c))
                    return finish_name({l.begin, m.end}, out);
            }
        } else {
            out.end = out.resume = n.end;
        }
    }

    static constexpr bool takes_ordinal(role r) noexcept {
        return r == role::count || r == role::noun || r == role::duration || r == role::year || r == role::day ||
               r == role::number || r == role::minute || r == role::hour || r == role::second || r == role::century ||
               r == role::oclock || r == role::month;
    }
    static constexpr unit_id ordinal_unit(const amount& a) noexcept {
        // 第二点 is a point, no hour.
        const auto* counted = a.role() == role::oclock ? a.unit.as(role::count) : nullptr;
        return counted != nullptr ? counted->unit : a.sense->unit;
    }

    // 星期四, 周三, 礼拜一.
    constexpr bool read_weekday(const char* p, const numeral& n, phrase& out) const noexcept {
        if (!n.single || n.bare || n.half || n.financial) return false;
        const int v = detail::small_number(n);
        if (v < 1 || v > 6) return false;
        const char* start = before_word(w_.floor, p, "星期"_w);
        if (start == nullptr) start = before_word(w_.floor, p, "礼拜"_w);
        if (start == nullptr) {
            start = before_word(w_.floor, p, "周"_w);
            const auto u = find_unit(n.end, w_.end);
            if (start == nullptr || u || ends_with_any(w_.floor, p, "一周"_w, "每周"_w)) return false;
        }
        out.begin = start;
        out.end = out.resume = n.end;
        out.out.kind = kind::date;
        calendar c;
        c.weekday = static_cast<std::uint8_t>(v);
        out.set(c);
        return true;
    }

    // ’98, 3·15.
    constexpr bool read_short_date(const numeral& n, character previous, character next, phrase& out) const noexcept {
        const int v = detail::small_number(n);
        if ((previous.id == "’"_c || previous.id == "'"_c) && n.digits == 2 && next.id != "年"_c && !is_latin(next.id) && !has(next, mark::unit)) {
            moment m;
            m.value.year = static_cast<std::uint16_t>(0xFF00 | v / 10 << 4 | v % 10);
            m.coarse = m.fine = precision::year;
            m.end = n.end;
            finish_moment(w_, n.begin - previous.length, m, {}, out);
            return true;
        }
        if (next.id != "·"_c || n.digits > 2 || v < 1 || v > 12) return false;
        const auto d = read_numeral(n.end + next.length, w_.end);
        const int day = detail::small_number(d);
        if (day < 1 || day > 31 || !d.arabic || d.digits > 2 || find_unit(d.end, w_.end)) return false;
        calendar c;
        c.month = static_cast<std::uint8_t>(v);
        c.day = static_cast<std::uint8_t>(day);
        if (!is_possible(c)) return false;
        out.begin = n.begin;
        out.end = out.resume = d.end;
        out.out.kind = kind::date;
        out.set(c);
        return true;
    }

    // 7:30, 17:37:48, 晚上9:00; 3:1 and 1:50000 are left to ratios, and so is 1:20 beside 比例.
    constexpr bool read_colon_time(const left_context& l, const numeral& n, phrase& out) const noexcept {
        if (n.digits > 2 || n.fraction || at(n.end, w_.end).id != ":"_c) return false;
        const char* q = skip_spaces_back(w_.floor, n.begin);
        const auto part = day_part_before(w_.floor, q);
        const auto m = read_clock(n.begin, w_.end, part ? part.part : day_part::absent);
        if (!m) return false;
        if (!part && (ends_with_any(w_.floor, l.begin, "比例"_w, "比例为"_w, "比分"_w, "配比"_w, "比率"_w, "比"_w) ||
                      starts_with_any(m.end, w_.end, "的比例"_w, "的比分"_w, "比例"_w)))
            return false;
        finish_moment(w_, part ? part.edge : l.begin, m, {}, out);
        out.out.approx |= l.flags;
        return true;
    }

    // Dates and clock times; a number without a unit may share that of a later one (3至5月, 3、5号, 2015和2016年).
    constexpr bool read_calendar_at(const left_context& l, const numeral& n, const amount& a, phrase& out) noexcept {
        if (n.range && a.role() == role::decade && n.pair) {
            // 五六十年代
            const auto low = n.value.as_integer();
            const auto high = n.high.as_integer();
            if (!low || !high || *low < 10 || *high > 90) return false;
            calendar from;
            calendar to;
            from.year = static_cast<std::uint16_t>(0xFF0F | *low / 10 << 4);
            to.year = static_cast<std::uint16_t>(0xFF0F | *high / 10 << 4);
            out.begin = l.begin;
            out.end = out.resume = a.end;
            out.out.kind = kind::date;
            out.set_range(from, to);
            return true;
        }
        if (n.range && n.pair && a.role() == role::month && !any(a.flags)) {
            // 四五月间
            const auto low = n.value.as_integer();
            const auto high = n.high.as_integer();
            if (!low || !high || *high > 12) return false;
            calendar from;
            calendar to;
            from.month = static_cast<std::uint8_t>(*low);
            to.month = static_cast<std::uint8_t>(*high);
            out.begin = l.begin;
            out.end = out.resume = a.end;
            out.out.kind = kind::date;
            out.set_range(from, to);
            return true;
        }
        if (n.range || n.fraction || any(a.flags)) return false;
        if (a.sense != nullptr) {
            if (!detail::is_calendar_role(a.unit.role()) && a.unit.as(role::oclock) == nullptr) return false;
            if (a.unit.end == nullptr) return false;
            if (!read_calendar(w_, l, n, a.unit, true, carried_, out)) return false;
            remember_era(n, out);
            return true;
        }
        const auto on = look_onward(w_, n.end);
        if (!on || on.last.sense == nullptr || !detail::is_calendar_role(on.last.unit.role())) return false;
        if (on.kind == onward::joint::range) {
            // 3至5月, 2019—2020年, 9-11时: both ends have the unit of the second.
            const auto& far = on.last;
            if (any(far.flags) || far.n.range) return false;
            moment from = detail::read_moment(w_, n, far.unit, {}, true);
            if (far.role() == role::hour || far.role() == role::oclock) return read_hour_range(l, n, far, out);
            if (!from) return false;
            from.end = n.end;
            from.value.month = from.coarse == precision::year ? std::uint8_t{0} : from.value.month;
            if (from.coarse == precision::month) from.value.day = 0;
            from.fine = from.coarse;
            from.value.hour = from.value.minute = from.value.second = calendar::absent;
            if (from.fine == precision::day && far.role() == role::number &&
                !detail::number_is_day(w_, l.begin, far.end))
                return false;
            if (from.fine == precision::day && far.role() == role::day &&
                detail::day_is_duration(w_, l, far.end))
                return false;
            if (from.fine == precision::month && !far.unit.as(role::month)) return false;
            phrase trial;
            finish_moment(w_, l.begin, from, {}, trial);
            if (trial.out.form != form::calendar_range) return false;
            out = trial;
            out.out.approx |= l.flags;
            return true;
        }
        return read_calendar(w_, l, n, on.last.unit, false, carried_, out) && out.end == n.end;
    }

    constexpr bool read_hour_range(const left_context& l, const numeral& n, const amount& far,
                                   phrase& out) const noexcept {
        const int from = detail::small_number(n);
        const char* q = skip_spaces_back(w_.floor, n.begin);
        const auto part = day_part_before(w_.floor, q);
        auto to = read_clock(far.n.begin, w_.end, part ? part.part : day_part::absent);
        if (from < 0 || from > 24 || n.digits > 2 || !to) return false;
        moment m;
        m.value.hour = static_cast<std::uint8_t>(detail::in_day(from, 0, part ? part.part : day_part::absent));
        m.coarse = m.fine = precision::hour;
        out.begin = part ? part.edge : l.begin;
        out.end = out.resume = to.end;
        out.out.kind = kind::time;
        out.out.approx = l.flags;
        out.set_range(m.value, to.value);
        return true;
    }

    // The era of a year goes on to the years that are joined to it.
    constexpr void remember_era(const numeral& n, const phrase& out) noexcept {
        if (out.out.kind != kind::date) return;
        const auto era = era_before(w_.floor, skip_spaces_back(w_.floor, n.begin));
        if (era.found)
            carried_ = {era, out.end};
        else if (carried_.end != nullptr && out.begin - carried_.end <= 3)
            carried_.end = out.end;
        else
            carried_ = {};
    }

    // 2-1胜 is a score, 26-1 a name: two numbers with a hyphen that are no range.
    constexpr bool read_hyphen(const left_context& l, const numeral& n, phrase& out) noexcept {
        const char* q = n.end + at(n.end, w_.end).length;
        const auto m = read_numeral(q, w_.end);
        if (!m || !m.arabic || m.fraction || n.fraction || m.overflow || n.overflow) return false;
        const auto c = at(skip_spaces(m.end, w_.end), w_.end);
        if (c.id == "胜"_c || c.id == "负"_c || c.id == "平"_c || c.id == "击"_c || c.id == "战"_c || c.id == "大"_c ||
            c.id == "领"_c || c.id == "落"_c || c.id == "不"_c || c.id == "险"_c || c.id == "逆"_c || c.id == "完"_c ||
            c.id == "横"_c || c.id == "轻"_c || is_score(n.begin)) {
            score_end_ = m.end;
            out.begin = l.begin;
            out.end = out.resume = m.end;
            out.out.kind = kind::ratio;
            out.out.form = form::ratio;
            out.out.value(n.value);
            out.more.second = m.value;
            out.more.terms = 2;
            out.out.detailed = true;
            return true;
        }
        if (n.value < m.value) return false;
        finish_name({n.begin, m.end}, out);
        return true;
    }

    // True when what stands before a pair of numbers says that they are a score, or a score that they are listed with.
    constexpr bool is_score(const char* p) const noexcept {
        if (ends_with_any(w_.floor, p, "比分"_w, "比分为"_w, "分别为"_w, "以"_w)) return true;
        const auto c = before(w_.floor, p);
        return score_end_ != nullptr && (c.id == "、"_c || c.id == "和"_c) && p - c.length == score_end_;
    }

    // A number without a unit takes that of the list it begins: 3、5号, 7家、3家 has its own; 120/80mmHg.
    constexpr void borrow_unit(amount& a, const left_context& l) const noexcept {
        if (a.n.range || any(a.flags) || a.n.overflow || l.currency != 0) return;
        const auto on = look_onward(w_, a.end);
        if (on.kind != onward::joint::list || on.last.sense == nullptr) return;
        const auto mark = at(on.mark, w_.end);
        const auto r = on.last.role();
        if (on.product) {
            // 10 x 15 英寸, but 4×100米接力 counts runners.
            if (r != role::measure || after_word(on.last.end, w_.end, "接力"_w) != nullptr) return;
        } else if (mark.id == "/"_c) {
            if (r != role::measure) return;
        } else if (!a.n.arabic && a.n.single && mark.id != "、"_c && mark.id != "和"_c && mark.id != "或"_c) {
            return;
        }
        // 三、五个: an enumeration mark before a list item (一、五个…) lends nothing.
        if (mark.id == "、"_c && a.n.single && at_clause_start(l.begin)) return;
        if (r == role::percent || r == role::noun) {
            if (mark.id == "/"_c) return;
        }
        const auto next = on.last.n;
        // 二、三百亿度: 200 to 300.
        if (mark.id == "、"_c && a.n.single && a.n.power == 0 && next.power != 0 && !next.range && !next.overflow) {
            const auto high = next.value.normalized();
            if (high.coefficient == a.n.value.coefficient + 1 && high.exponent > 0) {
                numeral n = next;
                n.value = n.mantissa = decimal{a.n.value.coefficient, high.exponent};
                n.high = next.value;
                n.range = true;
                n.begin = a.n.begin;
                a = on.last;
                a.n = n;
                return;
            }
        }
        // Neighbouring digits and one unit are a range: 3、4厘米.
        if (mark.id == "、"_c && r != role::number && !any(on.last.flags) && a.n.digits == 1 && next.digits == 1 &&
            a.n.power == 0 && next.power == 0 && !next.range && a.n.arabic == next.arabic && !a.n.fraction &&
            !next.fraction && on.last.n.begin == on.mark + mark.length &&
            next.value == decimal{a.n.value.coefficient + 1, 0} && a.n.value.exponent == 0) {
            numeral n = a.n;
            if (detail::make_range(n, next)) {
                n.begin = a.n.begin;
                const auto begin = a.n.begin;
                a = on.last;
                a.n = n;
                a.n.begin = begin;
                return;
            }
        }
        a.unit = on.last.unit;
        a.sense = on.last.sense;
        a.borrowed = true;
        borrowed_power(a, on.last);
    }

    // 3、5万元: the multiplier goes on to the left as in ranges.
    static constexpr void borrowed_power(amount& a, const amount& last) noexcept {
        static_cast<void>(detail::spread_multiplier(a.n, last.n));
    }

    constexpr bool at_clause_start(const char* p) const noexcept {
        const auto c = before(w_.begin, p);
        if (c.at_end()) return true;
        if (p[-1] == '\n' || p[-1] == '\r') return true;
        return c.id == " "_c || c.id == ":"_c || c.id == ";"_c || c.id == "。"_c || c.id == "("_c;
    }

    constexpr void read_with_unit(const left_context& l, amount& a, phrase& out) noexcept {
        const auto r = a.role();
        if (a.n.single && !a.borrowed && (r == role::count || r == role::noun)) {
            // 一个个, 一项项: every one. 零 counts nothing (零报告).
            const std::string_view word{a.number_end, static_cast<std::size_t>(a.end - a.number_end)};
            const bool again = a.n.value == decimal{1} && static_cast<std::size_t>(w_.end - a.end) >= word.size() &&
                               std::string_view{a.end, word.size()} == word;
            if (again || a.n.value == decimal{0}) {
                out.resume = again ? a.end + word.size() : a.end;
                return;
            }
        }
        // 一级响应, 三级医院: a level is a position, but 两级, 县乡村三级 and 三级书记 count.
        if (is_level(l, a)) {
            out.begin = a.n.begin;
            out.out.kind = kind::ordinal;
            out.out.unit = a.sense->unit;
            out.set(a.n);
            out.end = out.resume = a.end;
            return;
        }
        // 9号, 1至4号: a number in a series.
        if (r == role::number) {
            if (any(a.flags) || a.n.half) return;
            out.begin = l.begin;
            out.out.kind = kind::ordinal;
            out.out.unit = a.sense->unit;
            out.set(a.n);
            out.end = out.resume = a.end;
            return;
        }
        if ((r == role::oclock || r == role::hour) && a.unit.as(role::count) != nullptr) {
            a.sense = a.unit.as(role::count);
            return read_with_unit(l, a, out);
        }
        if (detail::is_calendar_role(r) && r != role::year && r != role::month && r != role::day && r != role::minute &&
            r != role::second && r != role::hour && r != role::century)
            return read_bare(l, a, out);
        if (r == role::month && !any(a.flags | l.flags)) {
            const int v = detail::small_number(a.n);
            const auto c = at(a.end, w_.end);
            const bool span = c.id == "来"_c || c.id == "余"_c || c.id == "内"_c || c.id == "后"_c || c.id == "前"_c;
            if (!span && !a.n.range && (v < 1 || v > 12)) return read_bare(l, a, out);
        }
        if ((a.sense->unit == 0 && !is_factor(r)) || r == role::quarter) return read_bare(l, a, out);
        left_context left = l;
        if (left.loose_minus && !(r == role::measure || r == role::percent || r == role::degree || r == role::money)) {
            left.negative = false;
            left.begin = a.n.begin;
        }
        if (a.n.single && a.n.value == decimal{1} && left.flags == approx::over && r == role::count) {
            // 突破一批关键技术: a verb.
            left = left_context{};
            left.begin = a.n.begin;
        }
        if (!read_quantity(w_, left, a, out)) {
            out = phrase{};
            return read_bare(l, a, out);
        }
        static_cast<void>(read_statutory_range(w_, out));
        add_each(a, out);
    }

    static constexpr bool is_factor(role r) noexcept {
        return r == role::times || r == role::discount || r == role::double_ || r == role::tenth;
    }

    constexpr bool is_level(const left_context& l, const amount& a) const noexcept {
        if (at(a.unit.end - 3 < a.number_end ? a.number_end : a.unit.end - 3, w_.end).id != "级"_c) return false;
        if (a.n.range && !a.n.arabic) return false;
        if (any(a.flags | l.flags) || a.n.digits > 2 || a.n.half) return false;
        const auto first = at(a.n.begin, w_.end);
        if (first.id == "两"_c) return false;
        // Levels listed before it are counted: 县、乡、村三级.
        const char* q = l.begin;
        const auto c = before(w_.floor, q);
        if (c.length == 3) {
            const auto d = before(w_.floor, q - c.length);
            if (d.id == "、"_c) return false;
        }
        return a.sense->role() == role::count;
    }

    // 每人50元, 每月一次, 每10万人3.2例. A duration is no numerator.
    constexpr void add_each(const amount& a, phrase& out) noexcept {
        if (out.end == nullptr) return;
        const bool numerator = out.out.kind == kind::count || out.out.kind == kind::money ||
                               out.out.kind == kind::measure || out.out.kind == kind::percent ||
                               out.out.kind == kind::multiple;
        if (each_begin_ != nullptr && each_end_ == out.begin && each_begin_ >= w_.floor && numerator && out.out.per == 0) {
            out.begin = each_begin_;
            detail::set_rate(out, each_unit_, each_value_);
        } else if (each_begin_ != nullptr && each_number_ == out.begin && each_begin_ >= w_.floor) {
            out.begin = each_begin_;
            // 每10万人3.2例: a number follows at once and this one is its denominator.
            const bool denominator = out.out.form == form::decimal && out.out.approx == approx::exact &&
                                     out.out.per == 0 && out.end == a.end && out.out.kind != kind::money;
            if (denominator) {
                const auto next = at(out.end, w_.end);
                if (next.cls() != char_class::none && next.cls() < char_class::circled) {
                    const auto b = read_amount(w_, out.end, out.end);
                    if (b && b.sense != nullptr && detail::kind_of(b.role()) != kind::duration &&
                        !detail::is_calendar_role(b.role())) {
                        each_end_ = out.end;
                        each_unit_ = out.out.unit;
                        each_value_ = out.out.value();
                        out.resume = out.end;
                        out.end = nullptr;
                    }
                }
            }
        }
    }

    // 半年, 半小时, 半个; 半数 is a fraction. Alone it is nothing.
    constexpr void read_half(const left_context& l, amount& a, phrase& out) noexcept {
        const auto next = at(a.n.end, w_.end);
        const auto half_of = before(w_.floor, a.n.begin);
        if ((half_of.id == "上"_c || half_of.id == "下"_c) && next.id == "年"_c) {
            // 上半年, 下半年
            moment m;
            m.value.month = half_of.id == "上"_c ? 40 : 41;
            m.coarse = m.fine = precision::quarter;
            m.end = a.n.end + next.length;
            finish_moment(w_, a.n.begin - half_of.length, m, {}, out);
            return;
        }
        if (next.id == "数"_c) {
            out.begin = l.begin;
            out.out.kind = kind::fraction;
            out.out.approx = l.flags;
            out.set_fraction(1, 2);
            const char* end = a.n.end + next.length;
            read_after(w_, end, out.out, false);
            out.end = out.resume = end;
            return;
        }
        if (next.id == "个"_c) {
            // 半个月, 半个小时
            const auto u = find_unit(a.n.end, w_.end);
            if (u && u.as(role::count) != nullptr && u.end == a.n.end + next.length) {
                const auto v = find_unit(u.end, w_.end);
                const auto* s = v ? v.as(role::duration) : nullptr;
                if (s != nullptr) {
                    a.unit = v;
                    a.sense = s;
                    a.end = v.end;
                }
            }
        }
        if (a.sense == nullptr || (a.role() == role::count && a.sense->unit == 0)) return;
        const auto k = detail::kind_of(a.role());
        if (k != kind::duration && k != kind::measure && k != kind::count && k != kind::money && a.role() != role::points)
            return;
        if (a.role() == role::number || a.role() == role::noun || a.role() == role::oclock || a.role() == role::minute ||
            a.role() == role::hour || a.role() == role::subunit)
            return;
        read_with_unit(l, a, out);
    }

    // A number without a unit: a cardinal, or nothing when a single character or two loose ones.
    constexpr void read_bare(const left_context& l, amount& a, phrase& out) noexcept {
        const auto& n = a.n;
        const char* end = a.number_end;
        out = phrase{};
        if (at(n.end, w_.end).cls() == char_class::multiplier) {
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
        if (l.loose_minus && !n.fraction) {
            left_context none;
            none.begin = n.begin;
            out.begin = n.begin;
            none.flags = l.flags;
            return finish_bare(none, a, end, out);
        }
        if (n.half) return;
        if (!n.arabic && l.currency == 0) {
            // 一半
            if (n.single && n.value == decimal{1} && at(n.end, w_.end).cls() == char_class::half) return read_one_half(l, n, out);
            if (n.single && l.negative && !n.bare) return finish_bare(l, a, end, out);
            if (n.single && !n.bare) {
                if (is_list_mark(l, n)) {
                    out.out.kind = kind::ordinal;
                    out.out.approx = approx::exact;
                    out.begin = n.begin;
                    out.set(n);
                    out.end = n.end;
                    out.resume = n.end;
                }
                return;
            }
            if (is_list_mark(l, n)) {
                // 十一、 at the beginning of a line
                out.out.kind = kind::ordinal;
                out.set(n);
                out.begin = n.begin;
                out.end = out.resume = n.end;
                return;
            }
            const bool said = n.power >= 4 && n.end - n.begin == 6 &&
                              ends_with_any(w_.floor, l.begin, "破"_w, "达"_w, "达到"_w, "超"_w, "过"_w, "到"_w, "至"_w);
            if (n.bare && !any(out.out.approx) && n.end - n.begin <= 6 && !said) return;
            if (n.pair && n.power == 0 && n.end - n.begin <= 6) return;
            if (n.positional && n.digits == 2) return;
            if (n.single && !(n.bare && any(out.out.approx))) return;
            if (any(n.flags & approx::indefinite) && n.end - n.begin <= 3) return;
        }
        finish_bare(l, a, end, out);
    }

    constexpr void finish_bare(const left_context& l, amount& a, const char* end, phrase& out) noexcept {
        const auto& n = a.n;
        const char* q = a.end > end ? a.end : end;
        out.set(n);
        detail::apply_sign(out, l);
        if (n.arabic && l.currency == 0 && is_list_mark(l, n) && !n.range) {
            out.out.kind = kind::ordinal;
            out.out.approx = approx::exact;
            out.begin = n.begin;
            out.end = out.resume = n.end;
            return;
        }
        end = n.range ? q : end;
        read_after(w_, end, out.out, false);
        if (out.out.kind == kind::money) detail::add_rate(w_, out, end);
        out.end = out.resume = end;
        add_each(a, out);
    }

    constexpr void read_one_half(const left_context& l, const numeral& n, phrase& out) const noexcept {
        const char* end = n.end + 3;
        out.begin = l.begin;
        out.out.kind = kind::fraction;
        out.set_fraction(1, 2);
        read_after(w_, end, out.out, false);
        out.end = out.resume = end;
    }

    // 一、 （一） 1. 1) at the beginning of a clause, 一是 二是.
    constexpr bool is_list_mark(const left_context& l, const numeral& n) const noexcept {
        if (any(l.flags) || l.negative || n.fraction || n.range || n.digits > 3 || n.power != 0) return false;
        const auto next = at(n.end, w_.end);
        auto b = before(w_.begin, n.begin);
        if (b.id == "("_c && next.id == ")"_c) {
            const char* open = n.begin - b.length;
            const auto outside = before(w_.begin, open);
            return !n.arabic || outside.length != 3 || outside.id == "。"_c || outside.id == "，"_c || outside.id == "；"_c;
        }
        const char* q = skip_spaces_back(w_.begin, n.begin);
        const bool line = q == w_.begin || q[-1] == '\n' || q[-1] == '\r';
        const bool clause = line || b.id == " "_c || b.id == ":"_c || b.id == ";"_c || b.id == "。"_c || b.id == "，"_c ||
                            b.id == ","_c;
        if (!clause) return false;
        if (!n.arabic && !n.single) return line && next.id == "、"_c && n.value < decimal{100};
        if (!n.arabic) return next.id == "、"_c || next.id == "是"_c || next.id == "."_c || next.id == "，"_c;
        if (!line && b.id != ":"_c && b.id != ";"_c && b.id != "。"_c) return false;
        const auto second = at(n.end + next.length, w_.end);
        return (next.id == "."_c && second.cls() != char_class::digit) || next.id == "、"_c || next.id == ")"_c;
    }

    window w_;
    const char* at_ = nullptr;
    const char* stop_ = nullptr;
    const char* each_begin_ = nullptr;   // the last 每
    const char* each_number_ = nullptr;  // behind it
    const char* each_end_ = nullptr;     // behind the unit that follows it, null when none does
    unit_id each_unit_ = 0;
    decimal each_value_ = 1;
    carried_era carried_;
    const char* score_end_ = nullptr;    // behind the last score written with a hyphen
    const char* ordinals_to_ = nullptr;  // numbers before it belong to a list that began with 第
    std::uint64_t dropped_ = 0;
    const char* first_dropped_ = nullptr;
    bool cut_ = false;
};

}  // namespace zh
}  // namespace v0
}  // namespace shuliang
