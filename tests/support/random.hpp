// Random numbers that are the same on every machine: a fixed seed, and none of the standard distributions, which
// differ between libraries. SHULIANG_SEED=… sets another seed, SHULIANG_ROUNDS=… scales how much is tried.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

namespace support {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(undefined_behavior_sanitizer)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif
#else
inline constexpr bool sanitized = false;
#endif

inline std::uint64_t seed() {
    const char* text = std::getenv("SHULIANG_SEED");
    return text != nullptr ? std::strtoull(text, nullptr, 0) : 20240229;
}

// How many rounds a random test makes: `plain`, a tenth of it under sanitizers, SHULIANG_ROUNDS when that is set.
inline int rounds(int plain) {
    const char* text = std::getenv("SHULIANG_ROUNDS");
    if (text != nullptr) return std::atoi(text);
    return sanitized ? plain / 10 + 1 : plain;
}

// splitmix64
class random {
public:
    explicit random(std::uint64_t state = seed()) : state_(state) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    // low to high, both included
    std::int64_t between(std::int64_t low, std::int64_t high) {
        const auto span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + (span == 0 ? next() : next() % span));
    }
    int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
    bool coin() { return (next() & 1U) != 0; }
    // An integer of 1 to `most` decimal digits, every length equally likely, either sign.
    std::int64_t integer(int most = 18) {
        std::int64_t limit = 1;
        for (int digits = below(most) + 1; digits > 0; --digits) limit *= 10;
        const auto v = between(0, limit - 1);
        return coin() ? v : -v;
    }
    template <class Container>
    const auto& pick(const Container& c) {
        return c[static_cast<std::size_t>(next() % std::size(c))];
    }

private:
    std::uint64_t state_;
};

}  // namespace support
