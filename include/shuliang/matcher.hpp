// matcher.hpp - extractors of your own, in code: what no combination and no pattern can say.
//
//     struct plate {                                                    // 川A·12345
//         static constexpr sl::anchors anchors{"京沪川粤"};             // what a match can begin with
//         constexpr bool match(sl::cursor& at, sl::record&) const noexcept {
//             at.next();
//             if (!at.take_any("ABCDE")) return false;
//             static_cast<void>(at.take("·"));
//             int digits = 0;
//             while (at.take_any("0123456789")) ++digits;
//             return digits == 5;
//         }
//     };
//     inline constexpr plate plates;
//     for (const sl::quantity& q : text | sl::extract<plates, sl::money>) ...
//
// `match` is called at every character of `anchors`, moves the cursor to the end of what it found, and fills the record
// in: kind (identifier, if it says nothing), value and form, unit. The library sets where it is. What it finds competes
// with the kinds and filters that are chosen beside it: the furthest end wins, then the earlier begin, then the
// matcher.
//
// constexpr, noexcept, no allocation; linear in the text if `match` looks a bounded distance ahead.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#include "shuliang/filter.hpp"

namespace shuliang::inline v0 {

// The characters that a match can begin with, up to 256; they borrow their text.
class anchors {
public:
    consteval explicit anchors(std::string_view characters) noexcept : characters_(characters) {
        for (const char c : characters)
            if (!detail::is_continuation(c)) set(detail::byte(c));
    }

    constexpr bool holds(const char* at, const char* end) const noexcept {
        if ((first_[detail::byte(*at) >> 6] >> (detail::byte(*at) & 63U) & 1U) == 0) return false;
        const auto c = std::string_view{at, decode(at, end).length};
        for (std::size_t i = 0; i < characters_.size();) {
            const auto length = decode(characters_.data() + i, characters_.data() + characters_.size()).length;
            if (characters_.substr(i, length) == c) return true;
            i += length;
        }
        return false;
    }

private:
    constexpr void set(unsigned byte) noexcept { first_[byte >> 6] |= std::uint64_t{1} << (byte & 63U); }

    std::string_view characters_;
    std::uint64_t first_[4] = {};  // of the bytes that they begin with
};

// A place in a text that moves forward. What `take` and its like do not find leaves it where it is.
class cursor {
public:
    constexpr cursor(std::string_view text, std::uint64_t at, const vocabulary* own) noexcept
        : text_(text), at_(at), own_(own) {}

    constexpr std::string_view text() const noexcept { return text_; }
    constexpr std::uint64_t position() const noexcept { return at_; }
    constexpr std::string_view rest() const noexcept { return text_.substr(at_); }
    constexpr bool at_end() const noexcept { return at_ == text_.size(); }

    // The character here, and past it; U+FFFD for a broken byte, 0 at the end.
    constexpr char32_t next() noexcept {
        if (at_end()) return 0;
        const auto c = decode(here(), end());
        at_ += c.length;
        return c.valid ? static_cast<char32_t>(c.value) : U'\uFFFD';
    }
    constexpr bool take(std::string_view word) noexcept {
        if (!rest().starts_with(word)) return false;
        at_ += word.size();
        return true;
    }
    // One of these characters.
    constexpr bool take_any(std::string_view characters) noexcept {
        for (std::size_t i = 0; i < characters.size();) {
            const auto length = decode(characters.data() + i, characters.data() + characters.size()).length;
            if (take(characters.substr(i, length))) return true;
            i += length;
        }
        return false;
    }
    // A number as the grammar reads it: 3000, 三千, 1.2亿; none where it is a range or vague.
    constexpr std::optional<decimal> take_number() noexcept {
        const auto n = zh::read_numeral(here(), end(), {false, own_});
        if (!n || n.range || n.overflow || any(n.flags)) return std::nullopt;
        at_ += static_cast<std::uint64_t>(n.end - here());
        return n.value;
    }
    // A unit word, of the user or built in, in its commonest reading.
    constexpr std::optional<unit> take_unit() noexcept {
        const auto found = zh::find_unit(own_, here(), end());
        if (!found) return std::nullopt;
        at_ += static_cast<std::uint64_t>(found.end - here());
        return unit{found.sense->unit, own_ == nullptr ? nullptr : own_->units()};
    }

private:
    constexpr const char* here() const noexcept { return text_.data() + at_; }
    constexpr const char* end() const noexcept { return text_.data() + text_.size(); }

    std::string_view text_;
    std::uint64_t at_;
    const vocabulary* own_;
};

namespace detail {

template <class E>
concept has_match = requires(const E& e, cursor& at, record& out) {
    { e.match(at, out) } -> std::same_as<bool>;
};
template <class E>
concept has_anchors = std::same_as<std::remove_cvref_t<decltype(E::anchors)>, anchors>;

}  // namespace detail

// A class that says where it can begin and what it finds there.
template <class E>
concept matcher = detail::has_match<E> && detail::has_anchors<E>;

// What matchers and filters find, side by side.
template <class Filters, const auto&... Matchers>
class matched_by {
    class source {
    public:
        using value_type = quantity;

        constexpr source() noexcept = default;
        constexpr source(const Filters* filters, std::string_view text, const options& choices,
                         const vocabulary* own) noexcept
            : filters_(filters), read_(text, choices, own), own_(own != nullptr ? own : words_of(choices)) {
            more_ = next_filtered();
            match_ = next_match(0);
        }

        constexpr bool next(quantity& out) noexcept {
            for (;;) {
                while (more_ && filtered_.begin() < floor_) more_ = next_filtered();
                if (match_ && matched_.begin() < floor_) match_ = next_match(floor_);
                if (!more_ && !match_) return false;
                const bool apart =
                    !more_ || !match_ || filtered_.end() <= matched_.begin() || matched_.end() <= filtered_.begin();
                if (apart) {
                    const bool first = match_ && (!more_ || matched_.begin() < filtered_.begin());
                    out = first ? matched_ : filtered_;
                    floor_ = out.end();
                    if (first)
                        match_ = next_match(floor_);
                    else
                        more_ = next_filtered();
                    return true;
                }
                // The one that loses makes room for the next of its sort.
                const bool match_wins = matched_.end() != filtered_.end() ? matched_.end() > filtered_.end()
                                                                          : matched_.begin() <= filtered_.begin();
                if (match_wins)
                    more_ = next_filtered();
                else
                    match_ = next_match(matched_.begin() + 1);
            }
        }

    private:
        constexpr bool next_filtered() noexcept {
            while (read_.next(filtered_))
                if (filters_->accepts(filtered_, read_.text())) return true;
            return false;
        }
        // The first match that does not begin before `from`; of several at one place the longest, then the first named.
        constexpr bool next_match(std::uint64_t from) noexcept {
            const auto text = read_.text();
            const char* const end = text.data() + text.size();
            for (const char* p = text.data() + from; p < end; p += is_continuation(*p) ? 1 : decode(p, end).length) {
                bool found = false;
                (attempt(Matchers, text, p, end, found), ...);
                if (found) return true;
            }
            return false;
        }
        template <class M>
        constexpr void attempt(const M& m, std::string_view text, const char* p, const char* end,
                               bool& found) noexcept {
            if (is_continuation(*p) || !M::anchors.holds(p, end)) return;
            const auto begin = static_cast<std::uint64_t>(p - text.data());
            cursor at(text, begin, own_);
            record r;
            r.kind = kind::identifier;
            if (!m.match(at, r) || at.position() == begin || at.position() - begin > longest_phrase) return;
            if (found && at.position() <= matched_.end()) return;
            r.begin = begin;
            r.length = static_cast<std::uint16_t>(at.position() - begin);
            r.detailed = false;
            matched_ = quantity(r, details{}, text.substr(begin, r.length), own_ == nullptr ? nullptr : own_->units());
            found = true;
        }
        static constexpr bool is_continuation(char c) noexcept { return detail::is_continuation(c); }

        const Filters* filters_ = nullptr;
        reader read_;
        const vocabulary* own_ = nullptr;
        quantity filtered_, matched_;
        bool more_ = false, match_ = false;
        std::uint64_t floor_ = 0;
    };

public:
    using iterator = found_iterator<source>;

    constexpr matched_by() noexcept = default;
    constexpr matched_by(const Filters& filters, std::string_view text, const options& choices,
                         const vocabulary* own) noexcept
        : filters_(&filters), text_(text), choices_(&choices), own_(own) {}

    constexpr iterator begin() const noexcept { return iterator{source{filters_, text_, *choices_, own_}}; }
    constexpr std::default_sentinel_t end() const noexcept { return {}; }

private:
    const Filters* filters_ = nullptr;
    std::string_view text_;
    const options* choices_ = nullptr;
    const vocabulary* own_ = nullptr;
};

}  // namespace shuliang::inline v0

template <class Filters, const auto&... Matchers>
inline constexpr bool std::ranges::enable_borrowed_range<shuliang::matched_by<Filters, Matchers...>> = true;
template <class Filters, const auto&... Matchers>
inline constexpr bool std::ranges::enable_view<shuliang::matched_by<Filters, Matchers...>> = true;
