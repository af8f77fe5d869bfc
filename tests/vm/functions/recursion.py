def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(50))
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
print(even(500), odd(500))
def deep(n): return deep(n + 1)
try:
    deep(0)
except RecursionError as e:
    print(type(e).__name__, e)
def ack(m, n):
    return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
