// zh/scan.hpp - finds the characters at which a number can begin.
//
// Everything else in a text is stepped over here, so this loop sees every byte and the rest of the library only a
// few. A three-byte character takes one look into one table; no byte behind the end is read.
#pragma once

#include <type_traits>

#include "shuliang/zh/character.hpp"

namespace shuliang::inline v0::zh {

namespace detail {

// True when the three-byte character in the low bytes of `word` is an anchor. The table has for each pair of second and
// third byte the set of first bytes; the first byte is 111xxxxx with the fifth bit clear, so its low bits count them.
[[gnu::always_inline]] constexpr bool is_anchor(std::uint64_t word) noexcept {
    return (std::uint32_t{tables::anchor_leads[word >> 8 & 0x3F3FU]} >> (word & 31U) & 1U) != 0;
}

}  // namespace detail

// The first anchor in [at, stop), or `stop`; `end` is the end of the text, stop <= end. Broken bytes are stepped over
// one by one, so that they never hide a character behind them.
constexpr const char* find_anchor(const char* at, const char* stop, const char* end) noexcept {
    using detail::byte;
    while (at < stop) {
        // Where eight bytes can be loaded at once, pairs of three-byte characters and ASCII take a few instructions.
        if (!std::is_constant_evaluated() && end - at >= 8 && stop - at > 3) {
            const char* limit = stop - 3 < end - 7 ? stop - 3 : end - 7;
            while (at < limit) {
                const auto word = detail::load64(at);
                if ((word & 0xC0C0F0C0C0F0U) == 0x8080E08080E0U) {
                    if (detail::is_anchor(word)) return at;
                    if (detail::is_anchor(word >> 24)) return at + 3;
                    at += 6;
                } else if ((word & 0xC0C0F0U) == 0x8080E0U) {
                    if (detail::is_anchor(word)) return at;
                    at += 3;
                } else if ((word & 0x80U) == 0) {
                    if ((word & 0xFFU) - '0' < 10U) return at;
                    ++at;
                } else {
                    break;
                }
            }
        }
        const auto c = zh::at(at, end);
        if (c.cls() != char_class::none) return at;
        at += c.length;
    }
    return stop;
}

}  // namespace shuliang::inline v0::zh
