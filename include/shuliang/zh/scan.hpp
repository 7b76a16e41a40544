// zh/scan.hpp - finds the characters at which a number can begin.
//
// Everything else in a text is stepped over here, so this loop sees every byte and the rest of the library only a
// few. It reads two small tables (page of the character, class in the page) and never a byte behind the end.
#pragma once

#include "shuliang/zh/character.hpp"

namespace shuliang {
inline namespace v0 {
namespace zh {

// The first anchor in [at, stop), or `stop`; `end` is the end of the text, stop <= end. Broken bytes are stepped over
// one by one, so that they never hide a character behind them.
constexpr const char* find_anchor(const char* at, const char* stop, const char* end) noexcept {
    using detail::byte;
    while (at < stop) {
        const unsigned lead = byte(*at);
        if (lead < 0x80U) {
            if (lead - '0' < 10U) return at;
            ++at;
            continue;
        }
        if (end - at >= 3 && (lead & 0xF0U) == 0xE0U) {
            const unsigned second = byte(at[1]);
            const unsigned third = byte(at[2]);
            if ((((second ^ 0x80U) | (third ^ 0x80U)) & 0xC0U) == 0) {
                const unsigned page = tables::anchor_pages[(lead & 0xFU) << 6 | (second & 0x3FU)];
                // Overlong forms (E0 80 to E0 9F) fall on the pages of two-byte characters; they are no characters.
                if (tables::anchor_of[page * 64U + (third & 0x3FU)] != 0 && !(lead == 0xE0U && second < 0xA0U)) return at;
                at += 3;
                continue;
            }
        }
        const auto s = detail::slot_at(at, end);
        if (s.length == 2) {
            if (tables::anchor_of[tables::anchor_pages[s.page] * 64U + s.rest] != 0) return at;
            at += 2;
            continue;
        }
        at += decode(at, end).length;
    }
    return stop;
}

}  // namespace zh
}  // namespace v0
}  // namespace shuliang
