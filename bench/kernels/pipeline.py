# A pipeline of generators.
def numbers(n):
    seed = 7
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        yield seed >> 8


def only_odd(source):
    for x in source:
        if x & 1:
            yield x


def scaled(source, factor):
    for x in source:
        yield x % 1000 * factor


def run(n):
    total = 0
    for x in scaled(only_odd(numbers(n)), 3):
        total += x
    return total


print(run(1000000))
