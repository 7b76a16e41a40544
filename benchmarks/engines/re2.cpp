// RE2 finds numeric phrases: with one pattern for the place alone; with three captures (number, approximation, unit),
// the least that a program needs to go on; and with ten patterns, one after the other.
//
// No handicaps: compiled once, memory enough for the automaton, nothing copied.
#include <re2/re2.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "engine.hpp"
#include "pattern.hpp"

namespace {

const re2::RE2& compiled(const std::string& pattern) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(std::int64_t{256} << 20);
    auto* const re = new re2::RE2(pattern, options);  // for the life of the program
    if (!re->ok()) {
        std::fprintf(stderr, "RE2 does not take the pattern: %s\n", re->error().c_str());
        std::exit(1);
    }
    return *re;
}

// Older RE2 has a StringPiece of its own, newer ones absl::string_view: both are made from data and size.
template <int Submatches, class Sink>
void each(const re2::RE2& re, std::string_view text, Sink&& sink) {
    const re2::StringPiece whole(text.data(), text.size());
    re2::StringPiece groups[Submatches];
    for (std::size_t at = 0; at < text.size();) {
        if (!re.Match(whole, at, text.size(), re2::RE2::UNANCHORED, groups, Submatches)) break;
        const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
        bench::keep(groups);
        sink(begin, groups[0].size());
        at = begin + groups[0].size();
    }
}

const re2::RE2& plain_re() {
    static const re2::RE2& re = compiled(bench::pattern::plain());
    return re;
}
const re2::RE2& capturing_re() {
    static const re2::RE2& re = compiled(bench::pattern::capturing());
    return re;
}

template <const re2::RE2& (*Pattern)(), int Submatches>
std::uint64_t run(std::string_view text) {
    std::uint64_t found = 0;
    each<Submatches>(Pattern(), text, [&found](std::size_t, std::size_t) { ++found; });
    return found;
}

template <const re2::RE2& (*Pattern)(), int Submatches>
std::uint64_t digest(std::string_view text) {
    bench::digester d;
    each<Submatches>(Pattern(), text, [&d](std::size_t begin, std::size_t length) { d.add(begin), d.add(length); });
    return d.value();
}

std::uint64_t run_ten(std::string_view text) {
    static const std::vector<const re2::RE2*> patterns = [] {
        std::vector<const re2::RE2*> out;
        for (const char* pattern : bench::pattern::by_kind) out.push_back(&compiled(pattern));
        return out;
    }();
    std::uint64_t found = 0;
    for (const re2::RE2* re : patterns) each<1>(*re, text, [&found](std::size_t, std::size_t) { ++found; });
    return found;
}

const bench::registered one{
    {30, bench::re2_phrase, bench::answer::pattern, run<plain_re, 1>, digest<plain_re, 1>, 0, true}};
const bench::registered two{
    {31, "re2 phrase, 3 captures", bench::answer::pattern, run<capturing_re, 4>, digest<capturing_re, 4>}};

const bench::registered three{{32, "re2 ten patterns", bench::answer::other, run_ten}};

}  // namespace
