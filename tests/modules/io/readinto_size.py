# expect: hand, because CPython's readinto takes no size
with open("f", "wb") as f:
    f.write(b"abcdefgh")
with open("f", "rb") as f:
    b = bytearray(6)
    print(f.readinto(b, 4), b, f.readinto(b, -1), b, f.readinto(b, 0), f.readinto(b, 3))
