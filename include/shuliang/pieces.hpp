// pieces.hpp - cuts one long text into pieces that can be read at once.
//
// A good cut is a place with no number near on either side, nearer than a rule can see; a text that has none for a long
// way, as a million digits, is cut anywhere, and the piece behind such a cut has to be read behind the one before it.
// Read as said at piece_engine, the phrases of the pieces, one after the other, are exactly those of the whole.
// Allocates nothing.
#pragma once

#include <string_view>

#include "shuliang/extract.hpp"

namespace shuliang::inline v0 {

// One piece of a text: the phrases with an anchor in [begin, end).
struct piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool free = true;      // it begins at a good cut, or with the text, and can be read before the piece before it
    bool good_end = true;  // so can the next one

    friend bool operator==(const piece&, const piece&) = default;
};

// The first good cut in [from, to), or the size of the text. It lies on the border of a character, with no anchor in
// the 64 bytes before it nor in the 64 behind.
inline std::size_t find_cut(std::string_view text, std::size_t from, std::size_t to) noexcept {
    const char* begin = text.data();
    const char* end = begin + text.size();
    const char* stop = to < text.size() ? begin + to : end;
    if (from >= text.size()) return text.size();
    zh::anchor_scan scan(instruction_set::best);
    // `from` may lie inside a character, which is nothing to the scan.
    for (const char* last = begin + from; last < stop;) {
        const char* next = scan.find(last, stop, end);
        if (next - last > 2 * context + 8) {
            const char* cut = next - context - 3;
            while (!on_border(begin, end, cut)) --cut;
            return static_cast<std::size_t>(cut - begin);
        }
        if (next >= stop) break;
        last = next + zh::at(next, end).length;
    }
    return text.size();
}

// The piece behind `before`, of `size` bytes and some, at most twice as much; the first one is behind an empty piece.
// Empty when nothing is left.
inline piece next_piece(std::string_view text, piece before, std::size_t size) noexcept {
    const auto begin = before.end;
    const auto left = text.size() - begin;
    piece out{begin, text.size(), before.good_end, true};
    if (left <= 2 * size) return out;
    out.end = find_cut(text, begin + size, begin + 2 * size);
    out.good_end = out.end != text.size();
    if (!out.good_end) out.end = begin + 2 * size;
    return out;
}

// Reads pieces. A piece that is `free` is begun anywhere and by any engine. When it has been read to its end, `past(p)`
// says whether the piece behind it has to be read by this engine too, with go_on(), because it is not free or because
// something reaches into it all the same.
class piece_engine {
public:
    zh::engine& begin(std::string_view text, piece p, const options& choices) noexcept {
        engine_ = zh::engine{};
        return resume(text, p, choices, text.data() + p.begin, text.data() + p.begin);
    }
    zh::engine& go_on(std::string_view text, piece p, const options& choices) noexcept {
        return resume(text, p, choices, engine_.position(), engine_.floor());
    }

    bool past(std::string_view text, piece p) const noexcept {
        const char* end = text.data() + p.end;
        return !p.good_end || engine_.position() > end || engine_.floor() > end;
    }

private:
    zh::engine& resume(std::string_view text, piece p, const options& choices, const char* at,
                       const char* floor) noexcept {
        engine_.forget_dropped();
        engine_.resume(text.data(), text.size(), choices, at, floor, text.data() + p.end);
        return engine_;
    }

    zh::engine engine_;
};

}  // namespace shuliang::inline v0
