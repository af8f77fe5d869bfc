import base64

for data in b"", b"a", b"ab", b"abc", b"abcd", b"hello world", bytes(4), bytes(9), b"    x", bytes(range(256))[:50]:
    e, a = base64.b85encode(data), base64.a85encode(data)
    print(e, a, base64.b85decode(e) == data, base64.a85decode(a) == data)
print(base64.b85encode(b"abc", pad=True), base64.a85encode(b"abc", pad=True), base64.a85encode(b"    ", foldspaces=True),
      base64.a85encode(b"hello world", adobe=True, wrapcol=6), base64.a85decode(b"<~87cURD]i,\"Ebo7~>", adobe=True))
for bad in lambda: base64.b85decode(b"\x00"), lambda: base64.b85decode("~~~~~"), lambda: base64.a85decode("x~"), lambda: base64.a85decode("abz"), lambda: base64.a85decode("a", adobe=True):
    try:
        bad()
    except ValueError as e:
        print(type(e).__name__)
