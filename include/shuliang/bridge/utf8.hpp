// bridge/utf8.hpp - texts of other programs: is it UTF-8, what was broken, and where is that in their offsets?
//
// `first_invalid` and `repair` find and replace what is no UTF-8, with a note for every place. `offset_map` turns byte
// offsets into code points (Python) or UTF-16 units (Java, JavaScript, C#) and back. `from_utf16` reads UTF-16.
//
// The only header that knows utfcpp (3 or 4). Allocates; works at run time only.
#pragma once

#include <utf8.h>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shuliang/codepoint.hpp"
#include "shuliang/quantity.hpp"

namespace shuliang::inline v0 {

inline constexpr auto all_valid = static_cast<std::size_t>(-1);

// Where the first byte is that is no UTF-8; all_valid if there is none.
inline std::size_t first_invalid(std::string_view text) noexcept {
    const auto at = utf8::find_invalid(text.data(), text.data() + text.size());
    return at == text.data() + text.size() ? all_valid : static_cast<std::size_t>(at - text.data());
}

// One place that was repaired: `length` units from `offset` on in what was given, now U+FFFD at `place` of the text.
struct repaired_place {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::size_t place = 0;

    friend bool operator==(const repaired_place&, const repaired_place&) = default;
};
struct repaired_text {
    std::string text;  // valid UTF-8
    std::vector<repaired_place> places;
};

// Every run of bytes that is no UTF-8 becomes one U+FFFD.
inline repaired_text repair(std::string_view text) {
    repaired_text out;
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    for (const char* at = begin; at < end;) {
        const char* const broken = utf8::find_invalid(at, end);
        out.text.append(at, broken);
        at = broken;
        while (at < end && !decode(at, end).valid) ++at;
        if (at == broken) continue;
        out.places.push_back(
            {static_cast<std::size_t>(broken - begin), static_cast<std::size_t>(at - broken), out.text.size()});
        utf8::unchecked::append(replacement, std::back_inserter(out.text));
    }
    return out;
}

// UTF-16 as UTF-8; a surrogate without its partner becomes U+FFFD. Offsets in `places` are UTF-16 units.
inline repaired_text from_utf16(std::u16string_view text) {
    repaired_text out;
    out.text.reserve(text.size() * 3);
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t c = text[i];
        const auto next = i + 1 < text.size() ? text[i + 1] : u'\0';
        if (c >= 0xD800 && c < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00U);
            ++i;
        } else if (c >= 0xD800 && c < 0xE000) {
            out.places.push_back({i, 1, out.text.size()});
            c = replacement;
        }
        utf8::unchecked::append(c, std::back_inserter(out.text));
    }
    return out;
}

// A place or a length in each of the three ways to count.
struct text_offset {
    std::size_t bytes = 0;
    std::size_t codepoints = 0;
    std::size_t utf16 = 0;

    friend bool operator==(const text_offset&, const text_offset&) = default;
};

// Offsets of one text. A byte that is no UTF-8 counts as one code point and one unit, as decoders replace it. An offset
// inside a character is that of its begin, one behind the end that of the end. A look-up takes constant time: the text
// is marked every 256 bytes.
class offset_map {
public:
    // The text is borrowed.
    explicit offset_map(std::string_view text) : text_(text) {
        text_offset at;
        while (at.bytes < text.size()) {
            if (at.bytes >= marks_.size() * step) marks_.push_back(at);
            at = next(at);
        }
        end_ = at;
    }
    template <std::same_as<std::string> Text>
    explicit offset_map(Text&&) = delete;

    text_offset of_byte(std::size_t offset) const noexcept {
        return find(offset, [](const text_offset& o) { return o.bytes; });
    }
    text_offset of_codepoint(std::size_t offset) const noexcept {
        return find(offset, [](const text_offset& o) { return o.codepoints; });
    }
    text_offset of_utf16(std::size_t offset) const noexcept {
        return find(offset, [](const text_offset& o) { return o.utf16; });
    }
    // Where a quantity of this text begins and ends.
    text_offset begin_of(const quantity& q) const noexcept { return of_byte(q.begin()); }
    text_offset end_of(const quantity& q) const noexcept { return of_byte(q.end()); }
    // The length of the text.
    text_offset size() const noexcept { return end_; }

private:
    static constexpr std::size_t step = 256;

    text_offset next(text_offset at) const noexcept {
        const auto c = decode(text_.data() + at.bytes, text_.data() + text_.size());
        return {at.bytes + c.length, at.codepoints + 1, at.utf16 + (c.value > 0xFFFF ? 2 : 1)};
    }
    template <class Count>
    text_offset find(std::size_t offset, Count in) const noexcept {
        if (offset >= in(end_)) return end_;
        const auto behind = std::upper_bound(marks_.begin(), marks_.end(), offset,
                                             [&](std::size_t o, const text_offset& mark) { return o < in(mark); });
        text_offset at = *(behind - 1);
        for (auto further = next(at); in(further) <= offset; further = next(at)) at = further;
        return at;
    }

    std::string_view text_;
    std::vector<text_offset> marks_;
    text_offset end_;
};

}  // namespace shuliang::inline v0
