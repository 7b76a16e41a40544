// zh/engine.hpp - one pass over a text: anchors, look-alikes, numbers, units, the rules that join them, records.
//
// The engine always reads the whole contract; choosing kinds filters what it wrote. It reads a phrase where the scan
// stops, decides among all readings of it in one place (zh/rules.hpp), and goes on behind it. It looks back no further
// than the end of the phrase before and `context` bytes, so that the cost is linear in the text.
//
// constexpr, no allocation, no state outside the object.
#pragma once

#include "shuliang/zh/lookalike.hpp"
#include "shuliang/zh/noise.hpp"
#include "shuliang/zh/numeral_tail.hpp"
#include "shuliang/zh/scan.hpp"
#include "shuliang/zh/short_way.hpp"

namespace shuliang::inline v0::zh {

class engine {
public:
    constexpr engine() noexcept = default;
    // Reads [text, text + size); `choices` must outlive the engine. The words of the user are `own`, if not null, else
    // those of `choices`.
    constexpr engine(const char* text, std::size_t size, const options& choices,
                     const vocabulary* own = nullptr) noexcept
        : scan_(choices.instructions), at_(text), stop_(text + size) {
        in_.w = {text, text, text + size, &choices, own != nullptr ? own : words_of(choices)};
    }

    // The same phrases by the rules alone, without the short way; for tests.
    constexpr void take_no_short_way() noexcept { short_ways_ = false; }

    // For text that comes in pieces: the text is now [text, text + size), phrases begin at `at` or behind it and before
    // `stop`; everything else that the engine remembers stays. `at` and `floor` are what position() and floor() said.
    constexpr void resume(const char* text, std::size_t size, const options& choices, const char* at, const char* floor,
                          const char* stop) noexcept {
        in_.w = {text, floor, text + size, &choices, words_of(choices)};
        scan_ = anchor_scan{choices.instructions};
        at_ = at;
        stop_ = stop;
    }

    // The bytes of the text have moved by `distance` towards its beginning.
    constexpr void shift(std::ptrdiff_t distance) noexcept { in_.shift(distance); }

    // The next phrase in text order; false at the end. Its offsets count from the beginning of the text.
    constexpr bool next(record& r, details& d) noexcept {
        while (at_ < stop_) {
            at_ = scan_.find(at_, stop_, in_.w.end);
            if (at_ < stop_ && read_here(r, d)) return true;
        }
        return false;
    }

    constexpr const char* position() const noexcept { return at_; }
    constexpr const char* floor() const noexcept { return in_.w.floor; }
    // The units of the vocabulary of the user, for quantities; null when there is none.
    constexpr const shuliang::detail::own_unit* units() const noexcept {
        return in_.w.own == nullptr ? nullptr : in_.w.own->units();
    }
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
    // Reads the phrase at the anchor where the scan stopped and goes on behind it; false when there is none. Kept apart
    // from the scan, so that a text without numbers does not pay for it.
    [[gnu::noinline, gnu::hot]] constexpr bool read_here(record& r, details& d) noexcept {
        phrase p(d);
        near_noise_ = nullptr;
        if (in_.w.own == nullptr)
            read_at(at_, p);
        else
            read_beside_own_words(at_, p);
        if (near_noise_ != nullptr || (p.end != nullptr && may_be_noise(p.end, in_.w.end))) read_through_noise(at_, p);
        // A rule that gave up has said nothing of where to go on.
        if (p.resume == nullptr || p.resume <= at_) [[unlikely]]
            p.resume = p && p.end > at_ ? p.end : at_ + 1;
        at_ = p.resume;
        if (!p || (in_.taken != nullptr && p.begin < in_.taken)) return false;
        in_.taken = p.end;
        // The beginning of a long name lies out of sight of what follows, which must be read as if it were not known.
        if (p.out.kind != kind::identifier || p.end - p.begin <= longest_joined) in_.w.floor = p.end;
        if (p.end - p.begin > longest_phrase) {
            if (dropped_ == 0) first_dropped_ = p.begin;
            ++dropped_;
            cut_ = p.end == in_.w.end;
            return false;
        }
        r = p.out;
        r.begin = static_cast<std::uint64_t>(p.begin - in_.w.begin);
        r.length = static_cast<std::uint16_t>(p.end - p.begin);
        return true;
    }

    // Reads the phrase at the anchor `p`. Without one, `resume` may say where to go on.
    [[gnu::hot]] constexpr void read_at(const char* p, phrase& out) noexcept {
        const auto c = fast_at(p, in_.w.end);
        const auto cls = c.cls();
        if (cls > char_class::half) return read_sign(p, c, out);
        const auto previous = fast_before(in_.w.floor, p);
        if (cls == char_class::digit) {
            if (c.length == 1 && !has(previous, mark::noise) && takes_short_way(p) &&
                detail::read_short_digits(in_, p, previous, out))
                return;
        } else {
            const auto following = fast_at(p + c.length, in_.w.end);
            const bool twice = c.id == "一"_c && previous.id == following.id && is_said_twice(following.id);
            if (twice || (cannot_count(previous, c, following) && !beside_own_word(p, p + c.length)) ||
                joins_amounts(p, c, following) || is_verb(c, following)) {
                out.resume = p + c.length;
                return;
            }
            if (const auto word = find_lookalike_at(p, previous, c, following)) {
                out.resume = word.end;
                if (number_inside(p, c, following, word)) return;
            }
        }
        read_number(p, c, previous, out);
    }

    // Anchors that are no numerals: each has its own rule.
    [[gnu::noinline]] constexpr void read_sign(const char* p, character c, phrase& out) noexcept {
        near_noise_ = p + c.length;
        switch (c.cls()) {
            case char_class::each:
                return remember_each(in_, p, c, out);
            case char_class::month_name:
                return read_month_name(in_, p, c, out);
            case char_class::circled:
                return read_mark(p, c, out);
            case char_class::vulgar:
                return read_vulgar(in_, p, c, out);
            default:
                return read_first(in_, p, c, out);
        }
    }

    constexpr bool takes_short_way(const char* p) const noexcept {
        return short_ways_ && (in_.ordinals_to == nullptr || p >= in_.ordinals_to);
    }

    // The short way knows the built-in words alone: where one of the user may have a say, the rules decide.
    [[gnu::noinline]] constexpr void read_beside_own_words(const char* p, phrase& out) noexcept {
        const auto before = in_;
        read_at(p, out);
        const char* const begin = out.end != nullptr ? out.begin : p;
        const char* const end = out.end != nullptr ? out.end : out.resume != nullptr ? out.resume : p;
        if (!short_ways_ || !in_.w.own->touches(in_.w.floor, begin, p, end, in_.w.end)) return;
        in_ = before;
        out.reset();
        near_noise_ = nullptr;
        short_ways_ = false;
        read_at(p, out);
        short_ways_ = true;
    }

    // True when a word of the user stands beside the character [p, end).
    constexpr bool beside_own_word(const char* p, const char* end) const noexcept {
        return in_.w.own != nullptr && in_.w.own->touches(in_.w.floor, p, end, end, in_.w.end);
    }

    constexpr lookalike find_lookalike_at(const char* p, character previous, character c,
                                          character following) const noexcept {
        const auto word = find_lookalike(in_.w.floor, p, previous, c, following, in_.w.end);
        return in_.w.own == nullptr ? word : own_lookalike_at(p, c, word);
    }
    // The look-alike `word` at `p`, or one of the user, unless a unit of the user reaches further: 三更次 beside 三更.
    [[gnu::noinline]] constexpr lookalike own_lookalike_at(const char* p, character c, lookalike word) const noexcept {
        word = in_.w.own->lookalike_at(in_.w.floor, p, in_.w.end, word);
        if (word && in_.w.own->find(p + c.length, in_.w.end).end > word.end) return {};
        return word;
    }

    // 一个月零三天: the zero joins two amounts that are no one.
    constexpr bool joins_amounts(const char* p, character c, character following) const noexcept {
        return c.cls() == char_class::zero && following.cls() == char_class::numeral && p == in_.w.floor &&
               p != in_.w.begin;
    }

    // 讲一讲: verbs that are measure words too.
    [[gnu::always_inline]] static constexpr bool is_said_twice(char_id id) noexcept {
        return id == "讲"_c || id == "站"_c || id == "斗"_c || id == "重"_c || id == "捆"_c || id == "抱"_c ||
               id == "堆"_c || id == "担"_c || id == "挑"_c || id == "卷"_c || id == "排"_c || id == "圈"_c ||
               id == "扎"_c || id == "挂"_c || id == "套"_c || id == "折"_c || id == "转"_c || id == "喷"_c ||
               id == "步"_c || id == "拍"_c || id == "听"_c || id == "包"_c || id == "分"_c || id == "合"_c;
    }

    // 拾一枝: 拾 is a verb before a numeral.
    static constexpr bool is_verb(character c, character following) noexcept {
        return c.id == "拾"_c && following.cls() == char_class::numeral;
    }

    // True when the whole number at `p` lies inside the look-alike, as a single character does.
    constexpr bool number_inside(const char* p, character c, character following,
                                 const lookalike& word) const noexcept {
        if (c.cls() == char_class::half || c.cls() == char_class::blank) return true;
        if (word.begin == p) {
            // 四平方米, 六安培: a unit that reaches beyond the name wins.
            const auto u = find_unit(in_.w, p + c.length);
            const auto r = u && u.end > word.end ? u.role() : role::none;
            if (r == role::measure || r == role::money || r == role::subunit || r == role::duration || r == role::count)
                return false;
        }
        if (following.cls() == char_class::none && !has(following, mark::goes_on)) return true;
        const auto n = read_numeral(p, in_.w.end, in_.w.numbers());
        // A word that began before the number may cut a run of digits short (唯一|一个), and in 收拾一间 拾 is no ten.
        return !n || n.end <= word.end || ((n.positional || c.id == "拾"_c) && word.begin < p);
    }

    // Reads the phrase at `p` again in the text around it without noise; `out` stays as it is where there is none.
    [[gnu::noinline, gnu::cold]] constexpr void read_through_noise(const char* p, phrase& out) noexcept {
        if (!touches_noise(in_.w, p, near_noise_, out.end)) return;
        const quiet_text quiet(in_.w, p);
        if (!quiet.changed()) return;
        out.reset();
        engine inner;
        inner.in_ = in_.moved([&quiet](const char* q) { return quiet.here(q); });
        const char* floor = quiet.here(in_.w.floor);
        inner.in_.w = {quiet.begin(), floor != nullptr ? floor : quiet.begin(), quiet.end(), in_.w.choices, in_.w.own};
        // An anchor inside a tag or an entity is none of its own.
        const char* place = quiet.here(p);
        if (place != nullptr && place > quiet.begin() && quiet.behind(place) > p) --place;
        while (place != nullptr && place > quiet.begin() && shuliang::detail::is_continuation(*place)) --place;
        if (place == nullptr || place >= quiet.end()) return;
        if (const char* next = quiet.start(place); next > p) {
            out.resume = next;
            return;
        }
        inner.at_ = place;
        const bool found = inner.read_here(out.out, *out.more);
        const window here = in_.w;
        const char* const taken = in_.taken;
        in_ = inner.in_.moved([&quiet](const char* q) { return quiet.start(q); });
        in_.each_number = quiet.behind(inner.in_.each_number);
        in_.each_end = quiet.behind(inner.in_.each_end);
        in_.w = here;
        in_.taken = taken;  // the caller has not taken the phrase yet
        out.resume = quiet.behind(inner.at_);
        if (!found) return;
        const char* begin = quiet.begin() + out.out.begin;
        out.begin = quiet.start(begin);
        out.end = skip_last_gloss(quiet.behind(begin + out.out.length), in_.w.end);
        if (out.resume < out.end) out.resume = out.end;
    }

    // The quick way out for a stray 一: a single Chinese digit with nothing beside it that a rule could start from.
    static constexpr bool cannot_count(character previous, character c, character next) noexcept {
        if (c.cls() != char_class::numeral) return false;
        constexpr auto follows = mark::lone_head | mark::unit | mark::after | mark::space | mark::range | mark::list |
                                 mark::ratio | mark::fraction | mark::scientific | mark::bracket | mark::noise;
        constexpr auto precedes = mark::lone_tail | mark::space | mark::month_tail | mark::label_tail |
                                  mark::money_tail | mark::sign | mark::noise;
        return next.cls() == char_class::none && !has(next, follows) && !has(previous, precedes);
    }

    [[gnu::hot]] constexpr void read_number(const char* p, character c, character previous, phrase& out) noexcept {
        auto n = read_numeral(p, c, in_.w.end, in_.w.numbers());
        if (!n) {
            out.resume = p + c.length;
            return;
        }
        auto next = fast_at(n.end, in_.w.end);
        if (detail::may_have_tail(next) && detail::add_tail(n, next, in_.w.end)) next = fast_at(n.end, in_.w.end);
        out.resume = n.end;
        if (has(previous, mark::noise) || has(next, mark::noise) ||
            (has(previous, mark::space) && has(before(in_.w.begin, skip_spaces_back(in_.w.begin, p)), mark::noise)) ||
            in_.w.choices->spaced_digits ||
            (has(next, mark::range | mark::fraction | mark::goes_on) &&
             has(at(n.end + next.length, in_.w.end), mark::noise)))
            near_noise_ = n.end;  // 3(sān)人, 3至(zhì)5个
        if (!n.arabic && !n.half && near_noise_ == nullptr && n.end - n.begin <= longest_joined && takes_short_way(p) &&
            detail::read_short_numeral(in_, c, previous, next, n, out))
            return;
        read_by_rules(in_, p, n, previous, next, out);
    }

    reading in_;
    anchor_scan scan_;
    const char* at_ = nullptr;
    const char* stop_ = nullptr;
    std::uint64_t dropped_ = 0;
    const char* first_dropped_ = nullptr;
    bool cut_ = false;
    bool short_ways_ = true;
    const char* near_noise_ = nullptr;  // the end of a number that a character of mark::noise stands beside
};

}  // namespace shuliang::inline v0::zh
