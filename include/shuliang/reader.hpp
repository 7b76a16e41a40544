// reader.hpp - a text read quantity by quantity, and the iterator that all ranges of this library have.
//
// For those who write ranges of their own; `text | extract<…>` is made of these two.
//
// constexpr, noexcept, no allocation.
#pragma once

#include <cstddef>
#include <string_view>  // brings the iterator tags; <iterator> itself costs 0.2 s of compiling

#include "shuliang/quantity.hpp"
#include "shuliang/zh/engine.hpp"

namespace shuliang::inline v0 {

// Reads every quantity of a text in order, one a call. Copies go on from the same place. The words of the user are
// `own`, if not null, else those of `choices`; text, choices and words are borrowed.
class reader {
public:
    constexpr reader() noexcept = default;
    constexpr reader(std::string_view text, const options& choices, const vocabulary* own = nullptr) noexcept
        : text_(text), engine_(text.data(), text.size(), choices, own) {}

    // The next quantity that `wanted(record)` likes; false, and `out` as it was, when there is none.
    template <class Wanted>
    constexpr bool next(quantity& out, const Wanted& wanted) noexcept {
        record r;
        details d;
        while (engine_.next(r, d)) {
            if (!wanted(r)) continue;
            out = quantity(r, d, {text_.data() + r.begin, r.length}, engine_.units());
            return true;
        }
        return false;
    }
    constexpr bool next(quantity& out) noexcept {
        return next(out, [](const record&) { return true; });
    }

    constexpr std::string_view text() const noexcept { return text_; }
    constexpr const zh::engine& engine() const noexcept { return engine_; }

private:
    std::string_view text_;
    zh::engine engine_;
};

// An iterator over what a source finds: `bool Source::next(Source::value_type&)`. Forward by concept and input by
// category, since it gives values and no references; the work is done in ++, so that filters and transformations run
// once for each. Two of one range are equal at the same place, and all that have come to the end are. `end()` of the
// ranges is std::default_sentinel.
template <class Source>
class found_iterator {
public:
    using value_type = typename Source::value_type;
    using difference_type = std::ptrdiff_t;
    using reference = value_type;
    using pointer = void;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;

    constexpr found_iterator() noexcept = default;
    // At the first that the source finds.
    constexpr explicit found_iterator(const Source& source) noexcept
        : source_(source), done_(!source_.next(current_)) {}

    // Precondition of * and ++: not at the end.
    constexpr value_type operator*() const noexcept { return current_; }
    constexpr found_iterator& operator++() noexcept {
        done_ = !source_.next(current_);
        return *this;
    }
    constexpr found_iterator operator++(int) noexcept {
        auto copy = *this;
        ++*this;
        return copy;
    }
    friend constexpr bool operator==(const found_iterator& a, const found_iterator& b) noexcept {
        return a.done_ == b.done_ && (a.done_ || a.current_.begin() == b.current_.begin());
    }
    friend constexpr bool operator==(const found_iterator& a, std::default_sentinel_t) noexcept { return a.done_; }

private:
    Source source_;
    value_type current_;
    bool done_ = true;
};

}  // namespace shuliang::inline v0
