# mps2: no, because it has no names of characters
print(ascii("\N{LATIN SMALL LETTER A}\N{BULLET}\N{degree sign}\N{GREEK SMALL LETTER OMEGA}"))
print(ascii("\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE GAG}\N{HANGUL SYLLABLE HIH}\N{GRINNING FACE}"))
print(ascii("\N{LINE FEED}\N{NULL}\N{NO-BREAK SPACE}\N{ZERO WIDTH NON-JOINER}"), ascii(f"\N{EM DASH}{1}\N{EN DASH}"))
print(b"\N{x}", r"\N{BULLET}", len("\N{HANGUL SYLLABLE A}"), "\N{DIGIT ONE}\N{SPACE}x")
for text in (
    r'"\N"', r'"\N{"', r'"\N{}"', r'"\N{NO SUCH NAME}"', r'"\N{CJK UNIFIED IDEOGRAPH-0041}"', r'"\N{BULLET "',
    r'"ab\N{X}"', r'f"\N{NOPE}"', r'"\N{LATIN SMALL LETTER}"', r'"\N{HANGUL SYLLABLE XX}"', r'"\N{ BULLET}"',
):
    try:
        print(eval(text))
    except SyntaxError as e:
        print(text, e.msg)
