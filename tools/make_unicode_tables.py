#!/usr/bin/env python3
"""Writes src/base/unicode_tables.inc: what base/unicode.cpp knows about code points.

    python3.12 tools/make_unicode_tables.py > src/base/unicode_tables.inc

The data is what the running Python's own str methods and unicodedata answer, so the result depends
on its Unicode version. That is why, other than generated files in general, the result is committed:
every build then knows the same Unicode, whatever Python it finds. The form is explained in
base/unicode.cpp; the digests at the end let its test compare every code point with Python.
"""

import struct
import sys
import unicodedata
import zlib

LIMIT = 0x110000
ALPHA, DECIMAL, DIGIT, NUMERIC, SPACE, UPPER, LOWER, TITLE, PRINTABLE, START, PART, IGNORABLE = (
    1 << bit for bit in range(12)
)
BLOCK = 512  # code points from one entry into the stream of runs to the next
SHORT = 5  # lengths below this take no byte of their own; see length_code
MAX_RUN = 0xFFFF


def lower(text):
    """Lower case without a sigma's final form, which depends on its neighbours."""
    return "".join("\u03c3" if c == "\u03a3" else c.lower() for c in text)


def is_ignorable(c):
    """Case_Ignorable is visible only in whether a sigma behind it takes its final form."""
    is_cased = (c + "\u03a3").lower()[-1] == "\u03c2"
    return ("A" + c + "\u03a3").lower()[-1] == "\u03c2" and not is_cased


def flags_of(code_point):
    c = chr(code_point)
    return (
        ALPHA * c.isalpha()
        | DECIMAL * c.isdecimal()
        | DIGIT * c.isdigit()
        | NUMERIC * c.isnumeric()
        | SPACE * c.isspace()
        | UPPER * c.isupper()
        | LOWER * c.islower()
        | TITLE * (unicodedata.category(c) == "Lt")
        | PRINTABLE * c.isprintable()
        | START * c.isidentifier()
        | PART * ("a" + c).isidentifier()
        | IGNORABLE * is_ignorable(c)
    )


# --- classes: runs of equal flags ---------------------------------------------------------------


def find_runs(classes):
    """(start, length, class, other class): a run alternates between two classes, or has one twice.

    A run never crosses a block's border below the last block that is looked up by its number.
    """
    runs = []
    at = 0
    while at < LIMIT:
        border = min((at // BLOCK + 1) * BLOCK, LIMIT)
        same = at + 1
        while same < LIMIT and classes[same] == classes[at]:
            same += 1
        end, other = same, classes[at]
        if same == at + 1 and at + 1 < border:
            pair = at + 2
            while pair < border and classes[pair] == classes[pair - 2]:
                pair += 1
            if pair - at >= 4:
                end, other = pair, classes[at + 1]
        runs.append((at, end - at, classes[at], other))
        at = end
    return runs


def split_runs(runs, last_block):
    """Cuts what crosses the border of a block."""
    result = []
    for start, length, first, other in runs:
        while length:
            border = (start // BLOCK + 1) * BLOCK - start if start // BLOCK < last_block else MAX_RUN
            part = min(length, border, MAX_RUN)
            result.append((start, part, first, other))
            start, length = start + part, length - part
    return result


def encode_run(length, first, other):
    """class << 3 | code: the length if below SHORT, or 5 and 6 for one and two bytes of length,
    7 for an alternating run (a byte with the other class, one with the length)."""
    if first != other:
        return bytes([first << 3 | 7, other, length]) if length < 256 else None
    if length <= SHORT:
        return bytes([first << 3 | (length - 1)])
    if length < 256:
        return bytes([first << 3 | 5, length])
    return bytes([first << 3 | 6, length & 0xFF, length >> 8])


def make_class_tables(flags):
    kinds = sorted(set(flags), key=flags.count, reverse=True)
    assert len(kinds) <= 32
    numbers = {kind: number for number, kind in enumerate(kinds)}
    classes = [numbers[f] for f in flags]
    runs = find_runs(classes)
    long_tail = [start for start, length, *_ in runs if length < 0x8000 and start < 0xE0000]
    last_block = max(long_tail) // BLOCK + 1
    runs = split_runs(runs, last_block)
    stream = bytearray()
    blocks = []
    for start, length, first, other in runs:
        if start % BLOCK == 0 and start // BLOCK <= last_block:
            blocks.append(len(stream))
        if first == other and flags[start] & DECIMAL:
            value = unicodedata.decimal(chr(start))
            assert value == 0, "a run of decimal digits must start with a zero"
        stream += encode_run(length, first, other)
    return kinds, blocks, stream


# --- case mappings ------------------------------------------------------------------------------


def find_ranges(mapping):
    """(start, stride, count, delta) for a dict of single code points, ordered."""
    keys = sorted(mapping)
    ranges = []
    at = 0
    while at < len(keys):
        delta = mapping[keys[at]] - keys[at]
        best, best_stride = at, 1
        for stride in (1, 2):
            end = at
            while (
                end + 1 < len(keys)
                and end - at < 1022
                and keys[end + 1] == keys[end] + stride
                and mapping[keys[end + 1]] - keys[end + 1] == delta
            ):
                end += 1
            if end > best:
                best, best_stride = end, stride
        ranges.append((keys[at], best_stride, best - at + 1, delta))
        at = best + 1
    return ranges


def singles(function):
    pairs = ((c, function(chr(c))) for c in range(LIMIT))
    return {c: ord(text) for c, text in pairs if len(text) == 1 and ord(text) != c}


def specials(function, expected):
    """Code points whose mapping is not the expected one, apart by whether it is one character."""
    one, several = {}, {}
    for c in range(LIMIT):
        text = function(chr(c))
        if text == expected(chr(c)):
            continue
        if len(text) == 1:
            one[c] = ord(text)
        else:
            several[c] = [ord(x) for x in text]
    return one, several


def lower_singly(text):
    """As unicode.cpp does it behind to_upper: a character gives one character."""
    return "".join(lower(c) if len(lower(c)) == 1 else c for c in text)


def title_from_upper(c):
    upper = c.upper()
    return upper[0] + lower_singly(upper[1:])


def fold_from_upper(c):
    return lower_singly(c.upper())


# --- output -------------------------------------------------------------------------------------


def put_numbers(kind, name, numbers, width, form="{}"):
    print(f"constexpr {kind} {name}[] = {{")
    line = "   "
    for number in numbers:
        text = " " + form.format(number) + ","
        if len(line) + len(text) > width:
            print(line)
            line = "   "
        line += text
    print(line)
    print("};\n")


def put_rows(kind, name, rows):
    print(f"constexpr {kind} {name}[] = {{")
    for row in rows:
        print("    {" + ", ".join(row) + "},")
    print("};\n")


def put_ranges(name, ranges):
    rows = []
    for start, stride, count, delta in ranges:
        packed = start | (stride - 1) << 21 | count << 22
        rows.append((f"0x{packed:08X}", str(delta)))
    put_rows("CaseRange", name, rows)


def put_specials(name, table):
    rows = []
    for code_point, texts in sorted(table.items()):
        assert max([code_point] + texts) < 0x10000 and len(texts) <= 3
        cells = texts + [0] * (3 - len(texts))
        rows.append((f"0x{code_point:04X}", "{" + ", ".join(f"0x{x:04X}" for x in cells) + "}"))
    put_rows("SpecialCase", name, rows)


def digest_of_mapping(function):
    crc = 0
    for c in range(LIMIT):
        crc = zlib.crc32(struct.pack(f"<{len(function(chr(c)))}I", *map(ord, function(chr(c)))), crc)
    return crc


def main():
    flags = [flags_of(c) for c in range(LIMIT)]
    kinds, blocks, stream = make_class_tables(flags)
    upper, lowered = singles(str.upper), singles(lower)
    pairs = {c: u for c, u in upper.items() if lowered.get(u) == c}
    paired = set(pairs.values())
    ranges = find_ranges(pairs)
    by_upper = sorted(range(len(ranges)), key=lambda i: ranges[i][0] + ranges[i][3])
    several_upper = {c: [ord(x) for x in chr(c).upper()] for c in range(LIMIT) if len(chr(c).upper()) > 1}
    several_lower = {c: [ord(x) for x in lower(chr(c))] for c in range(LIMIT) if len(lower(chr(c))) > 1}
    title_one, title_several = specials(str.title, title_from_upper)
    fold_one, fold_several = specials(str.casefold, fold_from_upper)

    print("// Written by tools/make_unicode_tables.py; do not edit.")
    print(f"// Unicode {unicodedata.unidata_version}.\n")
    put_numbers("u16", "kClassFlags", kinds, 100, "0x{:03X}")
    put_numbers("u8", "kAsciiClasses", [kinds.index(f) for f in flags[:128]], 100)
    print(f"constexpr u32 kBlockSize = {BLOCK};\n")
    put_numbers("u16", "kBlocks", blocks, 100)
    put_numbers("u8", "kRuns", stream, 100)
    put_ranges("kCasePairs", ranges)
    put_numbers("u8", "kCasePairsByUpper", by_upper, 100)
    put_ranges("kUpperOnly", find_ranges({c: u for c, u in upper.items() if c not in pairs}))
    put_ranges("kLowerOnly", find_ranges({c: l for c, l in lowered.items() if c not in paired}))
    put_ranges("kTitleOnly", find_ranges(title_one))
    put_ranges("kFoldOnly", find_ranges(fold_one))
    put_specials("kUpperSpecial", several_upper)
    put_specials("kLowerSpecial", several_lower)
    put_specials("kTitleSpecial", title_several)
    put_specials("kFoldSpecial", fold_several)
    flag_bytes = struct.pack(f"<{LIMIT}H", *flags)
    decimals = bytes(unicodedata.decimal(chr(c), 255) for c in range(LIMIT))
    print("// CRC-32 of what Python answers for all code points.")
    for name, digest in (
        ("Flags", zlib.crc32(flag_bytes)),
        ("Decimals", zlib.crc32(decimals)),
        ("Upper", digest_of_mapping(str.upper)),
        ("Lower", digest_of_mapping(lower)),
        ("Title", digest_of_mapping(str.title)),
        ("Fold", digest_of_mapping(str.casefold)),
    ):
        print(f"[[maybe_unused]] constexpr u32 kDigestOf{name} = 0x{digest:08X};")
    print(
        f"{len(kinds)} classes, {len(blocks)} blocks, {len(stream)} bytes of runs, "
        f"{len(ranges)} case pairs",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
