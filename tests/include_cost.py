#!/usr/bin/env python3
"""What `#include <shuliang.hpp>` costs everyone who includes it.

    include_cost.py COMPILER INCLUDE_DIR

Fails if the preprocessed text is longer than the bound or comes from a header that is known to be slow or foreign:
both are the same on every machine with the same standard library. The time over an empty file is printed, not judged.
"""
import pathlib, re, subprocess, sys, tempfile, time

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


def seconds(compiler, include, source):
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([*compiler, "-std=c++20", "-O0", "-c", "-o", "/dev/null", "-I", include, source], check=True)
        best = min(best, time.perf_counter() - start)
    return best


def main():
    *compiler, include = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        empty, user = pathlib.Path(folder, "empty.cpp"), pathlib.Path(folder, "user.cpp")
        empty.write_text("")
        user.write_text("#include <shuliang.hpp>\n")
        lines, files = preprocessed(compiler, include, user)
        over = seconds(compiler, include, user) - seconds(compiler, include, empty)
    print(f"#include <shuliang.hpp>: {lines} lines (at most {BOUND}), {len(files)} files, "
          f"{over:.2f} s over an empty file at -O0")
    unwanted = sorted(f for f in files if UNWANTED.search(f) and not f.startswith(str(pathlib.Path(include))))
    if unwanted:
        sys.exit("includes what it must not: " + ", ".join(unwanted))
    if lines > BOUND:
        sys.exit(f"{lines} lines are more than {BOUND}")


main()
