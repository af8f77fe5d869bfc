# Calls of a plain function.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def run(rounds):
    total = 0
    for _ in range(rounds):
        total += fib(22)
    return total


print(run(200))
