def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


m = memoryview(bytes(range(1, 9)))

attempt('m.cast("H").tolist(), m.cast("h").tolist(), m.cast("I").tolist(), m.cast("b").tolist(), m.cast("c").tolist()')
attempt('m.cast("H").nbytes, m.cast("H").itemsize, m.cast("H").shape, m.cast("H").strides, m.cast("@H")[0], len(m.cast("I"))')
attempt('m.cast("H")[1], m.cast("H")[1:].tolist(), m.cast("H").cast("B").tolist(), m.cast("H")[::2].tolist()')
attempt('m.cast("?").tolist()')
attempt('m.cast("B", [8]).tolist(), m.cast("H", (4,)).tolist()')
attempt('m.cast("H") == m, m.cast("B") == m, m.cast("H") == m.cast("H"), m.cast("b") == m, memoryview(b"\\xff").cast("b") == b"\\xff"')
attempt('bytes(m.cast("H")), m.cast("H").tobytes(), m.cast("H").hex()')
attempt('m[:3].cast("H")')
attempt('m[::2].cast("B")')
attempt('m.cast("x")')
attempt('m.cast("HH")')
attempt('m.cast("<H")')
attempt('m.cast(5)')
attempt('m.cast("H").cast("I")')
attempt('m.cast("H", [3])')
attempt('m.cast()')
