// zh/reading.hpp - what the rules see and remember while a text is read, and the rates that 每 begins.
//
// 每 stands before the denominator of a rate (每人50元, 每10万人3.2例) or before a number that it only repeats (每2天).
#pragma once

#include "shuliang/zh/identifier.hpp"
#include "shuliang/zh/join.hpp"

namespace shuliang::inline v0::zh {

// What the rules see and remember while a text is read: the window, and what one phrase leaves behind for the next.
// All pointers point into the text or are null.
struct reading {
    window w;
    const char* each_begin = nullptr;   // the last 每
    const char* each_number = nullptr;  // behind it
    const char* each_end = nullptr;     // behind the unit that follows it, null when none does
    unit_id each_unit = 0;
    decimal each_value = 1;
    carried_era carried;                // 民国 goes on from year to year
    const char* score_begin = nullptr;  // of the last ratio or score, or of the list that it belongs to
    const char* score_end = nullptr;    // behind it
    const char* taken = nullptr;        // behind the last phrase
    const char* ordinals_to = nullptr;  // numbers before it belong to a list that began with 第

    // True when a score ends at `p`, in a list that began so near that it can still be seen.
    constexpr bool score_ends_at(const char* p) const noexcept {
        return score_end != nullptr && p == score_end && score_begin != nullptr && p - score_begin <= context - 16;
    }
    constexpr void remember_score(const char* begin, const char* end) noexcept {
        const bool listed = score_end != nullptr && begin - score_end <= 3 && score_ends_at(score_end);
        if (!listed) score_begin = begin;
        score_end = end;
    }

    // The same with each pointer p but those of the window replaced by move(p).
    template <class Move>
    constexpr reading moved(const Move& move) const noexcept {
        reading r = *this;
        r.each_begin = move(each_begin);
        r.each_number = move(each_number);
        r.each_end = move(each_end);
        r.carried.end = move(carried.end);
        r.score_begin = move(score_begin);
        r.score_end = move(score_end);
        r.taken = move(taken);
        r.ordinals_to = move(ordinals_to);
        return r;
    }

    // The bytes of the text have moved by `distance` towards its beginning.
    constexpr void shift(std::ptrdiff_t distance) noexcept {
        *this = moved([distance, this](const char* p) {
            return p != nullptr && p - w.begin >= distance ? p - distance : nullptr;
        });
    }
};

constexpr void finish_name(const name_span& name, phrase& out) noexcept {
    if (name.begin == nullptr) {
        out.reset();
        out.resume = name.end;
        return;
    }
    out.out = record{};
    out.out.kind = kind::identifier;
    out.out.form = form::none;
    out.begin = name.begin;
    out.end = out.resume = name.end;
}

// 每 before a unit makes a rate of the number behind it, before a number it belongs to the phrase.
constexpr void remember_each(reading& in, const char* p, character c, phrase& out) noexcept {
    out.resume = p + c.length;
    in.each_begin = p;
    in.each_number = p + c.length;
    in.each_end = nullptr;
    in.each_value = 1;
    const auto u = find_unit(in.w, in.each_number);
    if (!u || latin_goes_on(u.end, in.w.end)) return;
    const auto* s = detail::denominator_sense(in.w, u, in.each_number);
    if (s == nullptr || s->unit == 0 || s->role() == role::percent) return;
    in.each_unit = s->unit;
    in.each_end = u.end;
}

// 每人50元, 每月一次, 每10万人3.2例. A duration is no numerator.
constexpr void add_each(reading& in, const amount& a, phrase& out) noexcept {
    if (out.end == nullptr) return;
    const bool numerator = out.out.kind == kind::count || out.out.kind == kind::money ||
                           out.out.kind == kind::measure || out.out.kind == kind::percent ||
                           out.out.kind == kind::multiple;
    if (in.each_begin != nullptr && in.each_end == out.begin && in.each_begin >= in.w.floor && numerator &&
        out.out.per == 0) {
        out.begin = in.each_begin;
        detail::set_rate(out, in.each_unit, in.each_value);
    } else if (in.each_begin != nullptr && in.each_number == out.begin && in.each_begin >= in.w.floor) {
        out.begin = in.each_begin;
        // 每10万人3.2例: a number follows at once and this one is its denominator.
        const bool denominator = out.out.form == form::decimal && out.out.approx == approx::exact && out.out.per == 0 &&
                                 out.end == a.end && out.out.kind != kind::money;
        if (denominator) {
            const auto next = at(out.end, in.w.end);
            if (next.cls() != char_class::none && next.cls() < char_class::circled) {
                const auto b = read_amount(in.w, out.end, out.end);
                if (b && b.sense != nullptr && detail::kind_of(b.role()) != kind::duration &&
                    !detail::is_calendar_role(b.role())) {
                    in.each_end = out.end;
                    in.each_unit = out.out.unit;
                    in.each_value = out.out.value();
                    out.resume = out.end;
                    out.end = nullptr;
                }
            }
        }
    }
}

}  // namespace shuliang::inline v0::zh
