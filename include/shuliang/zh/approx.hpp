// zh/approx.hpp - words of approximation that touch a number, before and after it.
//
// data/approximation.tsv lists them with their flag, and with the longer words that contain one and mean
// something else (最近 附近 节约; 来自 多于): the longest word wins, and those flag nothing.
#pragma once

#include "shuliang/record.hpp"
#include "shuliang/zh/trie.hpp"

namespace shuliang::inline v0::zh {

namespace tables {
#include "shuliang/zh/approximation.inc"
}  // namespace tables

// A word of approximation: its flag, and its far end (where it begins when it stands before the number).
struct approximation {
    approx flag = approx::exact;
    const char* edge = nullptr;

    constexpr explicit operator bool() const noexcept { return flag != approx::exact; }
};

namespace detail {
constexpr approximation as_approximation(match m) noexcept {
    return m ? approximation{static_cast<approx>(m.value & 0xFFU), m.end} : approximation{};
}
}  // namespace detail

// The word that ends directly before `at`, looking back no further than `begin`; its low byte is the flag, 0 for words
// that flag nothing.
constexpr match approximation_word_before(const char* begin, const char* at) noexcept {
    constexpr trie words{tables::before_cells};
    return longest_before(words, begin, at);
}
constexpr approximation approximation_before(const char* begin, const char* at) noexcept {
    return detail::as_approximation(approximation_word_before(begin, at));
}

// True when the longest word that ends directly before `at` is listed as one that flags nothing: the 负 of 税负 is no
// sign, the 近 of 最近 no approximation.
constexpr bool is_other_word_before(const char* begin, const char* at) noexcept {
    const auto m = approximation_word_before(begin, at);
    return m && (m.value & 0xFFU) == 0;
}

// The word that begins at `at`.
constexpr match approximation_word_after(const char* at, const char* end) noexcept {
    constexpr trie words{tables::after_cells};
    return longest(words, at, end);
}
constexpr approximation approximation_after(const char* at, const char* end) noexcept {
    return detail::as_approximation(approximation_word_after(at, end));
}

}  // namespace shuliang::inline v0::zh
