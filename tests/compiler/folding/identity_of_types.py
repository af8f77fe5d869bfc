# Equal constants of different types stay apart.
print((1, 1.0, True, 1j * 0 + 1), [0.0, -0.0], ("a", b"a"), (0, False), 1 * 1.0, 0 * -1.0)
a = (1, 2)
b = (1.0, 2)
c = (True, 2)
print(a, b, c)
