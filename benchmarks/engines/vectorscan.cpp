// Vectorscan (the portable Hyperscan), which finds patterns at the speed of its vector instructions: the numeral
// characters, and phrases by the ends of all their matches, without and with the place where each begins.
#include <hs/hs.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine.hpp"
#include "pattern.hpp"

namespace {

struct scanner {
    hs_database_t* database = nullptr;
    hs_scratch_t* scratch = nullptr;

    scanner(const std::string& pattern, unsigned flags) {
        hs_compile_error_t* error = nullptr;
        if (hs_compile(pattern.c_str(), flags, HS_MODE_BLOCK, nullptr, &database, &error) != HS_SUCCESS) {
            std::fprintf(stderr, "Vectorscan does not take the pattern: %s\n", error->message);
            std::exit(1);
        }
        if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) std::exit(1);
    }
    scanner(const scanner&) = delete;
    scanner& operator=(const scanner&) = delete;
    ~scanner() {
        hs_free_scratch(scratch);
        hs_free_database(database);
    }

    // Texts longer than 4 GiB are cut: lengths are 32 bits.
    template <class Sink>
    void scan(std::string_view text, Sink& sink) const {
        constexpr std::size_t most = std::size_t{1} << 31;
        for (std::size_t at = 0; at < text.size(); at += most) {
            const auto part = text.substr(at, most);
            hs_scan(
                database, part.data(), static_cast<unsigned>(part.size()), 0, scratch,
                [](unsigned, unsigned long long, unsigned long long to, unsigned, void* context) {
                    (*static_cast<Sink*>(context))(to);
                    return 0;
                },
                &sink);
        }
    }
};

// Every end is counted once, from however many beginnings it is reached.
struct ends {
    std::uint64_t found = 0;
    std::uint64_t last = 0;
    bench::digester digest;

    void operator()(std::uint64_t to) {
        found += to != last ? 1 : 0;
        last = to;
    }
};
struct digested : ends {
    void operator()(std::uint64_t to) {
        if (to != last) digest.add(to);
        last = to;
    }
};

constexpr unsigned plain = HS_FLAG_UTF8;

const scanner& numerals() {
    static const scanner s(bench::pattern::numerals, plain);
    return s;
}
const scanner& phrase() {
    static const scanner s(bench::pattern::plain(), plain);
    return s;
}
const scanner& phrase_from() {
    static const scanner s(bench::pattern::plain(), plain | HS_FLAG_SOM_LEFTMOST);
    return s;
}

template <const scanner& (*Which)()>
std::uint64_t run(std::string_view text) {
    ends all;
    Which().scan(text, all);
    return all.found;
}
template <const scanner& (*Which)()>
std::uint64_t digest(std::string_view text) {
    digested all;
    Which().scan(text, all);
    return all.digest.value();
}

const bench::registered one{
    {40, bench::scanned_characters, bench::answer::characters, run<numerals>, nullptr, 0, false, true}};
const bench::registered two{
    {41, bench::scanned_phrases, bench::answer::ends, run<phrase>, digest<phrase>, 0, false, true}};
const bench::registered three{
    {42, "vectorscan phrase, spans", bench::answer::ends, run<phrase_from>, digest<phrase_from>, 0, false, true}};

}  // namespace
