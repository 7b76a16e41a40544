// pattern.hpp - what combinations of extractors are made of: filters, patterns, words, and the groups that patterns
// find.
//
// A *filter* says yes or no to a quantity, whatever stands around it: kinds, and what is made of them by narrowing. A
// *pattern* runs over several quantities and words without anything between them, and finds a `group`. combine.hpp
// makes both.
//
// constexpr, noexcept, no allocation.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shuliang/extract.hpp"
#include "shuliang/literal.hpp"

namespace shuliang::inline v0 {

// What is said of single quantities: `accepts(q, text)`, where `text` is all of the text.
template <class E>
concept filter = requires(const E& e, const quantity& q, std::string_view text) {
    { e.accepts(q, text) } -> std::same_as<bool>;
};
// What runs over several. `parts` is how many quantities it has at most.
template <class E>
concept pattern = E::is_pattern;
template <class E>
concept any_extractor = filter<E> || pattern<E>;

// What a pattern found: the bytes from its first part to its last, and its quantities in text order.
template <std::size_t N>
class group {
public:
    constexpr std::uint64_t begin() const noexcept { return begin_; }
    constexpr std::uint64_t end() const noexcept { return begin_ + text_.size(); }
    constexpr std::string_view text() const noexcept { return text_; }

    constexpr std::size_t size() const noexcept { return size_; }
    // Precondition: i < size().
    constexpr const quantity& operator[](std::size_t i) const noexcept { return part_[i]; }

    // For loops over the quantities.
    struct list {
        const quantity* first;
        const quantity* last;
        constexpr const quantity* begin() const noexcept { return first; }
        constexpr const quantity* end() const noexcept { return last; }
    };
    constexpr list parts() const& noexcept { return {part_, part_ + size_}; }
    void parts() const&& = delete;

    friend constexpr bool operator==(const group& a, const group& b) noexcept { return a.begin_ == b.begin_; }

    // For patterns.
    constexpr void push(const quantity& q) noexcept {
        if (size_ < N) part_[size_++] = q;
    }
    constexpr void place(std::string_view text, std::uint64_t begin, std::uint64_t end) noexcept {
        begin_ = begin;
        text_ = text.substr(begin, end - begin);
    }

private:
    quantity part_[N];
    std::size_t size_ = 0;
    std::uint64_t begin_ = 0;
    std::string_view text_;
};

// ---- words -------------------------------------------------------------------------------------------------------

// One of these texts, literally; the longest that fits. Only inside a sequence.
template <literal... Words>
struct words {
    static_assert(sizeof...(Words) != 0 && ((Words.view().size() != 0) && ...), "shuliang: lit<...> needs a text");
    static constexpr bool is_words = true;

    // How many bytes of a word stand at the beginning, or at the end, of a text; 0 for none.
    static constexpr std::size_t at_begin_of(std::string_view text) noexcept {
        std::size_t longest = 0;
        ((text.starts_with(Words.view()) && Words.view().size() > longest ? longest = Words.view().size() : 0), ...);
        return longest;
    }
    static constexpr std::size_t at_end_of(std::string_view text) noexcept {
        std::size_t longest = 0;
        ((text.ends_with(Words.view()) && Words.view().size() > longest ? longest = Words.view().size() : 0), ...);
        return longest;
    }
};
template <literal... Words>
inline constexpr words<Words...> lit{};

namespace detail {

template <class E>
concept is_words = E::is_words;

// A place in a text and the quantities from there on. Copied to look ahead.
class lookahead {
public:
    constexpr lookahead() noexcept = default;
    constexpr lookahead(std::string_view text, const options& choices, const vocabulary* own = nullptr) noexcept
        : reader_(text, choices, own) {
        read();
    }

    std::uint64_t at = 0;     // where the next part has to begin
    std::uint64_t floor = 0;  // the end of the match before

    constexpr std::string_view text() const noexcept { return reader_.text(); }
    constexpr std::string_view rest() const noexcept { return text().substr(at); }
    constexpr bool done() const noexcept { return done_; }
    constexpr const quantity& next() const noexcept { return next_; }

    // The next quantity that does not begin before `at`.
    constexpr void settle() noexcept {
        while (!done_ && next_.begin() < at) read();
    }
    constexpr void read() noexcept { done_ = !reader_.next(next_); }

private:
    reader reader_;
    quantity next_;
    bool done_ = false;
};

// The number of quantities in a match.
template <class E>
constexpr std::size_t parts_of() noexcept {
    if constexpr (is_words<E>)
        return 0;
    else if constexpr (pattern<E>)
        return E::parts;
    else
        return 1;
}

// Whether `e` can match with `q` as its first quantity; cheap, and never false where it does.
template <class E>
constexpr bool may_begin(const E& e, const quantity& q, std::string_view text) noexcept {
    if constexpr (pattern<E>)
        return e.may_begin(q, text);
    else
        return e.accepts(q, text);
}

// Matches `e` at `c`. `anchored`: its first quantity is the next one, words before it may stand before `c.at`;
// otherwise it begins at `c.at`. On success `c.at` is the end and `begin` the begin.
template <class E, class Out>
constexpr bool match(const E& e, lookahead& c, Out& out, std::uint64_t& begin, bool anchored) noexcept {
    if constexpr (is_words<E>) {
        const auto length = e.at_begin_of(c.rest());
        begin = c.at;
        c.at += length;
        return length != 0;
    } else if constexpr (pattern<E>) {
        return e.match(c, out, begin, anchored);
    } else {
        c.settle();
        if (c.done() || (!anchored && c.next().begin() != c.at) || !e.accepts(c.next(), c.text())) return false;
        begin = c.next().begin();
        c.at = c.next().end();
        out.push(c.next());
        return true;
    }
}

}  // namespace detail

}  // namespace shuliang::inline v0
