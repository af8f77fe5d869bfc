def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


import math

print([math.factorial(n) for n in range(22)])
print(math.factorial(30), math.factorial(True), math.factorial(100), math.factorial(1000) % (10**9 + 7))
attempt(math.factorial, -1)
attempt(math.factorial, -(10**30))
