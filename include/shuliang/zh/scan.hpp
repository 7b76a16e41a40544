// zh/scan.hpp - finds the characters at which a number can begin.
//
// Everything else in a text is stepped over here, so this loop sees every byte and the rest of the library only a
// few. It reads two small tables (page of the character, class in the page) and never a byte behind the end.
#pragma once

#include <type_traits>

#include "shuliang/zh/character.hpp"

namespace shuliang {
inline namespace v0 {
namespace zh {

// The first anchor in [at, stop), or `stop`; `end` is the end of the text, stop <= end. Broken bytes are stepped over
// one by one, so that they never hide a character behind them.
constexpr const char* find_anchor(const char* at, const char* stop, const char* end) noexcept {
    using detail::byte;
    while (at < stop) {
        // Where four bytes can be loaded at once, three-byte characters and ASCII take a few instructions.
        if (!std::is_constant_evaluated() && end - at >= 4) {
            const char* limit = stop < end - 3 ? stop : end - 3;
            while (at < limit) {
                const auto word = detail::load32(at);
                if ((word & 0xC0C0F0U) == 0x8080E0U) {
                    const unsigned page = (word & 0xFU) << 6 | (word >> 8 & 0x3FU);
                    if (tables::anchor_of[tables::anchor_pages[page] * 64U + (word >> 16 & 0x3FU)] != 0) {
                        // E0 80 to E0 9F are overlong forms and no characters.
                        if (page >= 0x20U) return at;
                    }
                    at += 3;
                } else if ((word & 0x80U) == 0) {
                    if ((word & 0xFFU) - '0' < 10U) return at;
                    ++at;
                } else {
                    break;
                }
            }
            if (at >= stop) break;
        }
        const unsigned lead = byte(*at);
        if (lead < 0x80U) {
            if (lead - '0' < 10U) return at;
            ++at;
            continue;
        }
        const auto s = detail::slot_at(at, end);
        if (s.length != 0) {
            if (tables::anchor_of[tables::anchor_pages[s.page] * 64U + s.rest] != 0) return at;
            at += s.length;
        } else {
            at += decode(at, end).length;
        }
    }
    return stop;
}

}  // namespace zh
}  // namespace v0
}  // namespace shuliang
