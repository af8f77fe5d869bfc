# Raising and handling, finally, with, across several frames.
class Refused(ValueError):
    def __init__(self, n):
        super().__init__(n)
        self.n = n


class Guard:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.log[0] += 1
        return kind is Refused


def inner(n):
    if n % 3 == 0:
        raise Refused(n)
    if n % 5 == 0:
        return {}["missing"]
    return n


def middle(n, log):
    try:
        return inner(n)
    finally:
        log[1] += 1


def run(rounds):
    log = [0, 0]
    handled = total = 0
    for n in range(rounds):
        try:
            total += middle(n, log)
        except Refused as refused:
            handled += refused.n & 1
        except KeyError:
            handled += 1
        with Guard(log):
            total += inner(n | 1) if (n | 1) % 5 else 0
    return handled, total, log


print(run(300000))
