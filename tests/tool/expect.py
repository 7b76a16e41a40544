#!/usr/bin/env python3
"""Runs a program and compares its standard output with a file: expect.py EXPECTED PROGRAM [ARGUMENTS]"""
import difflib, pathlib, subprocess, sys

expected = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
run = subprocess.run(sys.argv[2:], stdout=subprocess.PIPE, encoding="utf-8")
sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), run.stdout.splitlines(True),
                                           sys.argv[1], "output"))
sys.exit(run.returncode != 0 or run.stdout != expected)
