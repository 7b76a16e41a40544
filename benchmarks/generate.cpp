// Writes the text that the benchmarks measure on, to look at it or to feed it to another tool.
#include <charconv>
#include <cstdio>
#include <cstring>

#include "text.hpp"

namespace {

int usage() {
    std::fputs("usage: shuliang_generate dense|stray|headlines|none [MIB = 64] [SEED] > FILE\n", stderr);
    return 2;
}

bool read_number(const char* word, std::uint64_t& out) {
    const char* const end = word + std::strlen(word);
    const auto [rest, error] = std::from_chars(word, end, out);
    return error == std::errc{} && rest == end;
}

}  // namespace

int main(int argc, char** argv) {
    std::uint64_t mib = 64;
    std::uint64_t seed = bench::default_seed;
    if (argc < 2 || argc > 4) return usage();
    const auto which = bench::profile_named(argv[1]);
    if (!which || (argc > 2 && !read_number(argv[2], mib)) || (argc > 3 && !read_number(argv[3], seed)) || mib == 0 ||
        mib > 1 << 16)
        return usage();
    const auto [text, phrases] = bench::generate(*which, static_cast<std::size_t>(mib) << 20, seed);
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
        std::perror("shuliang_generate");
        return 1;
    }
    std::fprintf(stderr, "%s: %zu bytes, %llu numeric phrases, fingerprint %016llx\n", argv[1], text.size(),
                 static_cast<unsigned long long>(phrases), static_cast<unsigned long long>(bench::fingerprint(text)));
}
