def g():
    try:
        next(it)
    except ValueError as e:
        print(e)
    yield 1
it = g()
print(next(it))
def h():
    yield from it2
it2 = h()
try:
    next(it2)
except ValueError as e:
    print(e)
print(it.gi_running, it.gi_yieldfrom)
print(list(it))
