# What depends on the program stays; short-circuits and order of evaluation too.
log = []


def note(x):
    log.append(x)
    return x


print(note(0) and 1 / 0, 1 or 1 / 0, note(2) + 3 * 4, (1, note(5)), log)
print([1, 2][0], {"a": 1}["a"], "ab"[1], (1, 2)[-1], f"{1 + 1}", not note(""))
a = 3
print(a + 1 + 2, 1 + 2 + a, 2 * 3 * a, -a, a**2**0, a == 3 == 3)
