#!/usr/bin/env python3
"""Scores the extract tool on documents annotated by hand.

    gold_test.py [--without KINDS] [--min-strict F1] [--errors N] EXTRACT

SHULIANG_CORPUS names the folder of the documents (*.txt), SHULIANG_GOLD that of their records (*.jsonl of the same
name). Where neither is set, the test passes and says that it measured nothing.

A record counts as found only if begin, end, kind, value or both ends of the range, approx, unit, alt, per and per_value
are all those of the gold. A gold record marked optional may be missing, and excuses a prediction that overlaps it with
the same value; but not one that overlaps an identifier or a required record as well. Predicted identifiers are ignored.
Text of the kinds of --without is blank: neither its gold records nor predictions that touch it count.
"""
import argparse, collections, json, os, pathlib, subprocess, sys, tempfile
from fractions import Fraction

FOLDERS = ("SHULIANG_GOLD", "SHULIANG_CORPUS")


def number(text):
    """Numbers compare as numbers (5/10000 is 1/2000), everything else as text."""
    try:
        return Fraction(text)
    except (TypeError, ValueError, ZeroDivisionError):
        return text


def value(record):
    return tuple(number(record.get(field)) for field in ("value", "from", "to"))


def key(record):
    return (record["begin"], record["end"], record["kind"], *value(record), tuple(sorted(record.get("approx", ()))),
            record.get("unit", ""), tuple(sorted(record.get("alt", ()))), record.get("per", ""),
            number(record.get("per_value")))


def touches(record, others):
    return any(record["begin"] < other["end"] and other["begin"] < record["end"] for other in others)


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def check_form(path, records, document):
    """Predictions are in order, do not overlap, and their text is that of the document."""
    end = 0
    for record in records:
        where = f"{path.name}: {record}"
        if not end <= record["begin"] < record["end"]:
            sys.exit(f"{where}: overlaps the record before it or is out of order")
        end = record["end"]
        if document[record["begin"]:end].decode("utf-8", "replace") != record["text"]:
            sys.exit(f"{where}: the text is not that of its bytes")
        if record["approx"] != sorted(record["approx"]):
            sys.exit(f"{where}: flags are not sorted")
        given = [field in record for field in ("value", "from", "to", "error")]
        allowed = ([False] * 4,) if record["kind"] == "identifier" else (
            [True, False, False, False], [False, True, True, False], [False, False, False, True])
        if given not in allowed:
            sys.exit(f"{where}: needs a value, or both ends of a range")


def compare(gold, predicted, without):
    """Returns hits, misses and false alarms."""
    blank = [g for g in gold if g["kind"] in without]
    gold = [g for g in gold if g["kind"] not in without]
    identifiers = [g for g in gold if g["kind"] == "identifier"]
    optional = [g for g in gold if g["kind"] != "identifier" and g.get("optional")]
    required = [g for g in gold if g["kind"] != "identifier" and not g.get("optional")]
    missing = collections.defaultdict(list)
    for g in required:
        missing[key(g)].append(g)
    hits, alarms = [], []
    for p in predicted:
        if p["kind"] == "identifier" or p["kind"] in without or touches(p, blank):
            continue
        if missing[key(p)]:
            hits.append(missing[key(p)].pop())
            continue
        excused = any(touches(p, [o]) and value(p) == value(o) for o in optional)
        if not excused or touches(p, identifiers) or touches(p, required):
            alarms.append(p)
    return hits, [g for rest in missing.values() for g in rest], alarms


def f1(hits, misses, alarms):
    total = 2 * hits + misses + alarms
    return 2 * hits / total if total else 1.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", default="", metavar="KINDS", type=lambda kinds: set(kinds.split(",")) - {""})
    parser.add_argument("--min-strict", default=0.0, type=float, metavar="F1")
    parser.add_argument("--errors", default=20, type=int, metavar="N", help="disagreements to show (default 20)")
    parser.add_argument("extract", type=pathlib.Path)
    args = parser.parse_args()

    unset = [name for name in FOLDERS if not os.environ.get(name)]
    if unset:
        print(f"nothing measured: {' and '.join(unset)} not set")
        return 0
    gold, corpus = (pathlib.Path(os.environ[name]) for name in FOLDERS)
    documents = sorted(gold.glob("*.jsonl"))
    if not documents:
        sys.exit(f"{gold}: holds no *.jsonl")

    totals, shown = collections.Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        texts = [corpus / f"{document.stem}.txt" for document in documents]
        if subprocess.run([args.extract, "--output-dir", folder, *texts]).returncode != 0:
            sys.exit("extract failed")
        for document, text in zip(documents, texts):
            predicted_path = pathlib.Path(folder, document.name)
            predicted = read(predicted_path)
            check_form(predicted_path, predicted, text.read_bytes())
            hits, misses, alarms = compare(read(document), predicted, args.without)
            totals.update(hits=len(hits), misses=len(misses), alarms=len(alarms))
            print(f"{document.stem:<32} strict F1 {f1(len(hits), len(misses), len(alarms)):.4f}")
            shown += [(document.stem, r["begin"], mark, r) for mark, rows in (("missed", misses), ("alarm", alarms))
                      for r in rows]
    for stem, _, mark, record in sorted(shown, key=lambda row: row[:3])[:args.errors]:
        print(f"{mark:<7} {stem} {json.dumps(record, ensure_ascii=False)}")
    score = f1(totals["hits"], totals["misses"], totals["alarms"])
    print(f"strict F1 {score:.4f} ({totals['hits']} hits, {totals['misses']} missed, {totals['alarms']} false alarms), "
          f"at least {args.min_strict} wanted")
    return score < args.min_strict


sys.exit(main())
