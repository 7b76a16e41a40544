#!/usr/bin/env python3
"""Generates the packed tables in include/shuliang/zh/*.inc from data/*.tsv.

    generate.py            writes the tables
    generate.py --check    writes nothing; fails when a table differs from what the data give

Every table is integers (a unit's code aside), because a thousand integers cost a compiler nothing and a thousand
constexpr strings do. What the columns of the data files mean stands at the head of each of them; a wrong line is
reported with its file and number. Formats of the tables: see zh/character.hpp, zh/trie.hpp and the header that
includes each of them.
"""
import argparse
import heapq
import pathlib
import re
import string
import sys
from fractions import Fraction

import buckets

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
OUT = ROOT / "include" / "shuliang" / "zh"

CLASSES = ["none", "digit", "numeral", "zero", "financial", "multiplier", "twenty", "pair", "blank", "half",
           "circled", "vulgar", "first", "each", "month_name"]
FLAGS = {"about": 1, "at_least": 2, "at_most": 4, "indefinite": 8, "nearly": 16, "over": 32, "under": 64, "-": 0}
ROLES = ["none", "count", "noun", "measure", "money", "subunit", "duration", "age", "percent", "permille", "points",
         "basis", "times", "discount", "double", "tenth", "degree", "year", "month", "day", "number", "hour",
         "oclock", "minute", "second", "quarter", "century", "decade", "position"]
REGIONS = ["taiwan", "hong_kong"]  # the order of enum class weights, behind mainland
PLAIN_ROLES = {"count", "noun", "measure", "money", "duration", "age", "percent", "points", "basis", "times", "minute",
               "second"}
# Units that mean something else with what surrounds them: 六旬老人, 百般, 三千屯, 几个周日, 第一国会, 学年度.
RULED = {"旬", "般", "屯", "国", "个周", "学年"}
SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Zero-width characters, marks of direction, variation selectors, control characters but tabs and line ends.
INVISIBLE = ("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2061\u2062\u2063\u2064"
             "\u2066\u2067\u2068\u2069\ufe0e\ufe0f" +
             "".join(chr(code) for code in (*range(0x09), *range(0x0E, 0x20), 0x7F, *range(0x80, 0xA0)) if code != 0x85))
PREFIXES = {  # letter: (power of ten, UCUM prefix, Chinese prefix)
    "Y": (24, "Y", "尧"), "Z": (21, "Z", "泽"), "E": (18, "E", "艾"), "P": (15, "P", "拍"), "T": (12, "T", "太"),
    "G": (9, "G", "吉"), "M": (6, "M", "兆"), "k": (3, "k", "千"), "h": (2, "h", "百"), "da": (1, "da", "十"),
    "d": (-1, "d", "分"), "c": (-2, "c", "厘"), "m": (-3, "m", "毫"), "u": (-6, "u", "微"), "µ": (-6, "u", "微"),
    "n": (-9, "n", "纳"), "p": (-12, "p", "皮"), "f": (-15, "f", "飞"),
}


class DataError(Exception):
    pass


def rows(name, columns):
    """The rows of a data file as lists of `columns` strings, with the line number in front."""
    path = DATA / name
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > columns:
            raise DataError(f"{path}:{number}: {len(cells)} columns, at most {columns} expected")
        yield number, cells + [""] * (columns - len(cells))


class Characters:
    """Gives every character that some word or rule names a small number, the same for all its variants."""

    def __init__(self):
        self.ids = {}
        self.classes = {}
        self.values = {}
        self.fold = {}
        for code in range(0x20, 0x7F):
            self.add(chr(code))
        for number, (char, cls, value, _) in rows("characters.tsv", 4):
            if len(char) != 1 or cls not in CLASSES:
                raise DataError(f"characters.tsv:{number}: a character and one of {', '.join(CLASSES)} expected")
            self.add(char)
            self.classes[char] = CLASSES.index(cls)
            self.values[char] = int(value or 0)
        for number, (variant, canonical, _) in rows("variants.tsv", 3):
            if len(variant) != 1 or len(canonical) != 1:
                raise DataError(f"variants.tsv:{number}: one character each expected")
            if variant in self.fold:
                raise DataError(f"variants.tsv:{number}: {variant} is given twice")
            self.fold[variant] = canonical
        for code in range(0xFF01, 0xFF5F):
            if code != 0xFF0C:  # the full-width comma is punctuation, never a thousands mark
                self.fold.setdefault(chr(code), chr(code - 0xFEE0))
        # Spaces fold to the space, invisible characters to the zero-width space; neither can stand in a table.
        self.add(INVISIBLE[0])
        for group, canonical in ((SPACES, " "), (INVISIBLE[1:], INVISIBLE[0])):
            for char in group:
                self.fold[char] = canonical
        for variant, canonical in self.fold.items():
            if canonical in self.fold:
                raise DataError(f"variants.tsv: {variant} folds to {canonical}, which folds on")

    def add(self, char):
        return self.ids.setdefault(char, len(self.ids) + 1)

    def word(self, text, where):
        for char in text:
            if char in self.fold:
                raise DataError(f"{where}: {text}: write {self.fold[char]} for {char}")
        return [self.add(char) for char in text]


def trie(words):
    """A double-array trie: cells {index: [base, parent, value]}. From the cell s, the character c leads to the cell
    base[s] + c when the parent of that cell is s. The root is cell 0 and has no parent (65535)."""
    root = {}
    for ids, value in words:
        node = root
        for i in ids:
            node = node.setdefault(i, {})
        node[None] = value
    cells, used, free = {0: [0, 0xFFFF, root.get(None, 0)]}, {0}, 1
    heap = [(-len(root), 0, root)]  # wide nodes first: they are the hardest to place
    while heap:
        _, index, node = heapq.heappop(heap)
        labels = sorted(k for k in node if k is not None)
        if not labels:
            continue
        while free in used:
            free += 1
        place = max(free, labels[0] + 1)
        while place in used or any(place - labels[0] + label in used for label in labels[1:]):
            place += 1
        base = place - labels[0]
        cells[index][0] = base
        for label in labels:
            cell, child = base + label, node[label]
            used.add(cell)
            cells[cell] = [0, index, child.get(None, 0)]
            heapq.heappush(heap, (-len(child), cell, child))
    return cells


def array(kind, name, values):
    """An array as a string literal of `kind` (char8_t, char16_t, char32_t): one token a line, where lists of integers
    would cost the compiler a fifth of a second for all tables."""
    prefix = {"char8_t": "u8", "char16_t": "u", "char32_t": "U"}[kind]
    escapes = [f"\\x{value:X}" for value in values]
    lines = ["".join(escapes[i:i + 32]) for i in range(0, len(escapes), 32)]
    return f"inline constexpr {kind} {name}[] =\n" + "\n".join(f'{prefix}"{line}"' for line in lines) + ";\n"


def trie_tables(name, words, characters):
    """A trie, padded so that no character leads out of it."""
    cells = trie(words)
    size = max(cell[0] for cell in cells.values()) + len(characters.ids) + 2
    if size > 0xFFFF:
        raise DataError(f"the table {name} has more than 65535 cells")
    packed = [0] * (2 * size)
    for index, (base, parent, value) in cells.items():
        packed[2 * index] = base | (parent + 1 & 0xFFFF) << 16
        packed[2 * index + 1] = value
    return array("char32_t", f"{name}_cells", packed)


HEAD = "// Generated by tools/generate.py from data/. Do not edit.\n"


class Units:
    def __init__(self):
        self.codes = {"": 0}
        self.entries = ['{"", 0, 1, {}, 0, dimension::none},']
        self.factors = {}

    def add(self, code, dimension, factor, offset=Fraction(0)):
        """Registers a code once; a second row for it may add symbols but not contradict."""
        if code in self.codes:
            if factor is not None and self.factors[code] is not None and self.factors[code] != (factor, offset):
                raise DataError(f"unit {code} has two factors")
            return self.codes[code]
        exponent, num, den = 0, 0, 1
        if factor is not None:
            num, den = factor.numerator, factor.denominator
            while num and num % 10 == 0:
                num //= 10
                exponent += 1
            while den % 10 == 0:
                den //= 10
                exponent -= 1
            while den % 2 == 0 and den > 1 and abs(exponent) < 90 and num < 2**50:
                den //= 2; num *= 5; exponent -= 1
            while den % 5 == 0 and den > 1 and abs(exponent) < 90 and num < 2**50:
                den //= 5; num *= 2; exponent -= 1
            if num >= 2**63 or den >= 2**63:
                raise DataError(f"unit {code}: the factor does not fit 64 bits")
        self.factors[code] = None if factor is None else (factor, offset)
        places = 0
        while (offset * 10**places).denominator != 1:
            places += 1
        off = f"{{{int(offset * 10**places)}, {-places}}}" if offset else "{}"
        escaped = code.replace("\\", "\\\\").replace('"', '\\"')
        self.entries.append(f'{{"{escaped}", {num}, {den}, {off}, {exponent}, dimension::{dimension}}},')
        self.codes[code] = len(self.codes)
        return self.codes[code]


def parse_factor(text, where):
    """`2000/3`, `1e-3`, `1+273.15` (factor and offset), `-`."""
    if text in ("-", ""):
        return None, Fraction(0)
    try:
        match = re.fullmatch(r"([^+]+?)(?:\+([0-9.]+))?", text)
        body, offset = match.group(1), Fraction(match.group(2) or 0)
        num, _, den = body.partition("/")
        return Fraction(num) / Fraction(den or 1), offset
    except (ValueError, AttributeError, ZeroDivisionError):
        raise DataError(f"{where}: factor {text!r} is not a number") from None


def dimensions():
    text = (ROOT / "include/shuliang/unit.hpp").read_text(encoding="utf-8")
    body = re.search(r"enum class dimension[^{]*\{([^}]*)\}", text).group(1)
    return {word.strip() for word in body.split(",")}


class Contexts:
    """Lists of neighbouring words, pooled: four words of the filter, then [length, ids...]... 0; the words before are
    stored backwards. The filter has one of its 64 bits set for the lowest bits of the id that a word begins with."""

    def __init__(self, characters):
        self.characters, self.lists, self.pool, self.pairs = characters, {}, [0], [(0, 0)]

    def list_of(self, cell, where, reverse):
        if cell in ("", "-"):
            return 0
        key = (cell, reverse)
        if key not in self.lists:
            self.lists[key] = len(self.pool)
            words = [self.characters.word(word, where)[::-1 if reverse else 1] for word in cell.split()]
            bits = sum(1 << bit for bit in {ids[0] % 64 for ids in words})
            self.pool.extend(bits >> shift & 0xFFFF for shift in (0, 16, 32, 48))
            for ids in words:
                self.pool.extend([len(ids), *ids])
            self.pool.append(0)
        return self.lists[key]

    def pair(self, before, after, where):
        """The number of a pair of lists; 0 is the pair of empty ones."""
        found = (self.list_of(before, where, True), self.list_of(after, where, False))
        if found not in self.pairs:
            self.pairs.append(found)
        return self.pairs.index(found)

    def named(self):
        """The pairs that rules ask for by name."""
        found = ""
        for number, (name, before, after, _) in rows("contexts.tsv", 4):
            where = f"contexts.tsv:{number}"
            if not re.fullmatch("[a-z_]+", name):
                raise DataError(f"{where}: {name!r} is no name")
            found += f"inline constexpr unsigned {name} = {self.pair(before, after, where)};\n"
        return "namespace beside {\n" + found + "}\n"

    def tables(self):
        named = self.named()
        return (HEAD + named + array("char16_t", "context_words", self.pool) +
                f"inline constexpr context_pair context_pairs[{len(self.pairs)}] = {{\n" +
                ",\n".join("{" + ",".join(map(str, p)) + "}" for p in self.pairs) + "};\n")


def load_units(characters, contexts):
    units, known = Units(), dimensions()
    senses, symbols = [], {}  # symbol: [sense, ...] in order of preference

    def sense(symbol, unit, role, scale, where, context=0):
        if symbol in ("", "-"):
            return
        characters.word(symbol, where)
        if role not in ROLES:
            raise DataError(f"{where}: unknown role {role!r}")
        entry = (unit, ROLES.index(role), scale, context)
        chain = symbols.setdefault(symbol, [])
        if entry not in chain:
            chain.append(entry)

    def prefixed(code, dimension, factor, role, letters, names, where):
        for letter in letters.split():
            if letter not in PREFIXES:
                raise DataError(f"{where}: unknown SI prefix {letter!r}")
            power, ucum, han = PREFIXES[letter]
            unit = units.add(ucum + code, dimension, factor * Fraction(10) ** power)
            for name in names.split():
                latin = name[0].isascii() or name[0] in "Ω℧Åµ"
                spelt = [letter, "µ"] if letter == "u" else [letter]
                for prefix in spelt if latin else [han]:
                    sense(prefix + name, unit, role, 0, where)

    for number, (code, dimension, factor, role, prefixes, names, _) in rows("units.tsv", 7):
        where = f"units.tsv:{number}"
        if dimension not in known:
            raise DataError(f"{where}: unknown dimension {dimension!r}")
        value, offset = parse_factor(factor, where)
        unit = units.add("" if code == "-" else code, dimension, value, offset)
        for name in names.split():
            sense(name, unit, role, 0, where)
        if prefixes not in ("", "-"):
            prefixed(code, dimension, value, role, prefixes, names, where)
    money = []
    for number, (code, factor, suffixes, prefixes, _) in rows("currencies.tsv", 5):
        where = f"currencies.tsv:{number}"
        unit = units.add(code, "currency", None)
        scale = {"1": 0, "1/10": 1, "1/100": 2, "1/1000": 3}.get(factor)
        if scale is None:
            raise DataError(f"{where}: factor must be 1, 1/10, 1/100 or 1/1000")
        for name in suffixes.split():
            sense(name, unit, "money" if scale == 0 else "subunit", scale, where)
        for name in prefixes.replace("-", " ").split():
            money.append((list(reversed(characters.word(name, where))), unit))
    for name, role in (("classifiers.tsv", "count"), ("nouns.tsv", "noun")):
        for number, (word, code, _) in rows(name, 3):
            where = f"{name}:{number}"
            unit = units.add(word if code in ("=", "") else code, "count", None)
            sense(word, unit, role, 0, where)
    for number, (word, _) in rows("blockers.tsv", 2):
        symbols.setdefault(word, []).append((0, 0, 0, 0))
        characters.word(word, f"blockers.tsv:{number}")
    # Readings that need a neighbour come first; later rows of the file are tried later.
    for number, (symbol, code, role, before, after, _) in reversed(list(rows("readings.tsv", 6))):
        where = f"readings.tsv:{number}"
        unit = units.codes[code] if code in units.codes else units.add(code, "count", None)
        if role not in ROLES:
            raise DataError(f"{where}: {role!r} is no role")
        characters.word(symbol, where)
        symbols.setdefault(symbol, []).insert(0, (unit, ROLES.index(role), 0, contexts.pair(before, after, where)))
    regional = regional_senses(units, symbols)
    # A chain of readings of one symbol is stored in a row; `more` says that another follows.
    words = []
    for symbol, chain in symbols.items():
        words.append((characters.word(symbol, "units"), len(senses) + 1))
        for i, (unit, role, scale, context) in enumerate(chain):
            senses.append((unit, role, scale, int(i + 1 < len(chain)), plainness(symbol, chain), context))
    return units, senses, words, money, regional


def plainness(symbol, chain):
    """Whether the short way may take the readings of a unit word: 1 when there is only one, 2 when only what stands
    beside the word decides between them, 0 when a rule has a say but for ordinals, 3 when one always has."""
    roles = {ROLES[role] for _, role, _, _ in chain}
    if symbol in RULED:
        return 3
    if not roles <= PLAIN_ROLES | {"position"} or symbol[-1] == "级" or symbol == "等":
        return 0
    if any(unit == 0 and ROLES[role] != "times" for unit, role, _, _ in chain):
        return 0
    if len(chain) == 1 and chain[0][3] == 0:
        return 1
    # 块 and 分 have rules of their own, and digits before Latin letters may be a name.
    return 0 if roles & {"money", "minute", "second"} or symbol[-1].isascii() else 2


def regional_senses(units, symbols):
    """What the words of weights.tsv mean in each region: rows of senses in the order of REGIONS. The measure among
    the readings of such a word gets the number of its row, counted from 1, as its scale."""
    meant = {}
    for number, (word, region, code, _) in rows("weights.tsv", 4):
        where = f"weights.tsv:{number}"
        if region not in REGIONS or code not in units.codes:
            raise DataError(f"{where}: one of {', '.join(REGIONS)} and the code of a unit expected")
        if sum(sense[1] == ROLES.index("measure") for sense in symbols.get(word, [])) != 1:
            raise DataError(f"{where}: {word} has to be one unit of the role measure")
        meant.setdefault(word, {})[region] = units.codes[code]
    table = []
    for word, there in meant.items():
        if len(there) != len(REGIONS):
            raise DataError(f"weights.tsv: {word} needs a row for each region")
        table.append([(there[region], ROLES.index("measure"), 0, 0, 0, 0) for region in REGIONS])
        symbols[word] = [(unit, role, len(table) if role == ROLES.index("measure") else scale, context)
                         for unit, role, scale, context in symbols[word]]
    return table


def load_approximation(characters):
    before, after = [], []
    for number, (word, flag, side, _) in rows("approximation.tsv", 4):
        where = f"approximation.tsv:{number}"
        if flag not in FLAGS or side not in ("before", "after"):
            raise DataError(f"{where}: a flag ({', '.join(FLAGS)}) and before or after expected")
        ids = characters.word(word, where)
        (before if side == "before" else after).append(
            (list(reversed(ids)) if side == "before" else ids, FLAGS[flag] | 0x100))
    return before, after


def load_lookalikes(characters, contexts):
    words, seen = [], {}
    for number, (word, before, after, _) in rows("lookalikes.tsv", 4):
        where = f"lookalikes.tsv:{number}"
        if word in seen:
            raise DataError(f"{where}: {word} stands at line {seen[word]} too")
        seen[word] = number
        words.append((characters.word(word, where), contexts.pair(before, after, where) + 1))
    return words


def lookalike_starts(words, characters):
    """For each anchor inside a word the way back to its beginning: the anchor, the characters before it from right to
    left, and 1 where a word begins."""
    anchors = {characters.ids[c] for c, cls in characters.classes.items() if cls}
    ways = {}
    for ids, _ in words:
        for i, c in enumerate(ids):
            if i > 0 and c in anchors:
                ways[tuple(ids[i::-1])] = 1
    return [(list(way), value) for way, value in ways.items()]


def load_valued(name, columns, value, characters, both=False):
    """Words with a small number each, as a table of reversed words (they stand before a number)."""
    reverse, forward = [], []
    for number, cells in rows(name, columns):
        where = f"{name}:{number}"
        ids = characters.word(cells[0], where)
        try:
            v = value(cells)
        except (KeyError, ValueError):
            raise DataError(f"{where}: {cells[1]!r} is not a value that this table knows") from None
        reverse.append((list(reversed(ids)), v))
        forward.append((ids, v))
    return (reverse, forward) if both else reverse


def load_clause(characters):
    """Words of clauses and the part they take; each stands once."""
    words, seen = [], {}
    for number, (part, cell, _) in rows("clause.tsv", 3):
        where = f"clause.tsv:{number}"
        if part not in PARTS:
            raise DataError(f"{where}: {part!r} is none of {', '.join(PARTS)}")
        for word in cell.split():
            if word in seen:
                raise DataError(f"{where}: {word} stands at line {seen[word]} too")
            seen[word] = number
            words.append((characters.word(word, where), PARTS.index(part) + 1))
    return words


def quotients(units):
    """Units such as km/h whose code is that of two others with a stroke between them."""
    found = []
    for code, unit in units.codes.items():
        top, stroke, bottom = code.partition("/")
        if stroke and top in units.codes and bottom in units.codes and top:
            found.append(f"{{{units.codes[top]},{units.codes[bottom]},{unit}}}")
    return f"inline constexpr unit_quotient quotients[{len(found)}] = {{\n" + ",\n".join(found) + "};\n"


# Which rules a character can set off, so that the others are not asked; the order is that of zh/character.hpp.
MARKS = {"sign": "-+负±下上氏", "space": " ", "range": "-—~至到一", "list": "、和或及与/", "ratio": ":∶比", "fraction": "分又",
         "scientific": "eEkwx×*^的⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "bracket": "(±", "month_tail": "月初期拜周差历",
         "name_tail": "_-.@/=&[某×双^·" + string.ascii_letters,
         "name_head": "_-.)]〕号省国县乡军医高热政服客举路式型急火报接救短款财学届#" + string.ascii_letters,
         "lone_tail": "第:", "lone_head": ").点是，大小整" + INVISIBLE[0], "length_tail": "续时期达出逾满了住经"}
# Marks that hold others: their own characters, and the marks whose characters they have besides. All have the characters
# with which a number goes on.
JOINED_MARKS = {"goes_on": (",.点好" + INVISIBLE[0], ("space", "scientific", "after")),
                "tail": ("/每半又(人整正", ())}


# What noise begins or ends with: tags, entities, pinyin in brackets (zh/noise.hpp).
NOISE = "<>&;#=\"()" + INVISIBLE[0]


def character_marks(characters, tables):
    """For each character the set of rules it can set off: bits in the order of enum class mark. `tables` has a list of
    words for each mark that is set by the first character of words."""
    marks = [0] * (len(characters.ids) + 1)
    bits = {name: 1 << bit for bit, name in enumerate([*MARKS, *tables, *JOINED_MARKS, "noise"])}
    for name, chars in MARKS.items():
        for char in chars:
            marks[characters.ids[char]] |= bits[name]
    for name, words in tables.items():
        for ids, *_ in words:
            marks[ids[0]] |= bits[name]
    for char in NOISE:
        marks[characters.ids[char]] |= bits["noise"]
    for name, (chars, others) in JOINED_MARKS.items():
        joined = sum(bits[other] for other in others)
        own = {characters.ids[char] for char in chars}
        numerals = {characters.ids[char] for char, cls in characters.classes.items() if 0 < cls <= CLASSES.index("blank")}
        for i, has in enumerate(marks):
            if has & joined or i in own or i in numerals:
                marks[i] |= bits[name]
    return array("char32_t", "marks_of", marks)


def character_tables(characters):
    canonical = characters.ids
    mapping = {ord(c): i for c, i in canonical.items()}
    for variant, target in characters.fold.items():
        if target in canonical:
            mapping[ord(variant)] = canonical[target]
    classes = {i: characters.classes.get(c, 0) for c, i in canonical.items()}
    values = {i: characters.values.get(c, 0) for c, i in canonical.items()}

    def pages(content):
        """Two levels: code point / 64 -> page, page + rest -> content; page 0 is empty."""
        index, body = [0] * 1024, [[0] * 64]
        for code, value in sorted(content.items()):
            if code >= 0x10000:
                raise DataError(f"U+{code:X} lies beyond the basic plane")
            page = code // 64
            if index[page] == 0:
                index[page] = len(body)
                body.append([0] * 64)
            body[index[page]][code % 64] = value
        return index, [v for page in body for v in page]

    id_index, id_body = pages(mapping)
    # For each pair of second and third byte of a three-byte character the set of first bytes that make it an anchor.
    leads = [0] * 0x3F40
    for code, i in mapping.items():
        if classes[i] and code >= 0x800:
            leads[(code & 0x3F) << 8 | (code >> 6 & 0x3F)] |= 1 << (code >> 12)
    size = len(canonical) + 1
    return (HEAD + f"inline constexpr int character_count = {size};\n" +
            array("char16_t", "id_of_ascii", [mapping.get(code, 0) for code in range(128)]) +
            array("char16_t", "id_pages", [64 * page for page in id_index]) +
            array("char16_t", "id_of", id_body) + array("char16_t", "anchor_leads", leads) +
            array("char8_t", "class_of", [classes.get(i, 0) for i in range(size)]) +
            array("char16_t", "value_of", [values.get(i, 0) for i in range(size)]))


def anchor_tables(characters):
    """What the vectorised scan looks up: for each part of a character of three bytes, repeated to fill a register, the
    buckets in which an anchor has it. The anchors of one and two bytes (digits and ¼ to ¾) are the scan's own."""
    targets = {**{c: c for c in characters.ids}, **characters.fold}
    anchors = {ord(char) for char, canonical in targets.items() if characters.classes.get(canonical)}
    small = {code for code in anchors if code < 0x800}
    if small != {*range(0x30, 0x3A), *range(0xBC, 0xBF)}:
        raise DataError("zh/scan_x86.hpp knows the anchors below U+0800: digits and ¼ ½ ¾")
    anchors = sorted(code for code in anchors if code >= 0x800)
    common = ["\u3000", *(char for _, (chars,) in rows("common.tsv", 1) for char in chars)]
    narrow = buckets.tables(anchors, common, buckets.NIBBLES, 16, 8)
    wide = buckets.tables(anchors, common, buckets.WIDE, 64, 7)
    # The eighth bucket: C2 BC to C2 BE, whatever comes behind them.
    wide[0][0x02] |= 0x80
    for second in range(0xBC, 0xBF):
        wide[1][second & 63] |= 0x80
    for table in wide[2:]:
        table[:] = [row | 0x80 for row in table]

    def arrays(name, found, copies):
        return (f"alignas(64) inline constexpr unsigned char {name}[{len(found)}][{copies * len(found[0])}] = {{\n" +
                ",\n".join("{" + ",".join(map(str, table * copies)) + "}" for table in found) + "};\n")
    return HEAD + arrays("anchor_nibbles", narrow, 2) + arrays("anchor_parts", wide, 1)


# Units that the grammar itself speaks of.
NAMED_UNITS = {"percent": "%", "permille": "‰", "celsius": "Cel", "fahrenheit": "[degF]", "market_foot": "尺", "market_inch": "寸", "market_rod": "丈", "market_pound": "斤",
               "market_ounce": "两", "degree": "度",
               "arc_minute": "'", "arc_second": "''", "year": "a", "month": "mo", "week": "wk", "day": "d",
               "hour": "h", "minute": "min", "second": "s", "metre": "m", "centimetre": "cm", "piece": "个",
               "yuan": "CNY", "hong_kong_dollar": "HKD", "number": "号", "megabyte": "MBy", "gigabyte": "GBy"}
DAY_PARTS = {"morning": 1, "noon": 2, "afternoon": 3, "evening": 4, "night": 5, "dawn": 6, "none": 7}
LABELS = {"label": 1, "name": 2, "none": 3, "figure": 4, "version": 5}
# The order of enum class part in zh/clause.hpp.
PARTS = ["verb", "light", "change", "link", "share", "adverb", "aspect", "determiner", "function", "of", "localizer",
         "adjective", "activity", "agent", "body", "suffix", "place",
         "noun"]


def generate():
    characters = Characters()
    contexts = Contexts(characters)
    units, senses, unit_words, money, regional = load_units(characters, contexts)
    before, after = load_approximation(characters)
    lookalikes = load_lookalikes(characters, contexts)
    parts_before, parts = load_valued("day_parts.tsv", 3, lambda c: DAY_PARTS[c[1]], characters, both=True)
    # Years of an era: the value is the offset to the common era + 1000; 1 counts
    # backwards, 0x7FFF blocks, lunar eras add 0x8000.
    eras = load_valued("eras.tsv", 4, lambda c: 0x7FFF if c[1] == "-" else 1 if c[1] == "bc" else int(c[1]) + 1000 + (0x8000 if c[2] == "lunar" else 0),
                       characters)
    labels = load_valued("labels.tsv", 3, lambda c: LABELS[c[1]], characters)
    clause = load_clause(characters)
    tables = {"units.inc": HEAD + "\n".join(units.entries) + "\n"}
    for name, code in NAMED_UNITS.items():
        if code not in units.codes:
            raise DataError(f"no row gives the unit {code}, which the grammar needs")
    tables["unit_codes.inc"] = HEAD + "".join(
        f"inline constexpr unit_id {name} = {units.codes[code]};\n" for name, code in NAMED_UNITS.items())
    # Characters are complete only now that every word has been read.
    tables["contexts.inc"] = contexts.tables()
    tables["characters.inc"] = character_tables(characters) + character_marks(
        characters, {"about_tail": before, "money_tail": money, "label_tail": labels, "day_part_tail": parts_before,
                     "era_tail": eras, "after": after, "unit": unit_words, "day_part_head": parts,
                     "era_head": [(ids[::-1],) for ids, *_ in eras]})
    tables["anchors.inc"] = anchor_tables(characters)
    tables["unit_words.inc"] = (
        HEAD + trie_tables("unit", unit_words, characters) +
        f"inline constexpr unit_sense unit_senses[{len(senses) + 1}] = {{\n{{0,0,0,0,0,0}},\n" +
        ",\n".join("{" + ",".join(map(str, s)) + "}" for s in senses) + "};\n" +
        f"inline constexpr unit_sense regional_senses[{len(regional)}][{len(REGIONS)}] = {{\n" +
        ",\n".join("{" + ",".join("{" + ",".join(map(str, s)) + "}" for s in row) + "}" for row in regional) + "};\n" +
        trie_tables("currency", money, characters) + quotients(units))
    tables["approximation.inc"] = (HEAD + trie_tables("before", before, characters) +
                                   trie_tables("after", after, characters))
    tables["lookalikes.inc"] = (HEAD + trie_tables("lookalike", lookalikes, characters) +
                                trie_tables("lookalike_start", lookalike_starts(lookalikes, characters), characters))
    tables["calendar_words.inc"] = (HEAD + trie_tables("day_part_before", parts_before, characters) +
                                    trie_tables("day_part", parts, characters) +
                                    trie_tables("era", eras, characters))
    # Units that are nouns themselves, so that what they count is no noun behind them: 两乡, 3000人.
    own = sorted({units.codes[word if code in ("=", "") else code] for _, (word, code, _) in rows("nouns.tsv", 3)} |
                 {units.codes[word] for word in ("人", "人次", "人份", "人口")})
    tables["clause.inc"] = (HEAD + trie_tables("clause", clause, characters) +
                            array("char16_t", "noun_units", own) +
                            f"inline constexpr int noun_unit_count = {len(own)};\n")
    tables["labels.inc"] = HEAD + trie_tables("label", labels, characters)
    return tables


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare only")
    args = parser.parse_args()
    try:
        tables = generate()
    except (DataError, OSError) as error:
        sys.exit(f"generate.py: {error}")
    stale = []
    for name, text in tables.items():
        path = OUT / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not args.check:
            path.write_text(text, encoding="utf-8")
    if args.check and stale:
        sys.exit(f"generate.py: not what data/ gives: {', '.join(stale)}; run tools/generate.py and commit the result")
    print("tables are up to date" if not stale else f"written: {', '.join(stale)}")


if __name__ == "__main__":
    main()
