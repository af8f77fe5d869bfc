# expect: hand, because micropython.native is MicroPython's
import micropython


@micropython.native
def squares(n):
    i = 0
    while i < n:
        got = yield i * i
        if got:
            i = got
        i += 1


@micropython.native
def use(n):
    return [x + 1 for x in squares(n)] + [sum(squares(n))]


print(use(5))
g = squares(100)
print(next(g), next(g), g.send(10), next(g))
g.close()
