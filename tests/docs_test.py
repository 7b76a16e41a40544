#!/usr/bin/env python3
"""What the pages say is true: compiles and runs every C++ example of README.md and docs/*.md.

    docs_test.py SOURCE_DIR COMPILER [FLAGS] [--without=BRIDGE ...]

A ```cpp block is a program (it has `int main() {`), or statements that stand inside a function. Before statements comes
the block that docs/README.md marks with `<!-- prelude -->`. A ```text block that follows a ```cpp block, with only
prose between, is exactly what it prints. All blocks become one source file, each in a namespace of its own, so
that the compiler runs once; its errors name the page and the line.

Examples that include a bridge named by --without are left out: its library is not installed.

Checked as well: links to files of the repository lead somewhere, every header of include/shuliang has its page, and
every table of data/ and every kind is named on the page about them.
"""
import pathlib, re, subprocess, sys, tempfile

PRELUDE_MARK = "<!-- prelude -->"
SEPARATOR = "\x1e"


class Example:
    def __init__(self, page, line, code):
        self.page, self.line, self.code, self.expected = page, line, code, None

    def __str__(self):
        return f"{self.page}:{self.line}"

    @property
    def is_program(self):
        return "int main() {" in self.code


def examples_of(page, text):
    """The examples of a page in order, and its prelude or None."""
    found, prelude, marked, fence, body, start = [], None, False, None, [], 0
    for number, line in enumerate(text.splitlines(), 1):
        if fence is None:
            if line.startswith("```"):
                fence, body, start = line[3:].strip(), [], number + 1
            elif line.strip() == PRELUDE_MARK:
                marked = True
            elif line.startswith("#") and found:
                found.append(None)  # a heading: a text block behind it belongs to no example before it
        elif line.strip() == "```":
            code = "\n".join(body) + "\n"
            if fence == "cpp":
                found.append(Example(page, start, code))
                if marked:
                    prelude, marked = found.pop(), False
            elif fence == "text" and found and found[-1] is not None and found[-1].expected is None:
                found[-1].expected = code
            fence = None
        else:
            body.append(line)
    if fence is not None:
        sys.exit(f"{page}:{start}: the block is never closed")
    return [e for e in found if e], prelude


def source_of(examples, prelude):
    """One program that runs every example, printing a separator before each."""
    includes, bodies, calls = [], [], []

    def placed(example):
        """The code without its includes, which go to the top; line numbers stay."""
        lines = []
        for line in example.code.splitlines():
            if line.startswith("#include"):
                includes.append(line)
                line = ""
            lines.append(line)
        return f'#line {example.line} "{example.page}"\n' + "\n".join(lines) + "\n"

    for i, example in enumerate(examples):
        if example.is_program and "template <>" in example.code:
            # A specialisation belongs to the namespace of its template: such a program stands outside of ours.
            bodies.append(placed(example).replace("int main() {", f"void run_{i}() {{"))
            calls.append(f'    std::cout << "{SEPARATOR}"; run_{i}();\n')
            continue
        if example.is_program:
            body = placed(example).replace("int main() {", "void run() {")
        else:
            body = placed(prelude) + "void run() {\n" + placed(example) + "}\n"
        bodies.append(f"namespace example_{i} {{\n{body}}}\n")
        calls.append(f'    std::cout << "{SEPARATOR}"; example_{i}::run();\n')
    return "".join(line + "\n" for line in dict.fromkeys(["#include <iostream>", *includes])) + "\n".join(
        bodies) + "int main() {\n" + "".join(calls) + "}\n"


def run(source, compiler, flags):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        (path / "examples.cpp").write_text(source, encoding="utf-8")
        # -O0: this is compiled at every test, and prints a few lines.
        command = [*compiler, "-std=c++20", "-O0", "-Wall", "-Wextra", "-Wno-unused-function", "-o",
                   str(path / "examples"), str(path / "examples.cpp"), *flags]
        if subprocess.run(command).returncode != 0:
            sys.exit("an example does not compile")
        done = subprocess.run([str(path / "examples")], stdout=subprocess.PIPE, encoding="utf-8")
        if done.returncode != 0:
            sys.exit(f"the examples end with status {done.returncode} after\n{done.stdout}")
        return done.stdout.split(SEPARATOR)[1:]


def broken_links(root, page, text):
    text = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)#]+)", text):
        if "://" not in target and not (root / page).parent.joinpath(target).exists():
            yield f"{page}: there is no {target}"


def missing_names(root):
    headers = {p.stem for p in (root / "include/shuliang").glob("*.hpp")}
    for name in sorted(headers - {p.stem for p in (root / "docs").glob("*.md")}):
        yield f"docs/{name}.md is missing: include/shuliang/{name}.hpp has no page"
    pages = (root / "docs/data.md").read_text(encoding="utf-8"), (root / "docs/kinds.md").read_text(encoding="utf-8")
    for table in sorted(p.name for p in (root / "data").glob("*.tsv")):
        if f"`{table}`" not in pages[0]:
            yield f"docs/data.md does not name {table}"
    record = (root / "include/shuliang/record.hpp").read_text(encoding="utf-8")
    for kind in re.search(r"enum class kind[^{]*\{([^}]*)\}", record).group(1).replace(",", " ").split():
        if f"`{kind}`" not in pages[1]:
            yield f"docs/kinds.md does not name {kind}"


def main():
    root = pathlib.Path(sys.argv[1])
    without = [f"bridge/{a.removeprefix('--without=')}.hpp" for a in sys.argv[2:] if a.startswith("--without=")]
    compiler = [sys.argv[2], "-I", str(root / "include")]
    flags = [a for a in sys.argv[3:] if not a.startswith("--without=")]
    problems, examples, prelude = list(missing_names(root)), [], None
    for path in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        page, text = str(path.relative_to(root)), path.read_text(encoding="utf-8")
        problems += broken_links(root, page, text)
        found, own = examples_of(page, text)
        examples += [e for e in found if not any(bridge in e.code for bridge in without)]
        prelude = own or prelude
    if prelude is None:
        sys.exit(f"docs/README.md marks no block with {PRELUDE_MARK}")
    for example, printed in zip(examples, run(source_of(examples, prelude), compiler, flags), strict=True):
        if example.expected is not None and printed != example.expected:
            problems.append(f"{example}: prints\n{printed}and not\n{example.expected}")
    print(f"{len(examples)} examples, {sum(e.expected is not None for e in examples)} of them with their output")
    if problems:
        sys.exit("\n".join(problems))


main()
