#!/usr/bin/env python3
"""Writes the library as one header: amalgamate.py OUTPUT

Everything that needs the standard library alone: <shuliang.hpp>, and the headers it leaves out because they allocate or
are used more rarely. Bridges stay where they are, and so does print.hpp, which needs <ostream>.
"""
import pathlib, re, sys

INCLUDE = pathlib.Path(__file__).parent.parent / "include"
OURS = re.compile(r'#include "(shuliang/[^"]+)"')
LEFT_OUT = {"print.hpp"}


def expand(path, seen, standard):
    """The lines of a header with our headers in their places; standard ones are collected."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if ours := OURS.match(line):
            target = INCLUDE / ours[1]
            if target.suffix == ".inc":  # a table: as often as it is included
                out += target.read_text(encoding="utf-8").splitlines()
            elif target not in seen:
                seen.add(target)
                out += expand(target, seen, standard)
        elif re.match(r"#include <", line):
            standard.add(line.split("//")[0].strip())
        elif line.strip() != "#pragma once":
            out.append(line)
    return out


def main():
    first = INCLUDE / "shuliang.hpp"
    roots = [first, *(p for p in sorted((INCLUDE / "shuliang").glob("*.hpp")) if p.name not in LEFT_OUT)]
    seen, standard, body = {first}, set(), []
    for root in roots:
        if root == first or root not in seen:
            seen.add(root)
            body += expand(root, seen, standard)
    licence = [f"// {line}".rstrip() for line in (INCLUDE.parent / "LICENSE").read_text(encoding="utf-8").splitlines()]
    lines = ["// shuliang.hpp - the whole library in one header. Made by tools/amalgamate.py: do not edit.", "//", *licence,
             "#pragma once", "", *sorted(standard), "", *body]
    output = pathlib.Path(sys.argv[1])
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
