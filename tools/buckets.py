"""Finds small tables by which the vectorised scan tells anchors from other characters.

A look-up of a vector instruction has 16 or 64 rows, so that one table cannot know a character of three bytes. Each
anchor is put in one of a few buckets instead, and each table says for a part of the three bytes in which buckets there
is an anchor with this part: a bit for each bucket. What all tables allow in one bucket is a candidate. That lets some
other characters pass; the scan rejects them one by one, so they cost time and never an error. Anchors are put together
such that the characters that pass are rare ones.

Parts overlap on purpose: a sum of the bytes is worth as much as another of them.
"""
import collections
import random

# The parts of lead, second and third byte that the tables are looked up by; the order and the arithmetic are those of
# zh/scan_x86.hpp.
NIBBLES = [lambda a, b, c: a, lambda a, b, c: b, lambda a, b, c: c, lambda a, b, c: b >> 2 & 0xF,
           lambda a, b, c: c >> 2 & 0xF, lambda a, b, c: b + c ^ a]
WIDE = [lambda a, b, c: a, lambda a, b, c: b, lambda a, b, c: c, lambda a, b, c: a + b + c]

ATTEMPTS = 4


def key(code):
    """The bytes of a character of three."""
    return 0xE0 | code >> 12, 0x80 | code >> 6 & 63, 0x80 | code & 63


class Weights:
    """How often each character that is no anchor comes up, roughly; sums are taken over sets that are bits of an int."""

    def __init__(self, common, anchors):
        weights = {}
        for code in range(0x800, 0x10000):
            if not 0xD800 <= code < 0xE000 and code not in anchors and self.ordinary(chr(code)):
                weights[code] = 1
        for rank, char in enumerate(common):
            if 0x800 <= ord(char) < 0x10000 and ord(char) not in anchors:
                weights[ord(char)] = 1 + 8000 // (rank + 20)
        self.codes = sorted(weights)
        self.planes = [sum(1 << i for i, code in enumerate(self.codes) if weights[code] >> bit & 1)
                       for bit in range(max(weights.values()).bit_length())]

    @staticmethod
    def ordinary(char):
        """The first level of the national character sets, which they themselves call the common characters."""
        for name, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
            try:
                if first <= char.encode(name)[0] <= last:
                    return True
            except UnicodeEncodeError:
                pass
        return False

    def of(self, chosen):
        return sum((chosen & plane).bit_count() << bit for bit, plane in enumerate(self.planes))


def assign(anchors, weights, parts, rows, buckets):
    """A list of `buckets` sets of parts of anchors, (part 0, part 1, ...) each."""
    holders = []  # for each part and row the characters that have it
    for part in parts:
        rows_of = collections.defaultdict(int)
        for i, code in enumerate(weights.codes):
            rows_of[part(*key(code)) % rows] |= 1 << i
        holders.append(rows_of)
    items = {code: tuple(part(*key(code)) % rows for part in parts) for code in anchors}
    groups = collections.defaultdict(list)  # by the first two bytes
    for code in anchors:
        groups[key(code)[:2]].append(code)

    def cost(bucket):
        """The weight of what passes by mistake."""
        passing = (1 << len(weights.codes)) - 1 if bucket else 0
        for number, rows_of in enumerate(holders):
            allowed = 0
            for row in {items[code][number] for code in bucket}:
                allowed |= rows_of[row]
            passing &= allowed
        return weights.of(passing)

    def attempt(order):
        content, costs, place = [set() for _ in range(buckets)], [0] * buckets, {}

        def cheapest(moved, places):
            return min((cost(content[i] | moved) - costs[i], i) for i in places)

        def put(moved, i):
            content[i] |= moved
            costs[i] = cost(content[i])
            place.update((code, i) for code in moved)

        for code in order:
            put({code}, cheapest({code}, range(buckets))[1])
        # Then anchors, alone and with their neighbours, move as long as that helps.
        improved = True
        while improved:
            improved = False
            for moved in [{code} for code in order] + [set(group) for group in groups.values()]:
                old = place[min(moved)]
                if any(place[code] != old for code in moved):
                    continue
                without = cost(content[old] - moved)
                gain, new = cheapest(moved, [i for i in range(buckets) if i != old])
                if gain < costs[old] - without:
                    content[old] -= moved
                    costs[old] = without
                    put(moved, new)
                    improved = True
        return sum(costs), content

    # Large groups first, in several orders.
    dice = random.Random(1)
    best = None
    for _ in range(ATTEMPTS):
        lots = {group: dice.random() for group in groups}
        found = attempt(sorted(anchors, key=lambda code: (-len(groups[key(code)[:2]]) // 4, lots[key(code)[:2]], code)))
        if best is None or found[0] < best[0]:
            best = found
    return [{items[code] for code in bucket} for bucket in best[1]]


def tables(anchors, common, parts, rows, buckets):
    """A table of `rows` bytes for each part, a bit for each bucket."""
    found = [[0] * rows for _ in parts]
    for bit, bucket in enumerate(assign(anchors, Weights(common, set(anchors)), parts, rows, buckets)):
        for item in bucket:
            for table, row in zip(found, item):
                table[row] |= 1 << bit
    return found
