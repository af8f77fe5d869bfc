import hashlib

for make in (
    lambda: hashlib.sha256(5),
    lambda: hashlib.sha256().update(None),
    lambda: hashlib.new("foo"),
    lambda: hashlib.sha1(3),
    lambda: hashlib.md5(None),
):
    try:
        print(make())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
