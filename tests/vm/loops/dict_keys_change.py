# Keys that are replaced without a change of size are noticed before the loop runs for ever.
d = {n: n for n in range(8)}
try:
    for key in d:
        del d[key]
        d[key + 100] = 0
except RuntimeError as e:
    print("RuntimeError", "changed during iteration" in str(e))
