#!/usr/bin/env python3
"""Writes unicode_names.inc: the names and normal forms of characters, for ports with room for them.

    tools/make_unicode_names.py OUT

The data is what the running Python's unicodedata knows. The build makes the file: names never
change, so that a Python with an older Unicode only lacks the newest. The form is explained in
ports/host/unicode_data.cpp, which includes it.
"""

import sys
import unicodedata
from collections import Counter

LIMIT = 0x110000
HANGUL = range(0xAC00, 0xD7A4)
FREQUENT = 192  # words that take one byte
# Control characters have no names, but these stand for them.
CONTROLS = (
    "NULL/START OF HEADING/START OF TEXT/END OF TEXT/END OF TRANSMISSION/ENQUIRY/ACKNOWLEDGE/ALERT/BACKSPACE/"
    "CHARACTER TABULATION/LINE FEED/LINE TABULATION/FORM FEED/CARRIAGE RETURN/SHIFT OUT/SHIFT IN/"
    "DATA LINK ESCAPE/DEVICE CONTROL ONE/DEVICE CONTROL TWO/DEVICE CONTROL THREE/DEVICE CONTROL FOUR/"
    "NEGATIVE ACKNOWLEDGE/SYNCHRONOUS IDLE/END OF TRANSMISSION BLOCK/CANCEL/END OF MEDIUM/SUBSTITUTE/ESCAPE/"
    "INFORMATION SEPARATOR FOUR/INFORMATION SEPARATOR THREE/INFORMATION SEPARATOR TWO/"
    "INFORMATION SEPARATOR ONE"
).split("/")
OTHERS = (
    "NUL/SOH/STX/ETX/EOT/ENQ/ACK/BEL/BS/HT/TAB/LF/NEW LINE/NL/EOL/VT/FF/CR/SO/SI/DLE/DC1/DC2/DC3/DC4/NAK/SYN/"
    "ETB/CAN/EOM/SUB/ESC/FS/GS/RS/US/SP/DELETE/DEL/NEXT LINE/NEL/NBSP/SHY/ZWNJ/ZWJ/LRM/RLM/BOM/ZWSP/WJ/"
    "BYTE ORDER MARK/HORIZONTAL TABULATION/VERTICAL TABULATION/FILE SEPARATOR/GROUP SEPARATOR/"
    "RECORD SEPARATOR/UNIT SEPARATOR"
).split("/")


def all_names():
    """{name: code point}, and (first, last, prefix) where a name is a prefix and the number."""
    names, ranges = {}, []
    for code in range(LIMIT):
        name = unicodedata.name(chr(code), "")
        if not name or code in HANGUL:
            continue
        number = "%04X" % code
        if not name.endswith("-" + number):
            names[name] = code
            continue
        prefix = name[: -len(number)]
        if ranges and ranges[-1][1] == code - 1 and ranges[-1][2] == prefix:
            ranges[-1][1] = code
        else:
            ranges.append([code, code, prefix])
    for alias in CONTROLS + OTHERS:
        try:
            names[alias] = ord(unicodedata.lookup(alias))
        except KeyError:
            pass
    return names, ranges


def name_stream(names):
    """The words, the frequent ones first, and the names in order as bytes."""
    texts = sorted(names, key=lambda name: name.split(" "))
    words = [word for word, _ in Counter(w for text in texts for w in text.split(" ")).most_common()]
    place = {word: i for i, word in enumerate(words)}
    assert FREQUENT + (len(words) >> 8) < 256
    out, before = bytearray(), []
    for text in texts:
        parts = text.split(" ")
        shared = 0
        while shared < min(len(before), len(parts)) and before[shared] == parts[shared]:
            shared += 1
        assert shared < 16 and len(parts) - shared < 16
        out.append(shared << 4 | len(parts) - shared)
        for word in parts[shared:]:
            i = place[word]
            out += bytes([i]) if i < FREQUENT else bytes([FREQUENT + (i >> 8), i & 255])
        out += names[text].to_bytes(3, "little")
        before = parts
    return words, out


def hangul_parts():
    """The short names of the three kinds of letters that a syllable's name is made of."""
    def part(code):
        return unicodedata.name(chr(code)).removeprefix("HANGUL SYLLABLE ")

    first = HANGUL[0]
    vowels = [part(first + 11 * 588 + 28 * i) for i in range(21)]  # behind the silent IEUNG
    leads = [part(first + 588 * i).removesuffix(vowels[0]) for i in range(19)]
    tails = [part(first + 11 * 588 + i).removeprefix(vowels[0]) for i in range(28)]
    return leads, vowels, tails


def normal_forms():
    decomposed, classes, pairs = [], [], []
    for code in range(LIMIT):
        c = chr(code)
        if 0xD800 <= code < 0xE000 or code in HANGUL:
            continue
        whole = unicodedata.normalize("NFKD", c)
        if whole != c:
            decomposed.append((code, whole))
        if unicodedata.combining(c):
            classes.append((code, unicodedata.combining(c)))
        parts = unicodedata.decomposition(c).split()
        if len(parts) == 2 and parts[0][0] != "<" and unicodedata.normalize("NFC", c) == c:
            pairs.append((int(parts[0], 16), int(parts[1], 16), code))
    return decomposed, classes, sorted(pairs)


def literal(data):
    """Lines of C++ string literals."""
    def byte(b):
        return chr(b) if 32 <= b < 127 and chr(b) not in '"\\?' else "\\%03o" % b

    return "\n".join('    "%s"' % "".join(map(byte, data[i : i + 64])) for i in range(0, len(data), 64))


def rows(items, form):
    lines, line = [], "   "
    for item in items:
        text = " " + form % tuple(item) + ","
        if len(line) + len(text) > 100:
            lines.append(line)
            line = "   "
        line += text
    return "\n".join(lines + [line])


def quoted(texts):
    return ", ".join('"%s"' % text for text in texts)


def main():
    names, ranges = all_names()
    words, stream = name_stream(names)
    leads, vowels, tails = hangul_parts()
    decomposed, classes, pairs = normal_forms()
    pool, places = "", []
    for code, whole in decomposed:
        places.append((code, len(pool), len(whole)))
        pool += whole
    text = f"""// Made by tools/make_unicode_names.py of Unicode {unicodedata.unidata_version}.
constexpr unsigned kFrequentWords = {FREQUENT};
constexpr char kWords[] =
{literal(" ".join(words).encode())};
constexpr char kNames[] =
{literal(stream)};
constexpr NumberedNames kNumbered[] = {{
{rows(ranges, '{0x%X, 0x%X, "%s"}')}
}};
constexpr std::string_view kLeads[] = {{{quoted(leads)}}};
constexpr std::string_view kVowels[] = {{{quoted(vowels)}}};
constexpr std::string_view kTails[] = {{{quoted(tails)}}};
constexpr char32_t kParts[] = {{
{rows([(ord(c),) for c in pool], "0x%X")}
}};
constexpr Decomposition kDecompositions[] = {{
{rows(places, "{0x%X, %d, %d}")}
}};
constexpr CombiningClass kCombining[] = {{
{rows(classes, "{0x%X, %d}")}
}};
constexpr Composition kCompositions[] = {{
{rows(pairs, "{0x%X, 0x%X, 0x%X}")}
}};
"""
    with open(sys.argv[1], "w", encoding="ascii") as out:
        out.write(text)


if __name__ == "__main__":
    main()
