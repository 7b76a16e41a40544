// zh/phrase.hpp - what the rules pass to each other: the text they may look at, and a phrase in the making.
#pragma once

#include "shuliang/instruction_set.hpp"
#include "shuliang/record.hpp"
#include "shuliang/zh/approx.hpp"
#include "shuliang/zh/numeral.hpp"

namespace shuliang::inline v0 {

// Whose weights 斤 两 钱 担 are: the market units (500 g), those of Taiwan (600 g) or of Hong Kong (604.78982 g).
enum class weights : std::uint8_t { mainland, taiwan, hong_kong };

// Choices that depend on a whole document and are the caller's, never guessed.
struct options {
    bool trillion = false;                  // 兆 without a unit is 10^12
    unit_id currency = detail::code::yuan;  // of amounts that name none
    shuliang::weights weights = shuliang::weights::mainland;
    instruction_set instructions = instruction_set::best;  // of the scan; changes no record
    bool spaced_digits = false;                            // 7 4 7 7 2 is one number
    vocabulary words = {};                                 // of the user; see vocabulary.hpp
};

// The words of the user that the options name; null when there are none.
constexpr const vocabulary* words_of(const options& choices) noexcept {
    return choices.words.empty() ? nullptr : &choices.words;
}

}  // namespace shuliang::inline v0

namespace shuliang::inline v0::zh {

// The text as a rule sees it: `floor` is the end of the phrase before, behind which no rule looks back.
struct window {
    const char* begin = nullptr;
    const char* floor = nullptr;
    const char* end = nullptr;
    const options* choices = nullptr;
    const vocabulary* own = nullptr;  // words of the user, if there are any

    constexpr number_words numbers() const noexcept { return {choices->trillion, own}; }
    constexpr unit unit_of(unit_id id) const noexcept { return {id, own == nullptr ? nullptr : own->units()}; }
};

// The longest unit word that begins at `at`, of the user or built in.
constexpr unit_match find_unit(const window& w, const char* at) noexcept { return find_unit(w.own, at, w.end); }

// A phrase in the making. `end` null: there is none. `resume` is where the scan goes on. Its side record is the
// caller's and holds anything until `out` refers to it, so that the many phrases that need none do not pay for it.
struct phrase {
    const char* begin = nullptr;
    const char* end = nullptr;
    const char* resume = nullptr;
    details* more;
    record out;

    constexpr explicit phrase(details& side) noexcept : more(&side) {}

    constexpr explicit operator bool() const noexcept { return end != nullptr; }

    // No phrase again.
    constexpr void reset() noexcept {
        begin = end = resume = nullptr;
        out = record{};
    }

    constexpr void set(decimal v) noexcept {
        out.value(v);
        out.form = form::decimal;
    }
    constexpr void set_range(decimal low, decimal high) noexcept {
        out.value(low);
        more->second = high;
        out.form = form::range;
        out.detailed = true;
    }
    constexpr void set_fraction(decimal numerator, decimal denominator) noexcept {
        out.value(numerator);
        more->second = denominator;
        out.form = form::fraction;
        out.detailed = true;
    }
    constexpr void set(const calendar& c) noexcept {
        more->from = c;
        out.form = form::calendar;
        out.detailed = true;
    }
    constexpr void set_range(const calendar& from, const calendar& to) noexcept {
        more->from = from;
        more->to = to;
        out.form = form::calendar_range;
        out.detailed = true;
    }
    // The value of a number, single or range, times 10^power; overflow is recorded.
    constexpr void set(const numeral& n, int power = 0) noexcept {
        if (power == 0 && !n.range && !n.overflow) return set(n.value);
        const auto low = scale(n.value, power);
        const auto high = scale(n.high, power);
        if (n.overflow || !low || !high) {
            out.form = form::overflow;
        } else if (n.range) {
            set_range(*low, *high);
        } else {
            set(*low);
        }
    }
};

// A number with what touches it on the right: words of approximation and a unit.
struct amount {
    numeral n;
    approx flags = approx::exact;  // of words between number and unit, and inside the number
    bool open_place = false;       // 余 or 多 among them
    unit_match unit;
    const unit_sense* sense = nullptr;  // null: no unit
    bool borrowed = false;              // the unit stands behind a later number of a list
    const char* number_end = nullptr;   // behind the number and the words that touch it
    const char* end = nullptr;          // behind the unit, or number_end

    constexpr explicit operator bool() const noexcept { return end != nullptr; }
    constexpr zh::role role() const noexcept { return sense == nullptr ? zh::role::none : sense->role(); }
};

// The reading `s` of a unit where the text comes from: 斤 is a 台斤 in Taiwan. Null stays null.
constexpr const unit_sense* meant(const unit_sense* s, const options& choices) noexcept {
    if (choices.weights == weights::mainland) return s;
    if (s == nullptr || s->role() != role::measure || s->scale == 0) return s;
    return &tables::regional_senses[s->scale - 1][static_cast<int>(choices.weights) - 1];
}

// True when hours in Latin letters at `p` go on with minutes: 2h30min, 1h20m.
constexpr bool time_goes_on(const char* p, const char* end) noexcept {
    const auto hour = at(p, end);
    if (hour.id != "h"_c && hour.id != "H"_c) return false;
    const auto n = read_numeral(p + hour.length, end);
    if (!n || !n.arabic || n.digits > 2 || n.fraction || n.value >= decimal{60}) return false;
    const auto c = at(n.end, end);
    if (c.id != "m"_c && c.id != "M"_c) return false;
    const auto u = find_unit(n.end, end);
    return u && !is_latin(at(u.end, end).id);
}

// True when a Latin letter or digit continues the Latin unit that ends at `p`, so that it is no unit: 3 more, 5km2.
constexpr bool latin_goes_on(const char* p, const char* end) noexcept {
    const auto last = shuliang::detail::byte(p[-1]) | 0x20U;
    if (last < 'a' || last > 'z') return false;
    const auto next = at(p, end);
    if (next.cls() == char_class::digit && last == 'h' && time_goes_on(p - 1, end)) return false;
    if (next.id == "x"_c || next.id == "X"_c) {
        // 5cmx5cm
        return at(skip_spaces(p + next.length, end), end).cls() != char_class::digit;
    }
    return is_latin(next.id) || next.cls() == char_class::digit;
}

// The unit at `p`, directly or after spaces, with 大 小 整 before a measure word stepped over (8大类).
constexpr void attach_unit(amount& a, const window& w, const char* p, const char* from) noexcept {
    const char* q = p;
    auto c = at(q, w.end);
    if (!has(c, mark::unit | mark::space) && c.id != "大"_c && c.id != "小"_c && c.id != "整"_c && c.id != invisible &&
        w.own == nullptr)
        return;
    if (has(c, mark::space) || c.id == invisible) {
        q = skip_spaces(q, w.end);
        c = at(q, w.end);
    }
    auto u = find_unit(w, q);
    bool stepped = false;
    if (!u && (c.id == "大"_c || c.id == "小"_c || c.id == "整"_c)) {
        u = find_unit(w, q + c.length);
        if (u && u.as(role::count) == nullptr && u.as(role::noun) == nullptr &&
            !(c.id == "整"_c && u.as(role::duration) != nullptr))
            u = {};
        // 四大名著: 名 is a word of its own there.
        if (u && at(q + c.length, w.end).id == "名"_c) u = {};
        stepped = true;
    }
    // Before a measure word 两 is no weight: 一九八一、一九八二两年.
    if (u && c.id == "两"_c && u.end == q + c.length && (a.n.arabic || (a.n.positional && a.n.digits == 4))) {
        const auto counted = find_unit(w, u.end);
        if (counted && (a.n.digits == 4 || (q == p && counted.as(role::count) != nullptr))) return;
    }
    // 二人年庚, 五人日夜: behind one numeral only people are counted.
    if (u && a.n.single && c.id == "人"_c && u.end > q + c.length) {
        const auto longer = at(q + c.length, w.end).id;
        const auto behind = at(u.end, w.end);
        const bool word = is_han(u.end, w.end) && behind.cls() == char_class::none && behind.id != "的"_c;
        if (longer == "次"_c ? behind.id == "日"_c
                             : word && (longer == "年"_c || longer == "日"_c || longer == "时"_c || longer == "头"_c ||
                                        (longer == "口"_c && !a.n.bare)))
            u = find_unit(q, q + c.length);
    }
    if (u && u.role() == role::noun && a.n.single && before(a.n.begin, a.n.end).cls() == char_class::pair)
        return;  // 俩会走
    // 一般, 百般 are words; 三分之 is no 三分.
    if (u && c.id == "般"_c && (a.n.bare || before(a.n.begin, a.n.end).id == "一"_c)) return;
    if (u && c.id == "分"_c && u.end == q + c.length && at(u.end, w.end).id == "之"_c) return;
    if (u && c.id == "国"_c && u.end == q + c.length && at(u.end, w.end).id == "会"_c &&
        !starts_with_any(u.end, w.end, "会议"_w, "会谈"_w, "会商"_w, "会师"_w))
        return;                                                        // 第一国会选区
    if (u && c.id == "屯"_c && !a.n.arabic && a.n.power >= 2) return;  // 三千屯庄外: to camp
    // 几个周日, 十二个周边城镇
    if (u && c.id == "个"_c && at(q + c.length, w.end).id == "周"_c && u.end == q + c.length + 3 &&
        starts_with_any(u.end, w.end, "日"_w, "末"_w, "边"_w, "期"_w, "围"_w, "遭"_w, "转"_w))
        u = find_unit(q, q + c.length);
    if (!u || latin_goes_on(u.end, w.end)) return;
    const auto* s = u.among(w.floor, from, w.end);
    if (stepped && u.as(role::count) != nullptr) s = u.as(role::count);  // 一小块 is no money
    if (s == nullptr || s->role() == role::none) return;
    // A unit behind a space is one only where it cannot be the beginning of the next word.
    if (q != p && s->role() == role::noun) return;
    a.unit = u;
    a.sense = meant(s, *w.choices);
    a.end = u.end;
}

// What touches the number `n` on the right. `from` is where the phrase begins, for readings that depend on the word
// before it.
constexpr amount read_amount(const window& w, const numeral& n, const char* from) noexcept {
    amount a;
    a.n = n;
    if (!n) return a;
    a.flags = a.n.flags;
    a.open_place = a.n.open_place;
    const char* q = a.n.end;
    auto c = at(q, w.end);
    if (c.id == " "_c && a.n.arabic) {
        // 20 余种: the word stands for itself where a unit touches it.
        const char* word = skip_spaces(q, w.end);
        const auto d = at(word, w.end);
        if ((d.id == "余"_c || d.id == "多"_c) && find_unit(w, word + d.length).role() != role::none &&
            find_unit(w, word).end <= word + d.length) {
            q = word;
            c = d;
        }
    }
    if ((has(c, mark::after) || c.id == "+"_c) && !a.n.wordy && !a.n.half) {
        const bool over = c.id == "余"_c || c.id == "多"_c;
        const bool inner = over || c.id == "来"_c || c.id == "把"_c;
        const auto longer = inner ? find_unit(w, q) : unit_match{};
        if (inner && (!longer || longer.end <= q + c.length)) {
            const bool needs_unit = !over;
            const bool fits = c.id == "来"_c   ? a.n.power != 0 || a.n.value >= decimal{10}
                              : c.id == "把"_c ? a.n.bare
                                               : true;
            if (fits) {
                a.number_end = a.end = q + c.length;
                attach_unit(a, w, a.end, from);
                // Before a unit the word stands alone whatever it could begin (2300多人); without one the longer
                // word wins (8多样).
                const bool whole = !a.n.single || (c.id == "余"_c && (a.n.bare || a.n.value == decimal{10}));
                if (a.sense != nullptr || (!needs_unit && whole && approximation_after(q, w.end).edge == a.end)) {
                    a.flags |= over ? approx::over : approx::about;
                    a.open_place = a.open_place || over;
                    return a;
                }
            }
        } else if (const auto beyond = at(q + c.length, w.end).id;
                   c.id == "+"_c && a.n.arabic && !is_digit(beyond) && !is_latin(beyond)) {
            a.flags |= approx::over;
            q += c.length;
        }
    }
    a.number_end = a.end = q;
    attach_unit(a, w, q, from);
    return a;
}

// The number at `p` with what touches it on the right.
constexpr amount read_amount(const window& w, const char* p, const char* from) noexcept {
    return read_amount(w, read_numeral(p, w.end, w.numbers()), from);
}

// Words of approximation behind `p` (左右 以上 多 …); moves `p` and adds their flags. `多` and `余` behind a unit count
// only where a length of time or an amount of money can have a remainder: 一年多, 五块多.
constexpr void read_after(const window& w, const char*& p, record& out, bool remainder) noexcept {
    for (int i = 0; i < 2; ++i) {
        const char* q = p;
        auto c = at(q, w.end);
        if (!has(c, mark::after | mark::space) && w.own == nullptr) return;
        if (c.id == " "_c) {
            q = skip_spaces(q, w.end);
            c = at(q, w.end);
        }
        if (!has(c, mark::after) && w.own == nullptr) return;
        if (c.id == "+"_c) {
            // 20元+ is over 20; 0.4 克 + 0.2 克 is a sum.
            const auto next = at(q + c.length, w.end);
            if (q != p || next.cls() == char_class::digit || next.id == " "_c || is_latin(next.id)) return;
            // 250毫升+奶油 is a sum too.
            if (next.id != "的"_c && is_han(q + c.length, w.end)) return;
        }
        const auto word = approximation_after(w.own, q, w.end);
        if (!word) return;
        const bool rest = c.id == "多"_c || c.id == "余"_c;
        const bool single = word.edge == q + c.length;
        if (single && (c.id == "来"_c || c.id == "把"_c)) return;
        if (single && rest && (!remainder || q != p)) return;
        out.approx |= word.flag;
        if (single && rest) out.open_place = true;
        p = word.edge;
    }
}

}  // namespace shuliang::inline v0::zh
