it = iter([3, 2, 1, 0, 5].pop, 2)
print(list(it), list(it), type(it).__name__)
n = 0


def count():
    global n
    n += 1
    return n


print(list(iter(count, 4)))


def stop():
    raise StopIteration


print(list(iter(stop, None)))
