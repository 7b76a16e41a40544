// What it costs to touch every byte and do no more: adding the text up as 64-bit words, in the widest registers
// that the processor has.
#include <cstring>

#include "engine.hpp"

namespace {

template <class Lanes>
[[gnu::always_inline]] inline std::uint64_t sum(std::string_view text) {
    Lanes sums[4] = {};
    const char* p = text.data();
    const char* const end = p + text.size();
    for (; end - p >= static_cast<std::ptrdiff_t>(sizeof sums); p += sizeof sums)
        for (std::size_t i = 0; i < 4; ++i) {
            Lanes block;
            std::memcpy(&block, p + i * sizeof block, sizeof block);
            sums[i] += block;
        }
    sums[0] += sums[1] + sums[2] + sums[3];
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < sizeof(Lanes) / sizeof total; ++i) total += sums[0][i];
    for (; p != end; ++p) total += static_cast<unsigned char>(*p);
    return total;
}

using two_words [[gnu::vector_size(16)]] = std::uint64_t;

std::uint64_t sum_default(std::string_view text) { return sum<two_words>(text); }

#if defined(__x86_64__)
using four_words [[gnu::vector_size(32)]] = std::uint64_t;
using eight_words [[gnu::vector_size(64)]] = std::uint64_t;

[[gnu::target("avx2")]] std::uint64_t sum_avx2(std::string_view text) { return sum<four_words>(text); }
[[gnu::target("avx512f")]] std::uint64_t sum_avx512(std::string_view text) { return sum<eight_words>(text); }
#endif

std::uint64_t run(std::string_view text) {
#if defined(__x86_64__)
    const auto best = __builtin_cpu_supports("avx512f") ? sum_avx512
                      : __builtin_cpu_supports("avx2")  ? sum_avx2
                                                        : sum_default;
#else
    const auto best = sum_default;
#endif
    bench::keep(best(text));
    return 0;
}

const bench::registered me{{0, bench::reading, bench::answer::floor, run, nullptr, 0, true}};

}  // namespace
