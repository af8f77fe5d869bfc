t = (1, 2)
print(t + (3,), () + t, t + (), t * 2, 3 * (0,), t * 0, t * -1, () * 10)
print(t * 1 is t, () + t is t)
t += (9,)
print(t)
t *= 2
print(t)
