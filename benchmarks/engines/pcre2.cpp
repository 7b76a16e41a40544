// PCRE2 with its just-in-time compiler: the same pattern as RE2 gets.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <cstdio>
#include <cstdlib>

#include "engine.hpp"
#include "pattern.hpp"

namespace {

pcre2_code* compiled() {
    int error = 0;
    PCRE2_SIZE where = 0;
    const auto pattern = bench::pattern::plain();
    auto* const code =
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), PCRE2_UTF, &error, &where, nullptr);
    if (code == nullptr || pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) != 0) {
        std::fprintf(stderr, "PCRE2 does not take the pattern (error %d)\n", error);
        std::exit(1);
    }
    return code;
}

template <class Sink>
void each(std::string_view text, Sink&& sink) {
    static pcre2_code* const code = compiled();
    static pcre2_match_data* const match = pcre2_match_data_create(1, nullptr);
    const auto* const begin = reinterpret_cast<PCRE2_SPTR>(text.data());
    // Validity was seen to when the text was loaded; asking again at each match would make the search quadratic.
    for (std::size_t at = 0; pcre2_jit_match(code, begin, text.size(), at, PCRE2_NO_UTF_CHECK, match, nullptr) >= 0;) {
        const PCRE2_SIZE* const span = pcre2_get_ovector_pointer(match);
        bench::keep(span);
        sink(span[0], span[1] - span[0]);
        at = span[1];
    }
}

std::uint64_t run(std::string_view text) {
    std::uint64_t found = 0;
    each(text, [&found](std::size_t, std::size_t) { ++found; });
    return found;
}

std::uint64_t digest(std::string_view text) {
    bench::digester d;
    each(text, [&d](std::size_t begin, std::size_t length) { d.add(begin), d.add(length); });
    return d.value();
}

const bench::registered me{{50, "pcre2-jit phrase", bench::answer::pattern, run, digest, 0, false, true}};

}  // namespace
