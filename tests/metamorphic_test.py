#!/usr/bin/env python3
"""Real text in other clothes must give the same records.

    metamorphic_test.py [--show N] [--bytes N] EXTRACT VARIANTS.tsv

Lines are taken from the folders that SHULIANG_CORPUS and SHULIANG_BULK name (*.txt); where neither is set the test
passes and says that it compared nothing. Every line is read twice, as it is and changed, and the records must be the
same once their places are mapped. The context that decides goes 64 bytes to each side, beyond line ends too, so that
lines stand between filler of more than that unless the change is about what stands around them.

What may differ is bounded for each change, and the reason stands beside the bound.
"""
import argparse, json, os, pathlib, random, subprocess, sys, tempfile

FILLER = "\n（此处另有说明，与前后文字无关，只是把它们隔得远远的，没有别的意思）\n"
OTHER_FILLER = "\n「以下各段摘自别处，彼此并不相干，顺序也是打乱了的，读者不必细究其中缘由」\n"
FIELDS = ("kind", "value", "from", "to", "approx", "unit", "alt", "per", "per_value")


def lines_of(folder, most):
    """Lines with a digit or a numeral, evenly from all files, at most `most` bytes for each file."""
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        lines = [line.strip("\r\t ") for line in path.read_text(encoding="utf-8", errors="replace").split("\n")]
        lines = [line for line in lines if 4 < len(line) < 1500 and "\r" not in line]
        total = sum(len(line.encode()) for line in lines)
        step = max(1, total // most)
        yield from lines[::step]


class Change:
    """A line changed character by character: `pieces` are (character of the line or "", what stands there now)."""

    def __init__(self, pieces):
        self.text = "".join(new for _, new in pieces)
        self.starts, self.ends = {}, {}
        old = now = 0
        for was, new in pieces:
            if was:
                self.starts[old] = now
                old += len(was.encode())
                self.ends[old] = now + len(new.encode())
            now += len(new.encode())


def unchanged(line):
    return Change([(c, c) for c in line])


def replaced(table):
    return lambda line: Change([(c, table.get(c, c)) for c in line])


def inserted(noise, every, where):
    """`noise` behind some characters that `where` accepts; a gloss at the end of a phrase belongs to it."""
    def change(line):
        pieces = []
        for i, c in enumerate(line):
            pieces.append((c, c))
            if i % every == every - 1 and i + 1 < len(line) and where(c, line[i + 1]):
                pieces[-1] = (c, c + noise) if noise[0] == "(" else pieces[-1]
                if noise[0] != "(":
                    pieces.append(("", noise))
        return Change(pieces)
    return change


def is_han(c):
    return "\u4e00" <= c <= "\u9fff"


def read(extract, folder, lines, filler):
    """The records of each line, places counted from its beginning; lines stand between `filler`."""
    path = pathlib.Path(folder, "text.txt")
    starts, at, parts = [], 0, []
    for line in lines:
        at += len(filler.encode())
        starts.append(at)
        at += len(line.encode())
        parts += [filler, line]
    path.write_bytes("".join(parts + [filler]).encode())
    if subprocess.run([extract, "--output-dir", folder, path]).returncode != 0:
        sys.exit("extract failed")
    found, next_line = [[] for _ in lines], 0
    for row in pathlib.Path(folder, "text.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(row)
        while next_line + 1 < len(lines) and starts[next_line + 1] <= record["begin"]:
            next_line += 1
        begin = record["begin"] - starts[next_line]
        found[next_line].append((begin, record["end"] - starts[next_line],
                                 *(json.dumps(record.get(field)) for field in FIELDS)))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", default=3, type=int, metavar="N", help="differences to show for each change")
    parser.add_argument("--bytes", default=40000, type=int, metavar="N", help="of each file (default 40000)")
    parser.add_argument("extract", type=pathlib.Path)
    parser.add_argument("variants", type=pathlib.Path)
    args = parser.parse_args()
    folders = [os.environ[name] for name in ("SHULIANG_CORPUS", "SHULIANG_BULK") if os.environ.get(name)]
    if not folders:
        print("nothing compared: neither SHULIANG_CORPUS nor SHULIANG_BULK is set")
        return 0
    lines = [line for folder in folders for line in lines_of(folder, args.bytes)]

    rows = [row.split("\t") for row in args.variants.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if len(row) > 1 and is_han(row[0]) and is_han(row[1])]
    canonical = {row[0]: row[1] for row in rows}
    variant = {}
    for row in rows:
        variant.setdefault(row[1], row[0])
    wide = {chr(code): chr(code + 0xFEE0) for code in range(ord("0"), ord("9") + 1)}
    shuffled = list(range(len(lines)))
    random.Random(7).shuffle(shuffled)

    # name, change, filler, most differing records in a thousand, why any may differ
    changes = [
        ("other text around", unchanged, OTHER_FILLER, 0, ""),
        ("simplified", replaced(canonical), FILLER, 0, ""),
        ("variants", replaced(variant), FILLER, 0, ""),
        ("full-width digits", replaced(wide), FILLER, 1, "they take three bytes of the context, and their commas differ"),
        ("other punctuation", replaced({"。": "！", "；": "！", "“": "「", "”": "」", "《": "〈", "》": "〉"}), FILLER, 1,
         "a list mark can stand behind each of them"),
        ("cut apart", unchanged, "\n", 1, "neighbouring lines are context"),
        ("CR LF", unchanged, "\r\n", 1, "neighbouring lines are context"),
        ("invisible characters", inserted("\u200b", 7, lambda a, b: True), FILLER, 25,
         "noise is looked for beside numbers and phrases, not in the second number of one"),
        ("pinyin", inserted("(yī)", 7, lambda a, b: is_han(a)), FILLER, 10, "the same"),
    ]
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        base = read(args.extract, folder, lines, FILLER)
        total = sum(map(len, base))
        print(f"{len(lines)} lines, {total} records")
        for name, change, filler, bound, why in changes:
            order = shuffled if filler == OTHER_FILLER else range(len(lines))
            changed = [change(lines[i]) for i in order]
            found = read(args.extract, folder, [c.text for c in changed], filler)
            differing, shown = 0, []
            for i, c, now in zip(order, changed, found):
                wanted = [(c.starts[r[0]], c.ends[r[1]], *r[2:]) for r in base[i]]
                if wanted == now:
                    continue
                lost, new = set(wanted) - set(now), set(now) - set(wanted)
                differing += max(len(lost), len(new))
                shown.append((c.text, sorted([("-", r) for r in lost] + [("+", r) for r in new], key=lambda x: x[1])))
            per_mille = 1000 * differing / max(total, 1)
            verdict = "ok" if per_mille <= bound else "TOO MANY"
            print(f"{name:<22} {differing:5} differ, {per_mille:6.2f} of 1000, at most {bound}: {verdict}"
                  f"{' (' + why + ')' if why else ''}")
            failed = failed or per_mille > bound
            for text, only in shown[:args.show] if per_mille > bound or args.show > 3 else []:
                raw = text.encode()
                for sign, r in only[:4]:
                    said, around = (raw[max(0, r[0] - n):r[1] + n].decode(errors="replace") for n in (0, 24))
                    print(f"    {sign} {said!r} {' '.join(f for f in r[2:] if f != 'null')} in {around!r}")
    return failed


sys.exit(main())
