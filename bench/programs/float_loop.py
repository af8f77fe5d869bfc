# Floating-point arithmetic: a logistic map and a numeric integral.
def logistic(x, r, rounds):
    total = 0.0
    for _ in range(rounds):
        x = r * x * (1.0 - x)
        total += x
    return total


def integral(steps):
    width = 1.0 / steps
    total = 0.0
    x = width * 0.5
    for _ in range(steps):
        total += 4.0 / (1.0 + x * x)
        x += width
    return total * width


print("%.6f" % logistic(0.5, 3.5, 2500000))
print("%.9f" % integral(2500000))
