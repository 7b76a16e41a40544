// codepoint.hpp - stepping through UTF-8 one character at a time.
//
// Promise: no function here reads outside [begin, end), whatever the bytes are. A byte sequence that is
// not UTF-8 (truncated, overlong, a surrogate, above U+10FFFF) is stepped over one byte at a time and
// decodes to `replacement`, so that a broken character never swallows the good one behind it.
//
// Every function is constexpr, takes constant time and allocates nothing.
#pragma once

#include <cstdint>

namespace shuliang::inline v0 {

// What stands for a byte that is not part of a well-formed character (U+FFFD).
inline constexpr char32_t replacement = 0xFFFD;

// One character of a text: its code point and the number of bytes it takes there.
struct codepoint {
    char32_t value = replacement;
    std::uint8_t length = 1;
    bool valid = false;

    friend constexpr bool operator==(const codepoint&, const codepoint&) = default;
};

namespace detail {

constexpr std::uint8_t byte(char c) noexcept { return static_cast<std::uint8_t>(c); }
constexpr bool is_continuation(char c) noexcept { return (byte(c) & 0xC0U) == 0x80U; }

}  // namespace detail

// The character that starts at `at`.
// Precondition: at < end. Malformed input gives {replacement, 1, false}.
constexpr codepoint decode(const char* at, const char* end) noexcept {
    using detail::byte;
    const auto lead = byte(*at);
    if (lead < 0x80U) return {lead, 1, true};
    const auto left = end - at;
    const auto tail = [&](int i) { return static_cast<char32_t>(byte(at[i]) & 0x3FU); };
    if (lead >= 0xC2U && lead <= 0xDFU) {
        if (left < 2 || !detail::is_continuation(at[1])) return {};
        return {(static_cast<char32_t>(lead & 0x1FU) << 6) | tail(1), 2, true};
    }
    if (lead >= 0xE0U && lead <= 0xEFU) {
        if (left < 3 || !detail::is_continuation(at[1]) || !detail::is_continuation(at[2])) return {};
        const char32_t value = (static_cast<char32_t>(lead & 0x0FU) << 12) | (tail(1) << 6) | tail(2);
        if (value < 0x800 || (value >= 0xD800 && value <= 0xDFFF)) return {};
        return {value, 3, true};
    }
    if (lead >= 0xF0U && lead <= 0xF4U) {
        if (left < 4 || !detail::is_continuation(at[1]) || !detail::is_continuation(at[2]) ||
            !detail::is_continuation(at[3]))
            return {};
        const char32_t value = (static_cast<char32_t>(lead & 0x07U) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3);
        if (value < 0x10000 || value > 0x10FFFF) return {};
        return {value, 4, true};
    }
    return {};
}

// Where the character that ends at `at` begins; one byte back when what ends there is malformed.
// Precondition: begin < at.
constexpr const char* previous(const char* begin, const char* at) noexcept {
    const auto available = at - begin;
    for (int length = 1; length <= 4 && length <= available; ++length) {
        const char* start = at - length;
        if (detail::is_continuation(*start)) continue;
        const auto found = decode(start, at);
        return found.valid && found.length == length ? start : at - 1;
    }
    return at - 1;
}

// True when no well-formed character of [begin, end) has its inside at `at`, so that a span may begin
// or end there.
constexpr bool on_border(const char* begin, const char* end, const char* at) noexcept {
    if (at == begin || at == end || !detail::is_continuation(*at)) return true;
    for (int back = 1; back <= 3 && back <= at - begin; ++back) {
        if (detail::is_continuation(at[-back])) continue;
        return decode(at - back, end).length <= back;
    }
    return true;
}

}  // namespace shuliang::inline v0
