inf = float("inf")
print(0.0 ** inf, 0.0 ** -inf, (-0.0) ** -inf, pow(0.0, -inf), 0.0 ** float("nan"))
for x in (-1, -0.5, -1e300):
    try:
        0.0 ** x
    except ZeroDivisionError as e:
        print(e)
