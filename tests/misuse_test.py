#!/usr/bin/env python3
"""What does not compile, and what the compiler then says: misuse_test.py COMPILER INCLUDE_DIR

Each tests/misuse/*.cpp begins with `// accept` or `// reject: WORDS`. What is to be rejected must fail, the words must
stand in the first lines of the message, and the whole message must be short.
"""
import concurrent.futures, os, pathlib, subprocess, sys

FIRST_LINES = 12
LONGEST = 4096


def problem(path, compiler, include):
    demand = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("// ")
    run = subprocess.run([*compiler, "-std=c++20", "-fsyntax-only", "-fdiagnostics-color=never", "-I", include, path.name],
                         cwd=path.parent, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    said = run.stderr.decode("utf-8", "replace")
    if demand == "accept":
        return "" if run.returncode == 0 else f"{path.name}: does not compile\n{said[:2000]}"
    words = demand.removeprefix("reject: ")
    if run.returncode == 0:
        return f"{path.name}: compiles, and must not"
    if words not in "\n".join(said.splitlines()[:FIRST_LINES]):
        return f"{path.name}: the first {FIRST_LINES} lines do not say '{words}'\n{said[:3000]}"
    if len(run.stderr) > LONGEST:
        return f"{path.name}: the message has {len(run.stderr)} bytes, more than {LONGEST}\n{said[:6000]}"
    return ""


def main():
    compiler, include = sys.argv[1:-1], str(pathlib.Path(sys.argv[-1]).resolve())
    files = sorted(pathlib.Path(__file__).parent.joinpath("misuse").glob("*.cpp"))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        problems = [p for p in pool.map(lambda f: problem(f, compiler, include), files) if p]
    print(f"{len(files)} cases")
    if problems:
        sys.exit("\n\n".join(problems))


main()
