# Number text: int() in several bases, float() and complex(); what was read is written and read back.


def one(data):
    if len(data) > 2000:
        return
    for base in (0, 2, 7, 10, 16, 36):
        try:
            n = int(data, base)
        except ValueError:
            continue
        assert int(str(n)) == n
        assert int(hex(n), 16) == n
        assert int.from_bytes(n.to_bytes(n.bit_length() // 8 + 1, "little", signed=True),
                              "little", signed=True) == n
    try:
        x = float(data)
        assert x != x or float(repr(x)) == x, repr(x)
    except ValueError:
        pass
    try:
        z = complex(data.decode())
        assert z != z or complex(repr(z)) == z, repr(z)
    except ValueError:
        pass
