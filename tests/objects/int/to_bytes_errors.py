def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


attempt((300).to_bytes, 1, "big")
attempt((128).to_bytes, 1, "big", signed=True)
attempt((-129).to_bytes, 1, "big", signed=True)
attempt((-1).to_bytes, 1, "big")
attempt((1).to_bytes, -1, "big")
attempt((1).to_bytes, 1, "middle")
attempt((1).to_bytes, "a", "big")
attempt((1).to_bytes, 0)
