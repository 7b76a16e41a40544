// zh/character.hpp - the characters that numeric phrases are written with, folded to one form each.
//
// A character that some rule or word names has a small number, its char_id; all others have 0. Traditional,
// variant, full-width and compatibility forms share the id of the simplified half-width form (萬 万, 個 箇 个,
// ３ 3), so that every rule and table is written once, in simplified characters. data/variants.tsv is the list.
//
// Reading a character costs two table look-ups and never touches a byte outside [begin, end).
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "shuliang/codepoint.hpp"

namespace shuliang::inline v0::zh {

using char_id = std::uint16_t;

// What part a character can play in a number. Everything but `none` can begin one and is an anchor of the scan.
enum class char_class : std::uint8_t {
    none,
    digit,       // 0 to 9
    numeral,     // 一 to 九, 两
    zero,        // 零 〇
    financial,   // 壹 to 玖
    multiplier,  // 十 百 千 万 亿 兆 拾 佰 仟; value: the power of ten
    twenty,      // 廿 卅 卌
    pair,        // 俩 仨
    blank,       // 几 数
    half,        // 半
    circled,     // ① ㈠ ⑴ ⒈
    vulgar,      // ½; value: numerator x 100 + denominator
    first,       // 首
    each,        // 每
    month_name   // 元 正 腊 冬 before 月
};

// What rules a character can set off beside a number; the order is that of MARKS and of the tables in
// tools/generate.py. One look here saves asking every rule.
enum class mark : std::uint32_t {
    sign = 1U << 0,  // - + 负 ± and the ends of 零下 零上
    space = 1U << 1,
    range = 1U << 2,         // - — ~ 至 到
    list = 1U << 3,          // 、 和 或 及 与 /
    ratio = 1U << 4,         // : ∶ 比
    fraction = 1U << 5,      // 分 又
    scientific = 1U << 6,    // e ^ × k w 的 and superscripts
    bracket = 1U << 7,       // ( ±
    month_tail = 1U << 8,    // the ends of 元月 正月初 星期 礼拜 周
    name_tail = 1U << 9,     // what stands directly before digits of a name: Latin letters, _ @ [ 某
    name_head = 1U << 10,    // and directly behind them: Latin letters, ] 号 国(道) 医(院)
    lone_tail = 1U << 11,    // what makes a single numeral behind it count, besides other marks: 第 :
    lone_head = 1U << 12,    // and before it: 点 是 大 小 整
    length_tail = 1U << 13,  // the ends of words before a day alone that make it a length of time: 连续 历时
    about_tail = 1U << 14,   // the end of a word of approximation that stands before a number
    money_tail = 1U << 15,
    label_tail = 1U << 16,
    day_part_tail = 1U << 17,
    era_tail = 1U << 18,
    after = 1U << 19,  // the beginning of a word of approximation that stands behind
    unit = 1U << 20,   // the beginning of a unit word
    day_part_head = 1U << 21,
    era_head = 1U << 22,
    goes_on = 1U << 23,  // all with which a number can go on: numerals, , . 点, scientific, after, space
    tail = 1U << 24,     // a quantity behind its unit: numerals, 半 又 / 每 ( 人民币 整 正
    noise = 1U << 25     // the ends of noise, see zh/noise.hpp: < > & ; # = " ( ) and invisible characters
};

[[gnu::always_inline]] constexpr mark operator|(mark a, mark b) noexcept {
    return static_cast<mark>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

namespace tables {
#include "shuliang/zh/characters.inc"
}  // namespace tables

// One character of the text: its id and its length in bytes. At the end of the text both are 0.
struct character {
    char_id id = 0;
    std::uint8_t length = 0;

    constexpr char_class cls() const noexcept { return static_cast<char_class>(tables::class_of[id]); }
    constexpr int value() const noexcept { return tables::value_of[id]; }
    constexpr bool at_end() const noexcept { return length == 0; }
    friend constexpr bool operator==(character c, char_id wanted) noexcept { return c.id == wanted && c.length != 0; }
};

// True when `c` can set off one of the rules.
[[gnu::always_inline]] constexpr bool has(character c, mark rules) noexcept {
    return (tables::marks_of[c.id] & static_cast<unsigned>(rules)) != 0;
}

namespace detail {

using shuliang::detail::byte;

// The table slot of a well-formed character of the basic plane; `length` 0 when it is something else.
struct slot {
    unsigned page;
    unsigned rest;
    std::uint8_t length;
};

// Four bytes as a little-endian number. Precondition: they are inside the text. Not for constant evaluation.
inline std::uint32_t load32(const char* at) noexcept {
    std::uint32_t v = 0;
    __builtin_memcpy(&v, at, sizeof v);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    v = __builtin_bswap32(v);
#endif
    return v;
}

// The same for eight bytes, in constant evaluation too.
constexpr std::uint64_t load64(const char* at) noexcept {
    std::uint64_t v = 0;
    if (std::is_constant_evaluated()) {
        for (int i = 7; i >= 0; --i) v = v << 8 | byte(at[i]);
        return v;
    }
    __builtin_memcpy(&v, at, sizeof v);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    v = __builtin_bswap64(v);
#endif
    return v;
}

// The id of a three-byte character whose first byte is E0 + `lead`.
[[gnu::always_inline]] constexpr char_id id_at(unsigned lead, unsigned second, unsigned third) noexcept {
    return tables::id_of[tables::id_pages[lead << 6 | (second & 0x3FU)] + (third & 0x3FU)];
}

constexpr slot slot_at(const char* at, const char* end) noexcept {
    const unsigned lead = byte(*at);
    if (lead < 0x80U) return {lead >> 6, lead & 0x3FU, 1};
    if (end - at >= 3 && (lead & 0xF0U) == 0xE0U) {
        const unsigned second = byte(at[1]);
        const unsigned third = byte(at[2]);
        const unsigned page = (lead & 0xFU) << 6 | (second & 0x3FU);
        if ((((second ^ 0x80U) | (third ^ 0x80U)) & 0xC0U) == 0 && page >= 0x20U) return {page, third & 0x3FU, 3};
    } else if (end - at >= 2 && lead >= 0xC2U && lead <= 0xDFU && shuliang::detail::is_continuation(at[1])) {
        return {lead & 0x1FU, byte(at[1]) & 0x3FU, 2};
    }
    return {0, 0, 0};
}

}  // namespace detail

// The rest of `at`: characters of two and four bytes, broken bytes.
[[gnu::noinline, gnu::cold]] constexpr character unusual_at(const char* at, const char* end) noexcept {
    const auto s = detail::slot_at(at, end);
    if (s.length == 0) return {0, decode(at, end).length};
    return {tables::id_of[tables::id_pages[s.page] + s.rest], s.length};
}

// The character at `at`, for the few places that every phrase passes; id 0 and its true length when no rule knows it,
// one byte when it is malformed.
[[gnu::always_inline]] constexpr character fast_at(const char* at, const char* end) noexcept {
    if (!std::is_constant_evaluated() && end - at >= 4) {
        const auto word = detail::load32(at);
        // Three bytes that begin with E1 to EF; behind E0 there are overlong forms, which unusual_at tells apart.
        if (const auto lead = (word & 0xC0C0FFU) - 0x8080E1U; lead < 15U) {
            return {detail::id_at(lead + 1, word >> 8, word >> 16), 3};
        } else if ((word & 0x80U) == 0) {
            return {tables::id_of_ascii[word & 0x7FU], 1};
        }
    }
    if (at >= end) return {};
    return unusual_at(at, end);
}

// The character that ends at `at`, looking no further back than `begin`.
[[gnu::always_inline]] constexpr character fast_before(const char* begin, const char* at) noexcept {
    if (!std::is_constant_evaluated() && at - begin >= 4) {
        const auto word = detail::load32(at - 4);
        if (const auto lead = (word >> 8 & 0xC0C0FFU) - 0x8080E1U; lead < 15U) {
            return {detail::id_at(lead + 1, word >> 16, word >> 24), 3};
        } else if ((word & 0x80000000U) == 0) {
            return {tables::id_of_ascii[word >> 24], 1};
        }
    }
    if (at <= begin) return {};
    return unusual_at(previous(begin, at), at);
}

// The same for all other places: calls, because the rules have hundreds of them and must stay small to stay in the
// cache.
[[gnu::noinline]] constexpr character at(const char* at, const char* end) noexcept { return fast_at(at, end); }
[[gnu::noinline]] constexpr character before(const char* begin, const char* at) noexcept {
    return fast_before(begin, at);
}

// Not constexpr: the call is a compile error that says what to do. (No `throw`: some programs have none.)
void a_character_is_in_no_table_add_it_to_data_characters_tsv();

// True when a Chinese character stands at `p`.
constexpr bool is_han(const char* p, const char* end) noexcept {
    if (p == end) return false;
    const auto v = decode(p, end).value;
    return (v >= 0x4E00 && v <= 0x9FFF) || (v >= 0xF900 && v <= 0xFAFF);
}

// The id of a character that data/ names; a compile error for any other.
consteval char_id operator""_c(const char* text, std::size_t size) {
    const auto c = at(text, text + size);
    if (c.id == 0 || c.length != size) a_character_is_in_no_table_add_it_to_data_characters_tsv();
    return c.id;
}

// The ids of ASCII letters and digits follow ASCII, so that they can be compared as ranges.
[[gnu::always_inline]] constexpr bool is_latin(char_id id) noexcept {
    return (id >= "a"_c && id <= "z"_c) || (id >= "A"_c && id <= "Z"_c);
}
[[gnu::always_inline]] constexpr bool is_digit(char_id id) noexcept { return id >= "0"_c && id <= "9"_c; }

// True for invisible characters (zero-width space, joiners, byte order mark), which are stepped over.
inline constexpr char_id invisible = "\u200B"_c;

}  // namespace shuliang::inline v0::zh
