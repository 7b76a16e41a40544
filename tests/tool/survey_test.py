#!/usr/bin/env python3
"""survey.py on a small folder: survey_test.py SURVEY EXTRACT"""
import pathlib
import subprocess
import sys
import tempfile

survey, extract = sys.argv[1:]

with tempfile.TemporaryDirectory() as folder:
    root = pathlib.Path(folder)
    (root / "a.txt").write_text("买了3斤米。\n买了25斤米。\n大家一起走。\n", encoding="utf-8")
    # A broken byte moves no offset.
    (root / "b.txt").write_bytes("他们一起去，买了３斤米，".encode() + b"\xff" + "花了12元。".encode())
    (root / "c.md").write_text("买了3斤米。", encoding="utf-8")  # no text of the folder

    def run(*options):
        result = subprocess.run([sys.executable, survey, extract, *options], capture_output=True, text=True, check=False)
        return result.returncode, result.stdout, result.stderr

    def lines(*options):
        code, out, err = run(*options, folder)
        assert code == 0, err
        head, *rows = out.splitlines()
        assert head.startswith("#"), head
        return rows

    # Digits are 9 and numerals 一, full-width ones as well; the commonest group comes first.
    rows = lines("--after", "1")
    assert rows[0] == "3\tmeasure\t了[9斤]米", rows
    assert "1\tmoney\t了[9元]。" in rows, rows
    assert "1\tleft\t家[一]起" in rows and "1\tleft\t们[一]起" in rows, rows

    # What was left is everything no record covers; without neighbours the groups are the same.
    assert lines("--show", "left", "--before", "0", "--after", "1") == ["2\tleft\t[一]起"]
    assert lines("--show", "left", "--before", "0", "--after", "1", "--examples", "1")[0].count("\t") == 3
    assert all("\tleft\t" not in row for row in lines("--show", "returned"))
    assert lines("--kinds", "money", "--show", "returned", "--literal") == ["1\tmoney\t了[12元]。"]
    assert len(lines("--limit", "1")) == 1
    assert lines("--at-least", "4") == []

    code, out, err = run("--kinds", "moneys", folder)
    assert code == 2 and "moneys" in err, err
    code, out, err = run(str(root / "none"))
    assert code != 0 and "no such file" in err, err
print("passed")
