def inner():
    x = yield 1
    print("inner got", x)
    try:
        y = yield 2
    except ValueError as e:
        print("inner caught", e)
        y = "exc"
    return x, y
def outer():
    r = yield from inner()
    print("result", r)
    r = yield from [10, 20]
    print("list result", r)
    return "end"
it = outer()
print(next(it), it.send("a"), it.throw(ValueError("t")), next(it))
try:
    next(it)
except StopIteration as e:
    print(e.value)
def empty():
    r = yield from ()
    yield r
print(list(empty()))
def nested(n):
    if n: yield from nested(n - 1)
    yield n
print(list(nested(5)))
def err():
    yield from 5
try:
    list(err())
except TypeError as e:
    print(e)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("val")
        return self.n
def viait():
    r = yield from It()
    print("r", r)
it = viait()
print(list(it))
it = viait(); next(it)
try:
    it.send(3)
except AttributeError as e:
    print(e)
