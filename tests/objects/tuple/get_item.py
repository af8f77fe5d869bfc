t = (1, 2, 3)
print(t[0], t[-1], t[True], t[1:], t[::-1], t[:0], t[::2], t[5:])
print(t[:] is t, t[0:3] is t)
