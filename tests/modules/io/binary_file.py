with open("a", "wb") as f:
    print(f.write(b"0123456789\nabc"), f.tell())
with open("a", "rb") as f:
    print(f.read(3), f.tell(), f.seek(-3, 2), f.read(), f.read())
    print(f.seek(5), f.readline(), f.readline(), f.readline())
    b = bytearray(6)
    f.seek(0)
    print(f.readinto(b), b)
with open("a", "r+b") as f:
    f.seek(2)
    f.write(b"XX")
    f.seek(0)
    print(f.read(6))
    print(f.truncate(4), f.seek(0), f.read())
with open("big", "wb") as f:
    f.write(bytes(range(256)) * 100)
with open("big", "rb") as f:
    print(len(f.read(1)), len(f.read(5000)), len(f.read()), f.tell())
