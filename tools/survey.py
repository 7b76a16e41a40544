#!/usr/bin/env python3
"""Shows what the extractor makes of a collection of texts: the commonest of what it returned, and of what it left.

    survey.py [options] EXTRACT PATH...

EXTRACT is the tool (build/dev/examples/extract), a PATH a text or a folder of *.txt. What was returned are its
records, what was left is every run of digits and of Chinese numerals that no record covers. Both are grouped by
pattern, with the characters beside them: a run of digits becomes 9, a run of Chinese numerals 一, or stays as it is
with --literal. A group is a line: how often, kind (`left` where nothing was returned), pattern, examples.

Use it to find what is wrong often: a `left` group that reads like quantities is a missing word or rule, a group of
records beside a strange neighbour is a look-alike or a wrong reading.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

KINDS = ("count measure money percent fraction multiple ratio ordinal duration age date time cardinal "
         "identifier").split()
DIGITS = "0-9０-９"
NUMERALS = "〇零一二三四五六七八九十百千万亿兆两俩仨半几数廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億兩幾數貳參參陸"
RUN = re.compile(f"[{DIGITS}]+|[{NUMERALS}]+")
SIMPLIFIED = str.maketrans("萬億兩幾數", "万亿两几数")


def pattern(text, literal):
    """`text` with its numbers made alike."""
    if literal:
        return text.translate(SIMPLIFIED)
    return re.sub(f"[{NUMERALS}]+", "一", re.sub(f"[{DIGITS}]+(?:[.,．，][{DIGITS}]+)*", "9", text))


def visible(text):
    return text.replace("\n", "⏎").replace("\r", "").replace("\t", " ")


def texts(paths):
    for path in map(pathlib.Path, paths):
        if path.is_dir():
            yield from sorted(path.glob("*.txt"))
        elif path.is_file():
            yield path
        else:
            sys.exit(f"survey.py: {path}: no such file or folder")


def records(tool, path):
    run = subprocess.run([tool, "--kinds", ",".join(KINDS), str(path)], capture_output=True, check=False)
    if run.returncode != 0:
        sys.exit(f"survey.py: {tool} failed: {run.stderr.decode('utf-8', 'replace').strip()}")
    return [json.loads(line) for line in run.stdout.splitlines()]


class Survey:
    def __init__(self, args):
        self.args = args
        self.groups = collections.Counter()
        self.examples = collections.defaultdict(list)

    def add(self, kind, text, begin, end):
        """Counts text[begin:end], with its neighbours, as `kind`."""
        args = self.args
        left = text[max(0, begin - args.before):begin]
        right = text[end:end + args.after]
        middle = text[begin:end]
        # Neighbours are kept as they are; a run that they cut a number from would only blur the group.
        key = (kind, f"{visible(left)}[{visible(pattern(middle, args.literal))}]{visible(right)}")
        self.groups[key] += 1
        if len(self.examples[key]) < args.examples:
            self.examples[key].append(visible(text[max(0, begin - 10):end + 10]))

    def read(self, path):
        source = path.read_bytes()
        found = records(self.args.extract, path)
        # Offsets are bytes, and the text may hold broken ones: each piece is decoded by itself.
        text, position, covered = [], 0, []
        length = 0
        for record in found:
            before = source[position:record["begin"]].decode("utf-8", "replace")
            inside = source[record["begin"]:record["end"]].decode("utf-8", "replace")
            text += [before, inside]
            covered.append((length + len(before), length + len(before) + len(inside), record["kind"]))
            length += len(before) + len(inside)
            position = record["end"]
        text = "".join([*text, source[position:].decode("utf-8", "replace")])
        wanted = self.args.kinds
        if self.args.show != "left":
            for begin, end, kind in covered:
                if kind in wanted:
                    self.add(kind, text, begin, end)
        if self.args.show != "returned":
            free = 0
            for begin, end, _ in [*covered, (len(text), len(text), "")]:
                for run in RUN.finditer(text, free, begin):
                    self.add("left", text, run.start(), run.end())
                free = end

    def print(self):
        total = sum(self.groups.values())
        print(f"# {total} in {len(self.groups)} groups")
        for (kind, shape), count in self.groups.most_common(self.args.limit or None):
            if count >= self.args.at_least:
                print("\t".join([str(count), kind, shape, *self.examples[kind, shape]]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("extract", metavar="EXTRACT")
    parser.add_argument("paths", metavar="PATH", nargs="+")
    parser.add_argument("--show", choices=("both", "returned", "left"), default="both")
    parser.add_argument("--kinds", type=lambda s: s.split(","), default=KINDS, help="of what was returned: money,count")
    parser.add_argument("--before", type=int, default=1, metavar="N", help="characters shown on the left (default 1)")
    parser.add_argument("--after", type=int, default=2, metavar="N", help="characters shown on the right (default 2)")
    parser.add_argument("--literal", action="store_true", help="leave numbers as they are")
    parser.add_argument("--limit", type=int, default=100, metavar="N", help="groups to print; 0 for all (default 100)")
    parser.add_argument("--at-least", type=int, default=1, metavar="N", help="leave rarer groups out")
    parser.add_argument("--examples", type=int, default=0, metavar="N", help="examples of each group")
    args = parser.parse_args()
    if unknown := set(args.kinds) - set(KINDS):
        parser.error(f"unknown kind {', '.join(sorted(unknown))}; the kinds are {', '.join(KINDS)}")
    survey = Survey(args)
    for path in texts(args.paths):
        survey.read(path)
    survey.print()


if __name__ == "__main__":
    main()
