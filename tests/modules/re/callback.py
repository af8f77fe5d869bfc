import re


def double(m):
    return str(int(m[0]) * 2)


print(re.sub(r"\d+", double, "1 22 x 333"))
print(re.sub(r"(?P<a>\w)(?P<b>\w)", lambda m: m["b"] + m["a"], "abcdef"))


def nested(m):
    return re.sub("b", "x", m.group())


print(re.sub("ab+", nested, "abb ab a"))


def bad(m):
    raise ValueError(m.start())


try:
    re.sub("b", bad, "aab")
except ValueError as e:
    print(e)
b = bytearray(b"aXbX")


def grow(m):
    try:
        b.append(33)
    except BufferError as e:
        return b"!"
    return b"?"


print(re.sub(b"X", grow, b), b)
it = re.finditer("a", "aa")
print(next(it).span(), next(it).span(), next(it, None), next(it, None))
for m in re.finditer(r"(\w)(\d)?", "a1 b"):
    print(m.groups(), m.span(2))
