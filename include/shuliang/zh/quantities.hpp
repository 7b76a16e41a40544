// zh/quantities.hpp - from a number and its unit to a quantity: kind, value, compound amounts, brackets, rates.
#pragma once

#include "shuliang/zh/calendar_reader.hpp"
#include "shuliang/zh/left.hpp"
#include "shuliang/zh/lookalike.hpp"

namespace shuliang::inline v0::zh {

namespace detail {

namespace code = shuliang::detail::code;

// The decimal value x factor(from)/factor(to); empty unless the quotient of the factors is a whole number.
constexpr std::optional<decimal> in_smaller(decimal v, unit from, unit to) noexcept {
    if (from == to) return v;
    if (from.dimension() != to.dimension() || from.offset() != decimal{} || to.offset() != decimal{})
        return std::nullopt;
    const auto f = from.factor();
    const auto t = to.factor();
    if (!f || !t) return std::nullopt;
    const auto quotient = divide(*f, *t);
    if (!quotient || !quotient->as_integer() || *quotient->as_integer() < 2) return std::nullopt;
    return multiply(v, decimal{*quotient->as_integer()});
}

// The kind of phrase that a unit in this role makes.
constexpr kind kind_of(role r) noexcept {
    switch (r) {
        case role::measure:
        case role::degree:
            return kind::measure;
        case role::money:
        case role::subunit:
            return kind::money;
        case role::duration:
        case role::year:
        case role::month:
        case role::day:
        case role::hour:
        case role::minute:
        case role::second:
            return kind::duration;
        case role::age:
            return kind::age;
        case role::percent:
        case role::permille:
        case role::points:
        case role::basis:
        case role::tenth:
            return kind::percent;
        case role::times:
        case role::discount:
        case role::double_:
            return kind::multiple;
        default:
            return kind::count;
    }
}

// Adds 0.5 to a single value.
constexpr bool add_half(numeral& n) noexcept {
    if (n.range || n.overflow || !n.value.is_integer()) return false;
    const auto v = add(n.value, decimal{5, -1});
    if (!v) return false;
    n.value = n.high = *v;
    return true;
}

constexpr void apply_sign(phrase& p, const left_context& l) noexcept {
    if (l.negative && p.out.form == form::decimal) p.out.value(-p.out.value());
    if (l.negative && p.out.form == form::range) {
        // -5 to -3 stays in order: the larger amount below zero is the lower end.
        const auto low = -p.more->second;
        p.more->second = -p.out.value();
        p.out.value(low);
    }
    if (l.plus_minus && p.out.form == form::decimal) p.set_range(-p.out.value(), p.out.value());
}

// 3斤2两, 2小时30分, 三年零两个月, 5元3角: further parts with smaller units of the same dimension. `end` is behind
// the first unit; the value and unit of `p` are brought to the smallest unit named, money stays in its main unit.
constexpr void add_parts(const window& w, phrase& p, role first, const char*& end) noexcept {
    if (p.out.form != form::decimal || p.out.open_place || any(p.out.approx & approx::indefinite)) return;
    bool money = first == role::money || first == role::subunit;
    int scale_before = first == role::subunit ? 1 : 0;
    for (int parts = 0; parts < 4; ++parts) {
        const char* q = end;
        const auto c = at(q, w.end);
        if (c.cls() == char_class::none && c.id != " "_c && c.id != "又"_c) return;
        if (c.id == " "_c) q = skip_spaces(q, w.end);
        const auto joint = at(q, w.end);
        const bool filler = joint.cls() == char_class::zero || joint.id == "又"_c;
        if (filler) q += joint.length;
        auto n = read_numeral(q, w.end);
        if (money && n.positional && n.digits == 2 && before(n.begin, n.end).id == "一"_c &&
            at(n.begin, w.end).cls() == char_class::numeral && find_unit(w, n.end).as(role::subunit) == nullptr) {
            // 三块二一斤: 一斤 is what it buys.
            n = read_numeral(q, q + at(q, w.end).length);
        }
        if (!n || (n.range && !n.pair) || n.overflow || n.bare || any(n.flags) || n.half || n.wordy) return;
        const bool cut = n.single && at(n.end, w.end).id == "一"_c;
        const auto u = cut ? unit_match{} : find_unit(w, skip_spaces(n.end, w.end));
        const auto here = w.unit_of(p.out.unit);
        if (u && !latin_goes_on(u.end, w.end)) {
            if (n.range) return;
            if (first == role::degree) {
                // 25度2分30秒: minutes and seconds of arc.
                const bool minute = parts == 0 && here.id() == code::degree && u.as(role::minute) != nullptr;
                const bool second = here.id() == code::arc_minute && u.as(role::second) != nullptr;
                const auto v = multiply(p.out.value(), decimal{60});
                const auto sum = v && (minute || second) && n.value < decimal{60} ? add(*v, n.value) : std::nullopt;
                if (!sum || !p.out.value().is_integer()) return;
                p.set(*sum);
                p.out.unit = minute ? code::arc_minute : code::arc_second;
                end = u.end;
                continue;
            }
            if (money) {
                const auto* s = u.as(role::subunit);
                const bool fen = s == nullptr && u.as(role::minute) != nullptr;
                // 毫 and 仙 say that the dollars are those of Hong Kong.
                const bool hong_kong = s != nullptr && s->unit == code::hong_kong_dollar && p.out.unit == code::yuan;
                const int scale_now = s != nullptr && (s->unit == p.out.unit || hong_kong) ? s->scale : fen ? 2 : 0;
                if (scale_now <= scale_before) return;
                const auto v = scale(n.value, -scale_now);
                const auto sum = v ? add(p.out.value(), *v) : std::nullopt;
                if (!sum) return;
                p.set(*sum);
                if (hong_kong) p.out.unit = code::hong_kong_dollar;
                scale_before = scale_now;
                end = u.end;
                continue;
            }
            for (const unit_sense* s = u.sense; s != nullptr; s = s->more != 0 ? s + 1 : nullptr) {
                const bool latin_minute =
                    here.id() == code::hour && s->unit == code::metre && at(n.end, w.end).id == "m"_c;  // 1h20m
                const auto there = w.unit_of(latin_minute ? code::minute : meant(s, *w.choices)->unit);
                const auto v = in_smaller(p.out.value(), here, there);
                if (!v || here == there || s->role() == role::age) continue;
                // A part is smaller than the unit above it: 2小时30分, not 2小时90天.
                const auto sum = add(*v, n.value);
                if (!sum) return;
                p.set(*sum);
                p.out.unit = there.id();
                end = u.end;
                break;
            }
            if (p.out.unit == here.id()) return;
            continue;
        }
        if (!u && filler && joint.cls() == char_class::zero && here.id() == code::metre && n.digits <= 1 &&
            !n.fraction && (n.arabic || n.single) && p.out.value().is_integer()) {
            // 三米零五
            const auto whole = in_smaller(p.out.value(), here, unit{code::centimetre});
            const auto sum = whole ? add(*whole, n.value) : std::nullopt;
            if (!sum) return;
            p.set(*sum);
            p.out.unit = code::centimetre;
            end = n.end;
            return;
        }
        // 1米75, 三块五, 38度5: a last number without a unit takes the place below.
        if (u || filler || q != end || n.fraction || n.grouped || n.power != 0 || n.leading_zero) return;
        if (at(n.end, w.end).id == "%"_c || at(n.end, w.end).id == "、"_c) return;
        if (!n.arabic && !(n.single || n.positional || n.pair)) return;
        if (parts != 0 && !money && here.id() != code::second) return;
        const auto digits = n.digits;
        const auto below = here.id() == code::market_foot    ? code::market_inch
                           : here.id() == code::market_rod   ? code::market_foot
                           : here.id() == code::market_pound ? code::market_ounce
                                                             : unit_id{};
        if (below != 0 && digits <= 1 && !n.pair && (n.arabic || n.single) && p.out.value().is_integer()) {
            // 2尺7, 三丈五, 三斤二
            const auto whole = in_smaller(p.out.value(), here, unit{below});
            const auto sum = whole ? add(*whole, n.value) : std::nullopt;
            if (!sum) return;
            p.set(*sum);
            p.out.unit = below;
            end = n.end;
            return;
        }
        // 一米七八: side by side the digits are tens and ones.
        const decimal v = n.pair ? decimal{n.value.coefficient * 10 + n.high.coefficient} : n.value;
        if (n.pair && (here.id() != code::metre || n.end - q != 6)) return;
        if (here.id() == code::metre && digits == 2) {
            const auto whole = in_smaller(p.out.value(), here, unit{code::centimetre});
            const auto sum = whole ? add(*whole, v) : std::nullopt;
            if (!sum) return;
            p.set(*sum);
            p.out.unit = code::centimetre;
        } else if (here.id() == code::second && digits == 2 && n.arabic && p.out.value().is_integer()) {
            // 9秒98
            const auto sum = add(p.out.value(), decimal{v.coefficient, v.exponent - 2});
            if (!sum) return;
            p.set(*sum);
        } else if (here.id() == code::second && digits == 1 && !n.pair && p.out.value().is_integer() &&
                   (n.arabic || n.value != decimal{1})) {
            // 十一秒二
            const auto sum = add(p.out.value(), decimal{v.coefficient, v.exponent - 1});
            if (!sum) return;
            p.set(*sum);
        } else if (digits == 1 &&
                   (here.id() == code::metre || money || here.id() == code::celsius || first == role::degree)) {
            // 三块五, 两毛五: the place below the last one said.
            const int place = money ? scale_before + 1 : 1;
            const auto sum = add(p.out.value(), decimal{v.coefficient, v.exponent - place});
            if (!sum || (!money && !p.out.value().is_integer()) || place > 2) return;
            p.set(*sum);
            if (first == role::degree) p.out.unit = code::celsius;
        } else {
            return;
        }
        end = n.end;
        return;
    }
}

// Measure words in brackets behind a unit: 340台(次), 113张(幅、本). Moves `end`.
constexpr void add_alternatives(const window& w, phrase& p, const char*& end) noexcept {
    const auto open = at(end, w.end);
    if (open.id != "("_c) return;
    const char* q = end + open.length;
    unit_id found[2] = {};
    for (auto& one : found) {
        const auto u = find_unit(w, q);
        const auto* s = u ? u.as(role::count) : nullptr;
        if (s == nullptr && u) s = u.as(role::noun);
        if (s == nullptr) return;
        one = s->unit;
        const auto next = at(u.end, w.end);
        q = u.end + next.length;
        if (next.id == ")"_c) {
            p.out.alternative[0] = found[0];
            p.out.alternative[1] = found[1];
            end = q;
            return;
        }
        if (next.id != "、"_c && next.id != "/"_c && next.id != ","_c) return;
    }
}

// The reading of a unit as the denominator of a rate: 分 is a minute there.
constexpr const unit_sense* denominator_sense(const window& w, const unit_match& u, const char* from) noexcept {
    if (const auto* minute = u.as(role::minute)) return minute;
    // 每块不超过4cm: nothing is sold by the yuan.
    if (const auto* piece = u.as(role::count); piece != nullptr && u.role() == role::money) return piece;
    return meant(u.among(w.floor, from, w.end), *w.choices);
}

// Physical over physical is one unit: km and h make km/h. 0 when the tables have no such unit.
constexpr unit_id quotient_unit(unit_id numerator, unit_id denominator) noexcept {
    for (const auto& q : tables::quotients)
        if (q.numerator == numerator && q.denominator == denominator) return q.unit;
    return 0;
}

// Makes `p` a rate over `count` of `denominator`.
constexpr void set_rate(phrase& p, unit_id denominator, decimal count) noexcept {
    if (p.out.kind == kind::measure && count == decimal{1}) {
        if (const auto whole = quotient_unit(p.out.unit, denominator)) {
            p.out.unit = whole;
            return;
        }
    }
    p.out.per = denominator;
    p.more->per_value = count;
    p.out.detailed = true;
}

// The denominator of a rate behind a unit: 360份/日, 5元/斤, 3.2例/10万人, 5元每斤. Moves `end`.
constexpr void add_rate(const window& w, phrase& p, const char*& end) noexcept {
    const auto mark = at(end, w.end);
    if (mark.id != "/"_c && mark.id != "每"_c) return;
    const char* q = end + mark.length;
    decimal count = 1;
    const auto n = mark.id == "/"_c ? read_numeral(q, w.end) : numeral{};
    if (n) {
        if (n.range || n.overflow || any(n.flags)) return;
        count = n.value;
        q = n.end;
    }
    const auto u = find_unit(w, q);
    if (!u || latin_goes_on(u.end, w.end)) return;
    const auto* s = denominator_sense(w, u, end);
    if (s == nullptr || s->unit == 0) return;
    // 380V/220V are two; 0.5g/100g is a rate.
    if (n && s->unit == p.out.unit && count != decimal{100} && count != decimal{1000}) return;
    // 每 behind a unit begins a rate of its own unless something ends there: 5元每斤, but 5元每人2份.
    if (mark.id == "每"_c && at(u.end, w.end).cls() != char_class::none) return;
    // 两个每人都写: 每 begins the next clause.
    if (mark.id == "每"_c && p.out.kind == kind::count && is_han(u.end, w.end) &&
        !starts_with_any(u.end, w.end, "的"_w, "左"_w, "以"_w))
        return;
    set_rate(p, s->unit, count);
    end = u.end;
}

// A currency name, 整 or 正 behind an amount of money: 贰佰万元人民币, 伍佰元整. Moves `end`.
constexpr void add_money_tail(const window& w, phrase& p, const char*& end) noexcept {
    if (const char* q = after_word(end, w.end, "人民币"_w)) {
        p.out.unit = code::yuan;
        end = q;
    }
    const auto c = at(end, w.end);
    if (c.id == "整"_c || c.id == "正"_c) end += c.length;
}

// 分 is a minute before seconds (3分20秒) and money before 钱 (八分钱); alone it is a point.
constexpr void settle_minutes(const window& w, amount& a) noexcept {
    const auto* minute = a.unit.as(role::minute);
    if (minute == nullptr || a.sense == minute) return;
    const char* q = skip_spaces(a.end, w.end);
    if (at(q, w.end).cls() == char_class::none) return;
    const auto n = read_numeral(q, w.end);
    if (n && unit_behind(n, w.end).as(role::second) != nullptr) a.sense = minute;
}

// 一块 is a piece unless money is spoken of: 一块钱, 一块五, 一块多.
constexpr void settle_pieces(const window& w, amount& a) noexcept {
    if (a.role() != role::money || a.n.fraction) return;
    const bool one = a.n.value == decimal{1} && !a.n.range;
    if (!one && !(a.n.single && !a.n.bare)) return;
    const auto* piece = a.unit.as(role::count);
    if (piece == nullptr || a.unit.end - a.number_end > 4) return;
    const auto c = at(a.end, w.end);
    if (c.cls() == char_class::half && find_lookalike(w.own, w.floor, a.end, c, w.end))
        a.sense = piece;  // 一块半生的肉
    if (!one) {
        // 三块物件: a thing follows, none of the words that follow a price.
        const bool thing = is_han(a.end, w.end) && c.cls() == char_class::none &&
                           !has_neighbour(tables::beside::price, w.floor, a.end, a.end, w.end);
        if (thing) a.sense = piece;
        return;
    }
    if (c.cls() == char_class::none && c.id != "钱"_c && c.id != "多"_c && c.id != "左"_c && c.id != "人"_c &&
        c.id != "/"_c)
        a.sense = piece;
}

}  // namespace detail

// Completes a phrase whose number `a` has a unit of a plain role. False when number and unit make no phrase.
constexpr bool read_quantity(const window& w, const left_context& l, amount& a, phrase& p) noexcept {
    namespace code = detail::code;
    detail::settle_minutes(w, a);
    detail::settle_pieces(w, a);
    const auto r = a.role();
    const auto* s = a.sense;
    auto& out = p.out;
    const char* end = a.end;
    out.kind = detail::kind_of(r);
    out.unit = s->unit;
    out.approx = l.flags | a.flags;
    out.open_place = a.open_place;
    p.begin = l.begin;
    if (a.borrowed) {
        p.set(a.n);
        p.end = p.resume = a.number_end;
        return true;
    }
    if (a.n.half && (r == role::percent || r == role::noun || r == role::times)) return false;
    switch (r) {
        case role::subunit: {
            // 五角 is money in an amount or a price; 一角公文 is no coin.
            const auto c = at(end, w.end);
            const bool loose = !a.n.arabic && a.n.single && c.id != "钱"_c && c.id != "整"_c && c.id != "正"_c &&
                               !has(c, mark::list) && c.cls() == char_class::none && is_han(end, w.end);
            if (loose) return false;
            p.set(a.n, -s->scale);
            break;
        }
        case role::count:
            if (starts_with_any(end, w.end, "钱"_w, "硬币"_w) && a.unit.as(role::minute) != nullptr) {
                // 八分钱
                out.kind = kind::money;
                out.unit = w.choices->currency;
                p.set(a.n, -2);
                p.end = p.resume = end;
                detail::apply_sign(p, l);
                return true;
            }
            p.set(a.n);
            break;
        case role::tenth:
            out.unit = code::percent;
            if (a.n.arabic && a.n.value > decimal{10}) return false;
            p.set(a.n, 1);
            {
                // 三成五 is 35 %.
                const auto digit = read_numeral(end, w.end);
                if (digit && (digit.single || (digit.arabic && digit.digits == 1 && !digit.fraction)) && !digit.bare &&
                    !digit.half && !digit.range && out.form == form::decimal &&
                    find_unit(w, digit.end).role() == role::none) {
                    if (const auto sum = add(out.value(), digit.value)) p.set(*sum);
                    end = digit.end;
                }
            }
            break;
        case role::discount:
            out.unit = 0;
            if (a.n.value > decimal{99} || a.n.power != 0) return false;
            if (a.n.pair) return false;
            p.set(a.n, a.n.digits >= 2 && !a.n.fraction ? -2 : -1);
            break;
        case role::double_: {
            // 翻一番 doubles, 翻两番 makes four times.
            out.unit = 0;
            const auto times = a.n.value.as_integer();
            if (!times || *times < 1 || *times > 30 || a.n.range) return false;
            const char* q = l.begin;
            if (before(w.floor, q).id == "了"_c) q -= before(w.floor, q).length;
            const auto verb = before(w.floor, q);
            if (verb.id == "翻"_c) p.begin = q - verb.length;
            p.set(decimal{std::int64_t{1} << *times});
            break;
        }
        case role::degree:
            if (l.below_zero) out.unit = code::celsius;
            if (l.fahrenheit) out.unit = code::fahrenheit;
            p.set(a.n);
            break;
        case role::permille:
        default:
            p.set(a.n);
            break;
    }
    if (l.below_zero && r != role::degree && out.unit != code::celsius) return false;
    if (l.fahrenheit && r != role::degree) return false;
    if (r == role::money || r == role::subunit) {
        if (l.currency != 0 && l.currency != code::yuan) out.unit = l.currency;
        if (s->unit == code::yuan && l.currency == 0) out.unit = w.choices->currency;
    } else if (l.currency != 0) {
        return false;  // ¥5个: the sign belongs to a bare number
    }
    const bool remainder = r == role::tenth || r == role::money || r == role::duration || r == role::year ||
                           r == role::age || r == role::times || r == role::hour || r == role::measure ||
                           r == role::degree || r == role::month || r == role::percent || r == role::day ||
                           r == role::subunit;
    // 两个半, 三年半, 3斤半; 一个半小时 is 1.5 hours.
    const auto half = at(end, w.end);
    if (!has(half, mark::tail | mark::space | mark::after) && w.own == nullptr) {
        // What a quantity can go on with begins with a few characters; before any other it is complete.
        detail::apply_sign(p, l);
        p.end = p.resume = end;
        return true;
    }
    if (half.cls() == char_class::half && !a.n.fraction && !a.n.half && !any(out.approx & approx::indefinite) &&
        out.form == form::decimal) {
        const char* q = end + half.length;
        const auto next = find_unit(w, q);
        const bool piece = out.unit == code::piece;
        const bool other = next && next.role() == role::none;  // 四碗半米饭: 米 is none there
        // 一个半球: 半 begins a word of its own.
        const bool land = next && (r == role::measure || r == role::duration) && next.role() == role::noun;  // 二亩半地
        if ((!next || other || piece || land) && !find_lookalike(w.own, end, end, half, w.end)) {
            numeral n = a.n;
            if (detail::add_half(n)) {
                if (r == role::tenth)
                    p.set(n, 1);  // 七成半
                else if (r == role::discount)
                    p.set(n, -1);  // 六折半
                else if (r == role::subunit)
                    p.set(n, -s->scale);  // 五角半
                else if (r != role::double_)
                    p.set(n);
                end = r == role::double_ ? end : q;
                if (piece && next) {
                    for (const auto* t = next.sense; t != nullptr; t = t->more != 0 ? t + 1 : nullptr) {
                        const auto k = detail::kind_of(t->role());
                        if (k != kind::duration && k != kind::measure && t->role() != role::points) continue;
                        out.kind = k;
                        out.unit = meant(t, *w.choices)->unit;
                        end = next.end;
                        break;
                    }
                }
            }
        }
    } else if (out.unit == code::piece && (half.id == "多"_c || half.id == "余"_c || half.id == "来"_c) &&
               !any(out.approx)) {
        // 两个多月, 三个多小时, 一个来月
        const auto u = find_unit(w, end + half.length);
        for (const auto* t = u.sense; t != nullptr; t = t->more != 0 ? t + 1 : nullptr) {
            if (t->role() != role::duration && t->role() != role::month) continue;
            out.kind = kind::duration;
            out.unit = t->unit;
            out.approx |= half.id == "来"_c ? approx::about : approx::over;
            out.open_place = half.id != "来"_c;
            end = u.end;
            break;
        }
    } else if (r == role::tenth && half.cls() == char_class::digit) {
        // 3成25: two more digits of a batting average
        const auto n = read_numeral(end, w.end);
        const auto more =
            n && n.arabic && n.digits <= 2 && !n.fraction && n.power == 0 ? scale(n.value, 1 - n.digits) : std::nullopt;
        const auto sum = more && !find_unit(w, n.end) ? add(out.value(), *more) : std::nullopt;
        if (sum && out.form == form::decimal) {
            p.set(*sum);
            end = n.end;
        }
    } else {
        detail::add_parts(w, p, r, end);
    }
    detail::apply_sign(p, l);
    read_after(w, end, out, remainder && end != nullptr);
    if (out.kind == kind::money) detail::add_money_tail(w, p, end);
    if (at(end, w.end).id == "("_c && out.kind == kind::count) detail::add_alternatives(w, p, end);
    if (out.kind == kind::count || out.kind == kind::money || out.kind == kind::measure) detail::add_rate(w, p, end);
    p.end = end;
    p.resume = end;
    return true;
}

}  // namespace shuliang::inline v0::zh
