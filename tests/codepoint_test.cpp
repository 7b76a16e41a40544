#include "shuliang/codepoint.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "support/random.hpp"

namespace sl = shuliang;

namespace {

constexpr sl::codepoint decode(std::string_view s) { return sl::decode(s.data(), s.data() + s.size()); }

constexpr bool decodes_to(std::string_view s, char32_t value) {
    return decode(s) == sl::codepoint{value, static_cast<std::uint8_t>(s.size()), true};
}

constexpr bool malformed(std::string_view s) { return decode(s) == sl::codepoint{}; }

static_assert(decodes_to("7", U'7') && decodes_to("é", U'é') && decodes_to("亿", U'亿') && decodes_to("😀", U'😀'));
static_assert(malformed("\x80") && malformed("\xC0\x80") && malformed("\xE4\xB8") && malformed("\xED\xA0\x80") &&
              malformed("\xF4\x90\x80\x80") && malformed("\xFF"));
static_assert(sl::codepoint{} == sl::codepoint{sl::replacement, 1, false});

std::string encode(char32_t c) {
    const auto tail = [c](int shift) { return static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xC0U | (c >> 6)), tail(0)};
    if (c < 0x10000) return {static_cast<char>(0xE0U | (c >> 12)), tail(6), tail(0)};
    return {static_cast<char>(0xF0U | (c >> 18)), tail(12), tail(6), tail(0)};
}

// Table 3-7 of the Unicode Standard, row by row: the oracle.
struct row {
    std::uint8_t first[2], second[2];
    int length;
};
constexpr row rows[] = {
    {{0x00, 0x7F}, {0, 0}, 1},       {{0xC2, 0xDF}, {0x80, 0xBF}, 2}, {{0xE0, 0xE0}, {0xA0, 0xBF}, 3},
    {{0xE1, 0xEC}, {0x80, 0xBF}, 3}, {{0xED, 0xED}, {0x80, 0x9F}, 3}, {{0xEE, 0xEF}, {0x80, 0xBF}, 3},
    {{0xF0, 0xF0}, {0x90, 0xBF}, 4}, {{0xF1, 0xF3}, {0x80, 0xBF}, 4}, {{0xF4, 0xF4}, {0x80, 0x8F}, 4},
};

// Length of the well-formed character at the front of `bytes`, 0 for none.
int well_formed(const std::uint8_t* bytes, int available) {
    for (const row& r : rows) {
        if (bytes[0] < r.first[0] || bytes[0] > r.first[1]) continue;
        if (r.length > available) return 0;
        if (r.length > 1 && (bytes[1] < r.second[0] || bytes[1] > r.second[1])) return 0;
        for (int i = 2; i < r.length; ++i)
            if (bytes[i] < 0x80 || bytes[i] > 0xBF) return 0;
        return r.length;
    }
    return 0;
}

bool agrees(const std::uint8_t* bytes, int available) {
    const char* at = reinterpret_cast<const char*>(bytes);
    const auto got = sl::decode(at, at + available);
    const int length = well_formed(bytes, available);
    if (length == 0) return got == sl::codepoint{};
    return got.valid && got.length == length && encode(got.value) == std::string_view(at, got.length);
}

// The same without the string: what differs for malformed sequences is only that nothing is decoded.
bool agrees_on_length(const std::uint8_t* bytes, int available) {
    const char* at = reinterpret_cast<const char*>(bytes);
    const auto got = sl::decode(at, at + available);
    const int length = well_formed(bytes, available);
    return length == 0 ? !got.valid && got.length == 1 && got.value == sl::replacement
                       : got.valid && got.length == length;
}

constexpr std::uint8_t edges[] = {0x00, 0x30, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1,
                                  0xC2, 0xDF, 0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF};

}  // namespace

TEST_CASE("every code point survives encoding and decoding") {
    int wrong = 0;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        const auto bytes = encode(c);
        const auto got = decode(bytes);
        const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        const auto want = surrogate ? sl::codepoint{} : sl::codepoint{c, static_cast<std::uint8_t>(bytes.size()), true};
        if (!(got == want)) ++wrong;
        const char* end = bytes.data() + bytes.size();
        if (sl::previous(bytes.data(), end) != (surrogate ? end - 1 : bytes.data())) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("every sequence of up to three bytes decodes as the Unicode Standard says") {
    int wrong = 0;
    std::uint8_t bytes[3] = {};
    for (int a = 0; a < 256; ++a) {
        bytes[0] = static_cast<std::uint8_t>(a);
        if (!agrees(bytes, 1)) ++wrong;
        for (int b = 0; b < 256; ++b) {
            bytes[1] = static_cast<std::uint8_t>(b);
            if (!agrees(bytes, 2)) ++wrong;
            if (a < 0xE0 && b % 16 != 0) continue;  // a third byte cannot matter; a sixteenth shows it
            for (int c = 0; c < 256; ++c) {
                bytes[2] = static_cast<std::uint8_t>(c);
                if (!agrees_on_length(bytes, 3)) ++wrong;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("every lead byte with every edge of the three bytes after it") {
    int wrong = 0;
    std::uint8_t bytes[4] = {};
    for (int a = 0; a < 256; ++a) {
        bytes[0] = static_cast<std::uint8_t>(a);
        for (const auto b : edges) {
            for (const auto c : edges) {
                for (const auto d : edges) {
                    bytes[1] = b;
                    bytes[2] = c;
                    bytes[3] = d;
                    if (!agrees_on_length(bytes, 4)) ++wrong;
                }
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("a truncated character is malformed and nothing behind the end is read") {
    for (const char32_t c : {U'é', U'亿', U'\uFFFF', U'😀', U'\U0010FFFF'}) {
        const auto bytes = encode(c);
        for (std::size_t kept = 1; kept < bytes.size(); ++kept) {
            const auto exact = std::make_unique<char[]>(kept);  // ASan sees one byte more
            bytes.copy(exact.get(), kept);
            CHECK(malformed({exact.get(), kept}));
            CHECK(sl::previous(exact.get(), exact.get() + kept) == exact.get() + kept - 1);
            CHECK(sl::on_border(exact.get(), exact.get() + kept, exact.get() + kept));
        }
    }
}

TEST_CASE("previous and on_border are what decode says, on random bytes") {
    support::random random;
    int wrong = 0;
    for (int round = support::rounds(200000); round > 0; --round) {
        const auto size = static_cast<std::size_t>(random.below(12) + 1);
        const auto text = std::make_unique<char[]>(size);
        for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>(random.pick(edges));
        const char* begin = text.get();
        const char* end = begin + size;
        for (std::size_t i = 1; i <= size; ++i) {
            const char* at = begin + i;
            const char* want = at - 1;
            for (std::size_t back = 2; back <= 4 && back <= i; ++back) {
                const auto c = sl::decode(at - back, at);
                if (c.valid && c.length == back) want = at - back;
            }
            if (sl::previous(begin, at) != want) ++wrong;
        }
        for (std::size_t i = 0; i <= size; ++i) {
            bool inside = false;
            for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
                const char* start = begin + i - back;
                inside = inside || (start < end && sl::decode(start, end).length > back);
            }
            if (sl::on_border(begin, end, begin + i) == inside) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("stepping forwards over any bytes ends exactly at the end and meets borders only") {
    support::random random;
    int wrong = 0;
    for (int round = support::rounds(20000); round > 0; --round) {
        std::string text;
        for (int i = random.below(20); i >= 0; --i) {
            if (random.coin())
                text += encode(static_cast<char32_t>(random.below(0x3000) + 0x3400));
            else
                text += static_cast<char>(random.pick(edges));
        }
        const char* at = text.data();
        const char* end = at + text.size();
        while (at < end) {
            at += sl::decode(at, end).length;
            if (at > end || !sl::on_border(text.data(), end, at)) ++wrong;
        }
        if (at != end) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("a broken character does not swallow the good one behind it") {
    const std::string text = "\xE4\xBA万";  // two bytes of 亿, then 万
    const char* end = text.data() + text.size();
    CHECK_FALSE(sl::decode(text.data(), end).valid);
    CHECK_FALSE(sl::decode(text.data() + 1, end).valid);
    CHECK(sl::decode(text.data() + 2, end).value == U'万');
    CHECK(sl::previous(text.data(), end) == text.data() + 2);
}
