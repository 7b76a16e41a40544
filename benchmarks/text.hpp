// text.hpp - varied Chinese text for measuring: any length, a fixed seed, the same bytes on every machine.
//
// Speed on this task is decided by branch prediction, and a few kilobytes repeated are learned by heart: they run
// about twice as fast as real text. So every line is composed anew from a small grammar and its vocabulary. Nothing
// depends on the standard library's distributions, whose results differ between implementations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bench {

enum class profile : std::uint8_t {
    dense,      // news: about 11 numeric phrases a kB, digits and characters, dates, money, per cent, counts
    stray,      // novels: about 9 numerals a kB, nearly all of them a 一 that counts nothing
    headlines,  // one short line after the other, no two alike: the hardest for branch prediction
    none        // prose without any numeral or digit: what scanning costs when there is nothing to find
};

inline constexpr profile profiles[] = {profile::dense, profile::stray, profile::headlines, profile::none};
inline constexpr std::string_view profile_names[] = {"dense", "stray", "headlines", "none"};

constexpr std::string_view name(profile p) noexcept { return profile_names[static_cast<int>(p)]; }

constexpr std::optional<profile> profile_named(std::string_view word) noexcept {
    for (const profile p : profiles)
        if (name(p) == word) return p;
    return std::nullopt;
}

// Texts that are made to be hard: one thing over and over.
struct hostile {
    std::string_view name;
    std::string_view unit;
};
inline constexpr hostile hostile_texts[] = {
    {"numerals", "一百二十万"}, {"digits", "3141592653589793"},
    {"brackets", "3（"},        {"ordinals", "第"},
    {"commas", "1,"},           {"dates", "2020-"},
    {"strays", "一"},           {"halves", "\xE4\xB8"},  // of the bytes of 一
};

// At least `bytes` of it.
std::string repeated(std::string_view unit, std::size_t bytes);

inline constexpr std::uint64_t default_seed = 20200226;

struct generated {
    std::string text;           // whole lines, at least as many bytes as asked for and less than a line more
    std::uint64_t phrases = 0;  // numeric phrases put in on purpose: a finder is expected to report about as many
};

generated generate(profile p, std::size_t bytes, std::uint64_t seed = default_seed);

// FNV-1a of the bytes: tells whether two figures were measured on the same text.
std::uint64_t fingerprint(std::string_view text) noexcept;

}  // namespace bench
