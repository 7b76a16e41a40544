#!/usr/bin/env python3
"""Seed corpus and dictionary for the fuzzer, from the phrase tables and the word tables.

    make_corpus.py TESTS_DATA DATA CORPUS DICTIONARY      writes CORPUS/* and DICTIONARY
"""
import hashlib
import pathlib
import re
import sys


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def unescape(text):
    text = re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda m: chr(int(m[1], 16)), text)
    return text.replace(r"\n", "\n").replace(r"\t", "\t").replace(r"\#", "#").replace("\\\\", "\\")


def main():
    tables, data, corpus, dictionary = map(pathlib.Path, sys.argv[1:5])
    corpus.mkdir(parents=True, exist_ok=True)
    words = set()
    contexts = []
    for table in sorted(tables.glob("*.tsv")):
        for row in rows(table):
            marked = unescape(row[0].lstrip("*"))
            contexts.append(re.sub("[【】〔〕]", "", marked))
            words.update(re.findall("[【〔](.*?)[】〕]", marked, re.S))
    # A few short contexts a seed: small seeds are what the fuzzer recombines best.
    for i in range(0, len(contexts), 3):
        seed = "，".join(contexts[i:i + 3]).encode()
        (corpus / hashlib.sha1(seed).hexdigest()[:16]).write_bytes(seed)
    for table, columns in (("approximation.tsv", [0]), ("classifiers.tsv", [0]), ("nouns.tsv", [0]), ("lookalikes.tsv", [0]),
                           ("characters.tsv", [0]), ("variants.tsv", [0]), ("clause.tsv", [1]), ("units.tsv", [5]), ("currencies.tsv", [2, 3])):
        path = data / table
        for row in rows(path) if path.exists() else ():
            for column in columns:
                words.update(row[column].split(" ") if column < len(row) else ())
    entries = ("".join(f"\\x{byte:02X}" for byte in word.encode()) for word in sorted(words) if word)
    dictionary.write_text("".join(f'"{entry}"\n' for entry in entries), encoding="ascii")


main()
