print(1 + 2 * 3 - 4, 2 ** 10, 7 // 2, -7 // 2, 7 % -3, 7 / 2, 1 << 5, 255 >> 3, 6 & 3, 6 | 3, 6 ^ 3, ~5, -5, +5)
print(2 ** 100, 2 ** -1, 0.1 + 0.2, 1e308 * 10, -0.0, 0.0 * -1, 1.5 // 0.5, 10 ** 20, 1 << 70)
print("a" "b" * 2, (1, 2) + (3,), (1, (2, "x"), None, True, ...), b"a" + b"b")
print(not 0, not "", -True, ~True, True + True)
print(1 if "" else 2, 3 and 4, 0 or 5)
print(1j * 1j, 1 + 2j, -1j)
try:
    1 // 0
except ZeroDivisionError as e:
    print(e)
try:
    1 << -1
except ValueError as e:
    print(e)
print(4611686018427387904, -4611686018427387904, 4611686018427387903 + 1, 140737488355327 + 1, 140737488355328 * 2)
print(0x_ff, 0b1_0, 0o17, 1_000, 1_0.0_1, .5, 5., 1e3, 1E-3, 0xFFFFFFFFFFFFFFFFFF)
print(1 .real, 1..real, 1.0.real, (1).bit_length())
