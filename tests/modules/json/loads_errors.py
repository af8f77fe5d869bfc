import json

for text in (
    "", "  ", "[", "[1", "[1,", "[1,]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{1:2}",
    '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\u12g4"', '"\\', "1 2", "nan", "-", "-Inf", "01", "1.", "1.e5",
    "1e", ".5", "+1", "\ufeff1", "tru", "[1 2]", '{"a" 1}', '{"a":1 "b"}', '"\\ud800\\u12"', "[1,,2]",
    "{,}", "[,]", '"\t"', "[\n1,\n2\n3]", '["é\n', "\x00",
):
    try:
        print(repr(text), json.loads(text))
    except ValueError as e:
        print(repr(text), type(e).__name__, e)
