import base64

for data in b"", b"a", b"ab", b"abc", bytes(range(250, 256)), b"x" * 60:
    e = base64.b64encode(data)
    print(e, base64.b64decode(e) == data, base64.urlsafe_b64encode(data)[:8])
print(base64.b64decode("YWJj"), base64.b64decode(b"YW\nJj!"), base64.b64encode(b"\xff\xfe", b"-_"), base64.urlsafe_b64decode("-__-"))
print(base64.encodebytes(b"y" * 60), base64.decodebytes(b"YQ==\n"), base64.b64decode("-__-", "-_"))
for bad in lambda: base64.b64decode("abc"), lambda: base64.b64decode("Y!WJj", validate=True), lambda: base64.b64encode(5), lambda: base64.b64decode("é"):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
