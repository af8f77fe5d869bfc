import base64

for data in b"", b"a", b"ab", b"abc", b"abcd", b"abcde", b"abcdef":
    e = base64.b32encode(data)
    print(e, base64.b32decode(e) == data, base64.b32hexencode(data), base64.b32hexdecode(base64.b32hexencode(data)) == data)
print(base64.b32decode("mfrgg===", casefold=True), base64.b32decode(b"M0======", map01=b"L"), base64.b16encode(b"\x0f\xa0"), base64.b16decode("0FA0"), base64.b16decode("0fa0", True))
for bad in lambda: base64.b32decode("abc"), lambda: base64.b32decode("mfrgg==="), lambda: base64.b32decode("MFRGG1=="), lambda: base64.b16decode("0f"), lambda: base64.b32decode("M======="):
    try:
        print(bad())
    except ValueError as e:
        print(type(e).__name__, e)
