// instruction_set.hpp - which vector instructions the scan uses.
//
// By default the best that the processor has, asked for when a text is begun: a program built for any processor of its
// kind runs at full speed on each. `options::instructions` forces another set, to test and to measure it; records are
// the same with every set. The vectorised scans are for x86-64 with g++ or clang; elsewhere there is `scalar` alone.
#pragma once

#include <cstdint>
#include <string_view>

#if defined(__x86_64__) && defined(__GNUC__)
#define SHULIANG_SCAN_X86 1
#else
#define SHULIANG_SCAN_X86 0
#endif

namespace shuliang::inline v0 {

// In the order of their speed.
enum class instruction_set : std::uint8_t {
    scalar,
    sse4,    // SSE4.1 with SSSE3
    avx2,    // AVX2
    avx512,  // AVX-512 F, BW and VBMI
    best     // the last of them that the processor has
};
inline constexpr int instruction_set_count = 4;  // without `best`

inline constexpr std::string_view instruction_set_names[] = {"scalar", "sse4", "avx2", "avx512", "best"};

constexpr std::string_view name(instruction_set s) noexcept { return instruction_set_names[static_cast<int>(s)]; }

// The best set that the processor has, and the operating system lets it use.
inline instruction_set best_instruction_set() noexcept {
#if SHULIANG_SCAN_X86
    if (__builtin_cpu_supports("avx512vbmi") != 0 && __builtin_cpu_supports("avx512bw") != 0)
        return instruction_set::avx512;
    if (__builtin_cpu_supports("avx2") != 0) return instruction_set::avx2;
    if (__builtin_cpu_supports("sse4.1") != 0 && __builtin_cpu_supports("ssse3") != 0) return instruction_set::sse4;
#endif
    return instruction_set::scalar;
}

// What a wish for `s` gets: that set, or the best there is where the processor lacks it.
inline instruction_set usable(instruction_set s) noexcept {
    if (s == instruction_set::scalar) return s;
    const auto best = best_instruction_set();
    return s < best ? s : best;
}

}  // namespace shuliang::inline v0
