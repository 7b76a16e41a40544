#!/usr/bin/env python3
"""What `#include <shuliang.hpp>` costs everyone who includes it.

    include_cost.py [--timed] COMPILER INCLUDE_DIR

Fails if the preprocessed text is longer than the bound or comes from a header that is known to be slow or foreign, or if
compositions instantiate too much: all are the same on every machine with the same standard library. The times are
printed, not judged; with --timed also those at -O2.
"""
import pathlib, re, subprocess, sys, tempfile, time

# A program with five compositions and words of its own, measured by the symbols that its object at -O0 has beyond those
# of a plain extraction: what was instantiated.
PLAIN = """
#include <shuliang.hpp>
std::uint64_t use(std::string_view text) {
    std::uint64_t n = 0;
    for (const auto& q : text | shuliang::extract<>) n += q.begin();
    return n;
}
"""
COMPOSITIONS = """
#include <shuliang.hpp>
#include <shuliang/fields.hpp>
#include <shuliang/vocabulary.hpp>
namespace sl = shuliang;
inline constexpr auto farm = sl::vocabulary_of(
    sl::word{.symbol = "槽筐"}, sl::word{.symbol = "石箩", .dimension = sl::dimension::volume, .factor = {1, 10}},
    sl::word{.symbol = "起步", .use = sl::word_use::after, .flag = sl::approx::at_least});
constexpr sl::vocabulary words = farm;
inline constexpr auto people = sl::count.of("人", "名", "位");
inline constexpr auto large = sl::money.where([](const sl::quantity& q) { return q.value() >= 10000; });
inline constexpr auto& rate = sl::labelled<"复工率", sl::percent>;
inline constexpr auto& grant = sl::sequence<sl::lit<"为">, people, sl::lit<"发放", "拨付">, sl::money>;
inline constexpr auto& any = sl::either<grant, sl::sequence<people, sl::lit<"和">, people>>;
struct report { sl::quantity firms, rate; };
inline constexpr auto schema = sl::fields<report>(sl::field<&report::firms>("企业"), sl::field<&report::rate>("复工率"));
std::uint64_t use(std::string_view text) {
    std::uint64_t n = words.size();
    for (const auto& q : text | sl::extract<people, large, farm>) n += q.begin();
    for (const auto& q : text | sl::extract<rate, sl::date>) n += q.begin();
    for (const auto& q : text | sl::extract<>) n += q.begin();
    for (const auto& g : text | sl::extract<any>) n += g.begin();
    for (const auto& found : text | schema) n += found.missing();
    return n;
}
"""
SYMBOLS = 260

# Lines with something on them, with g++ 12: about 0.01 s for each thousand at -O0.
BOUND = 40_000
UNWANTED = re.compile(r"/(immintrin\.h|regex|iostream|istream|ostream|ranges|chrono|format|locale|functional|thread|future"
                      r"|nlohmann/.*|re2/.*|utf8(\.h|/.*)|range/v3/.*)$")


def preprocessed(compiler, include, source):
    run = subprocess.run([*compiler, "-std=c++20", "-E", "-I", include, source], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(run.stderr)
    lines = run.stdout.splitlines()
    files = {m[1] for m in (re.match(r'# \d+ "([^"<]+)"', line) for line in lines) if m}
    return sum(1 for line in lines if line.strip() and not line.startswith("#")), files


def seconds(compiler, include, source, level="-O0", times=3):
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run([*compiler, "-std=c++20", level, "-c", "-o", "/dev/null", "-I", include, source], check=True)
        best = min(best, time.perf_counter() - start)
    return best


def symbols(compiler, include, source):
    object_file = source.with_suffix(".o")
    subprocess.run([*compiler, "-std=c++20", "-O0", "-c", "-o", object_file, "-I", include, source], check=True)
    return len(subprocess.run(["nm", object_file], capture_output=True, text=True, check=True).stdout.splitlines())


def main():
    timed = sys.argv[1] == "--timed"
    *compiler, include = sys.argv[2 if timed else 1 :]
    with tempfile.TemporaryDirectory() as folder:
        empty, user = pathlib.Path(folder, "empty.cpp"), pathlib.Path(folder, "user.cpp")
        empty.write_text("")
        user.write_text("#include <shuliang.hpp>\n")
        lines, files = preprocessed(compiler, include, user)
        over = seconds(compiler, include, user) - seconds(compiler, include, empty)
        plain, composed = pathlib.Path(folder, "plain.cpp"), pathlib.Path(folder, "composed.cpp")
        plain.write_text(PLAIN, encoding="utf-8")
        composed.write_text(COMPOSITIONS, encoding="utf-8")
        few, many = (symbols(compiler, include, source) for source in (plain, composed))
        if timed:
            print("at -O2: %.2f s for a plain extraction, %.2f s for the compositions"
                  % tuple(seconds(compiler, include, source, "-O2", 1) for source in (plain, composed)))
    print(f"#include <shuliang.hpp>: {lines} lines (at most {BOUND}), {len(files)} files, "
          f"{over:.2f} s over an empty file at -O0")
    unwanted = sorted(f for f in files if UNWANTED.search(f) and not f.startswith(str(pathlib.Path(include))))
    if unwanted:
        sys.exit("includes what it must not: " + ", ".join(unwanted))
    if lines > BOUND:
        sys.exit(f"{lines} lines are more than {BOUND}")
    print(f"five compositions and words of its own: {many - few} symbols (at most {SYMBOLS}) beyond the {few} of a plain "
          "extraction")
    if many - few > SYMBOLS:
        sys.exit(f"{many - few} symbols are more than {SYMBOLS}")


main()
