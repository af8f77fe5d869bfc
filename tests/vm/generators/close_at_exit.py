class Guard:
    def __enter__(self):
        print("enter")

    def __exit__(self, *args):
        print("exit")


def counts(x):
    with Guard():
        while True:
            x += 1
            yield x


def use():
    g = counts(0)
    for _ in range(3):
        print(next(g))


use()
