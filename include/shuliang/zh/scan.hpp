// zh/scan.hpp - finds the characters at which a number can begin, the anchors.
//
// Everything else in a text is stepped over here, so this loop sees every byte and the rest of the library only a
// few. There are two scans, which find the same: the scalar one, with one look into one table for a character of three
// bytes, and the vectorised one, which indexes the candidates of 64 bytes at a time. No byte behind the end is read.
#pragma once

#include <type_traits>

#include "shuliang/instruction_set.hpp"
#include "shuliang/zh/character.hpp"
#include "shuliang/zh/scan_x86.hpp"

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

// Finds the anchors of one text in turn, and remembers what it has indexed of it.
class anchor_scan {
public:
    constexpr anchor_scan() noexcept = default;
    // `wanted` is what options::instructions says.
    constexpr explicit anchor_scan(instruction_set wanted) noexcept : set_(wanted) {}

    // What find_anchor(at, stop, end) gives. Between two calls, `at` must not go back nor the text up to `end` change.
    [[gnu::always_inline]] constexpr const char* find(const char* at, const char* stop, const char* end) noexcept {
        // While compiling nothing is indexed, and a null pointer cannot be compared.
        if (!std::is_constant_evaluated() && at < indexed_) {
            const char* found = candidate(at, stop, end);
            if (found != nullptr) return found;
            at = indexed_;
        }
        return search(at, stop, end);
    }

private:
    // So many bytes are sooner read one by one.
    static constexpr std::ptrdiff_t few = 32;

    // The first anchor among the candidates from `at` to indexed_, `stop` when that comes before, null when there is
    // none.
    [[gnu::always_inline]] constexpr const char* candidate(const char* at, const char* stop,
                                                           const char* end) const noexcept {
        // An anchor is a well-formed character and begins nowhere else: what is behind the block needs no look.
        for (auto left = candidates_ >> (at - block_) << (at - block_); left != 0; left &= left - 1) {
            const char* found = block_ + __builtin_ctzll(left);
            if (found >= stop) return stop;
            if (zh::at(found, end).cls() != char_class::none) return found;
        }
        return nullptr;
    }

    [[gnu::noinline]] constexpr const char* search(const char* at, const char* stop, const char* end) noexcept {
        while (at < stop) {
            if (end - at < few || set_ == instruction_set::scalar || !index(at, end)) return find_anchor(at, stop, end);
            const char* found = candidate(block_, stop, end);
            if (found != nullptr) return found;
            at = indexed_;
        }
        return stop;
    }

    // Sets block_, indexed_ and candidates_ to the first block with candidates that begins at `at` or behind it, or to
    // the last one. False where nothing is vectorised. Precondition: at < end.
    constexpr bool index(const char* at, const char* end) noexcept {
        if (std::is_constant_evaluated()) return false;
#if SHULIANG_SCAN_X86
        if (!chosen_) {
            set_ = usable(set_);
            chosen_ = true;
            if (set_ == instruction_set::scalar) return false;
        }
        at = find_block(at, end);
        block_ = at;
        indexed_ = at + detail::block;
        if (candidates_ == 0) index_rest(at, end);
        return true;
#else
        static_cast<void>(at);
        static_cast<void>(end);
        return false;
#endif
    }

#if SHULIANG_SCAN_X86
    // The same where what is left is no whole block with the bytes behind it.
    void index_rest(const char* at, const char* end) noexcept {
        alignas(16) char rest[detail::block_reach] = {};
        __builtin_memcpy(rest, at, static_cast<std::size_t>(end - at));
        find_block(rest, rest + detail::block_reach);
        if (end - at < detail::block) indexed_ = end;
    }

    const char* find_block(const char* at, const char* end) noexcept {
        switch (set_) {
            case instruction_set::avx512:
                return detail::find_block_avx512(at, end, candidates_);
            case instruction_set::avx2:
                return detail::find_block_avx2(at, end, candidates_);
            default:
                return detail::find_block_sse4(at, end, candidates_);
        }
    }
#endif

    const char* block_ = nullptr;
    const char* indexed_ = nullptr;  // candidates_ has a bit for each byte from block_ to here; null: there is none
    std::uint64_t candidates_ = 0;
    instruction_set set_ = instruction_set::scalar;
    bool chosen_ = false;  // whether set_ is one that the processor has
};

}  // namespace shuliang::inline v0::zh
