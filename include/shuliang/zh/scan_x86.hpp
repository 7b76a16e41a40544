// zh/scan_x86.hpp - the vectorised scans of x86-64: 64 bytes at a time, a bit for each byte that may begin an anchor.
//
// Bytes are looked up in the tables that tools/buckets.py made: what all tables allow is a candidate. Every anchor is
// one; so are a few other characters, which the caller rejects. The functions are compiled for their instruction set by
// attribute, so that no flag is needed, and with the compiler's builtins, because <immintrin.h> alone takes longer to
// compile than the rest of the library.
//
// No function here is to be called on a processor that lacks its instructions, and none reads behind `end`.
#pragma once

#include "shuliang/instruction_set.hpp"

#if SHULIANG_SCAN_X86

#include <cstddef>
#include <cstdint>

namespace shuliang::inline v0::zh {

namespace tables {
#include "shuliang/zh/anchors.inc"
}  // namespace tables

namespace detail {

// What a block is and how many bytes behind it are looked at: a character begins in it and ends behind it.
inline constexpr std::ptrdiff_t block = 64;
inline constexpr std::ptrdiff_t block_reach = block + 2;

using bytes16 [[gnu::vector_size(16)]] = char;
using bytes32 [[gnu::vector_size(32)]] = char;
using bytes64 [[gnu::vector_size(64)]] = char;
using unsigned16 [[gnu::vector_size(16)]] = unsigned char;
using unsigned32 [[gnu::vector_size(32)]] = unsigned char;
using unsigned64 [[gnu::vector_size(64)]] = unsigned char;
using words16 [[gnu::vector_size(16)]] = std::uint16_t;
using words32 [[gnu::vector_size(32)]] = std::uint16_t;

// The first block with a candidate among those that begin at `at` and lie, with the two bytes behind, before `end`;
// `candidates` gets its bits. Without one, where the next block would begin, and no bits.
[[gnu::target("avx512f,avx512bw,avx512vbmi")]] inline const char* find_block_avx512(
    const char* at, const char* end, std::uint64_t& candidates) noexcept {
    constexpr std::uint64_t all = ~std::uint64_t{0};
    constexpr int less = 1;  // the comparisons of the instruction
    constexpr int not_equal = 4;
    constexpr int at_least = 5;
    bytes64 table[4];
    __builtin_memcpy(table, tables::anchor_parts, sizeof table);
    for (; end - at >= block_reach; at += block) {
        unsigned64 a;
        unsigned64 b;
        unsigned64 c;
        __builtin_memcpy(&a, at, sizeof a);
        __builtin_memcpy(&b, at + 1, sizeof b);
        __builtin_memcpy(&c, at + 2, sizeof c);
        // The lowest six bits of each row number are looked at.
        const auto sum = bytes64(a + b + c);
#if defined(__clang__)
        const auto in_a = __builtin_ia32_permvarqi512(table[0], bytes64(a));
        const auto in_b = __builtin_ia32_permvarqi512(table[1], bytes64(b));
        const auto in_c = __builtin_ia32_permvarqi512(table[2], bytes64(c));
        const auto in_sum = __builtin_ia32_permvarqi512(table[3], sum);
#else
        const auto in_a = __builtin_ia32_permvarqi512_mask(table[0], bytes64(a), bytes64{}, all);
        const auto in_b = __builtin_ia32_permvarqi512_mask(table[1], bytes64(b), bytes64{}, all);
        const auto in_c = __builtin_ia32_permvarqi512_mask(table[2], bytes64(c), bytes64{}, all);
        const auto in_sum = __builtin_ia32_permvarqi512_mask(table[3], sum, bytes64{}, all);
#endif
        // Rows of the first table are shared by bytes that begin a character and others.
        const auto begins = __builtin_ia32_ucmpb512_mask(bytes64(a), bytes64(unsigned64{} + 0xC2), at_least, all);
        const auto digit = __builtin_ia32_ucmpb512_mask(bytes64(a - '0'), bytes64(unsigned64{} + 10), less, all);
        const auto found = __builtin_ia32_ucmpb512_mask((in_a & in_b) & (in_c & in_sum), bytes64{}, not_equal, begins);
        candidates = found | digit;
        if (candidates != 0) return at;
    }
    candidates = 0;
    return at;
}

// The same, 32 bytes in a register. A row number with its highest bit set looks up nothing.
[[gnu::target("avx2")]] inline const char* find_block_avx2(const char* at, const char* end,
                                                           std::uint64_t& candidates) noexcept {
    bytes32 table[6];
    __builtin_memcpy(table, tables::anchor_nibbles, sizeof table);
    for (; end - at >= block_reach; at += block) {
        std::uint64_t bits[2];
        for (std::ptrdiff_t half = 0; half < 2; ++half) {
            unsigned32 a;
            unsigned32 b;
            unsigned32 c;
            __builtin_memcpy(&a, at + 32 * half, sizeof a);
            __builtin_memcpy(&b, at + 32 * half + 1, sizeof b);
            __builtin_memcpy(&c, at + 32 * half + 2, sizeof c);
            // E0 to EF become 70 to 7F, all others more than 7F; what is made of 70 to 7F and six bits is below 80.
            const auto lead = __builtin_ia32_paddusb256(bytes32(a ^ 0xE0), bytes32(unsigned32{} + 0x70));
            const auto low_b = b & 0x3F;
            const auto low_c = c & 0x3F;
            const auto high_b = unsigned32(words32(b) >> 2) & 0x0F;
            const auto high_c = unsigned32(words32(c) >> 2) & 0x0F;
            const auto mixed = (low_b + low_c) ^ unsigned32(lead);
            const auto in_a = __builtin_ia32_pshufb256(table[0], lead);
            const auto in_b = __builtin_ia32_pshufb256(table[1], bytes32(low_b));
            const auto in_c = __builtin_ia32_pshufb256(table[2], bytes32(low_c));
            const auto in_high_b = __builtin_ia32_pshufb256(table[3], bytes32(high_b));
            const auto in_high_c = __builtin_ia32_pshufb256(table[4], bytes32(high_c));
            const auto in_mixed = __builtin_ia32_pshufb256(table[5], bytes32(mixed));
            const auto none = (in_a & in_b & in_c & in_high_b & in_high_c & in_mixed) == 0;
            const auto digit = unsigned32(a - '0') < 10;
            // As signed numbers, BC to BF are beyond BB, and so is ASCII, which does no harm.
            const auto vulgar = (bytes32(a) == char(0xC2)) & (bytes32(b) > char(0xBB));
            bits[half] = static_cast<std::uint32_t>(
                __builtin_ia32_pmovmskb256(bytes32(~unsigned32(none) | unsigned32(digit) | unsigned32(vulgar))));
        }
        candidates = bits[0] | bits[1] << 32;
        if (candidates != 0) return at;
    }
    candidates = 0;
    return at;
}

// The same, 16 bytes in a register.
[[gnu::target("sse4.1,ssse3")]] inline const char* find_block_sse4(const char* at, const char* end,
                                                                   std::uint64_t& candidates) noexcept {
    bytes16 table[6];
    for (int i = 0; i < 6; ++i) __builtin_memcpy(&table[i], tables::anchor_nibbles[i], sizeof table[i]);
    for (; end - at >= block_reach; at += block) {
        candidates = 0;
        for (std::ptrdiff_t quarter = 0; quarter < 4; ++quarter) {
            unsigned16 a;
            unsigned16 b;
            unsigned16 c;
            __builtin_memcpy(&a, at + 16 * quarter, sizeof a);
            __builtin_memcpy(&b, at + 16 * quarter + 1, sizeof b);
            __builtin_memcpy(&c, at + 16 * quarter + 2, sizeof c);
            const auto lead = __builtin_ia32_paddusb128(bytes16(a ^ 0xE0), bytes16(unsigned16{} + 0x70));
            const auto low_b = b & 0x3F;
            const auto low_c = c & 0x3F;
            const auto high_b = unsigned16(words16(b) >> 2) & 0x0F;
            const auto high_c = unsigned16(words16(c) >> 2) & 0x0F;
            const auto mixed = (low_b + low_c) ^ unsigned16(lead);
            const auto in_a = __builtin_ia32_pshufb128(table[0], lead);
            const auto in_b = __builtin_ia32_pshufb128(table[1], bytes16(low_b));
            const auto in_c = __builtin_ia32_pshufb128(table[2], bytes16(low_c));
            const auto in_high_b = __builtin_ia32_pshufb128(table[3], bytes16(high_b));
            const auto in_high_c = __builtin_ia32_pshufb128(table[4], bytes16(high_c));
            const auto in_mixed = __builtin_ia32_pshufb128(table[5], bytes16(mixed));
            const auto none = (in_a & in_b & in_c & in_high_b & in_high_c & in_mixed) == 0;
            const auto digit = unsigned16(a - '0') < 10;
            const auto vulgar = (bytes16(a) == char(0xC2)) & (bytes16(b) > char(0xBB));
            const auto bits = static_cast<std::uint16_t>(
                __builtin_ia32_pmovmskb128(bytes16(~unsigned16(none) | unsigned16(digit) | unsigned16(vulgar))));
            candidates |= std::uint64_t{bits} << (16 * quarter);
        }
        if (candidates != 0) return at;
    }
    candidates = 0;
    return at;
}

}  // namespace detail

}  // namespace shuliang::inline v0::zh

#endif
