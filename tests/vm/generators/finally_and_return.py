def g():
    try:
        yield 1
        return "r"
    finally:
        yield "f"
        print("after f")
it = g()
print(next(it), next(it))
try:
    next(it)
except StopIteration as e:
    print(e.value)
def h():
    for i in range(3):
        try:
            yield i
            if i == 1: break
            continue
        finally:
            print("fin", i)
    else:
        print("else")
    yield "end"
print(list(h()))
def k():
    try:
        yield 1
    finally:
        return "swallowed"
it = k(); next(it)
try:
    it.throw(ValueError)
except StopIteration as e:
    print(e.value)
def w():
    with open_it("a") as a, open_it("b") as b:
        yield a + b
    yield "x"
class open_it:
    def __init__(self, n): self.n = n
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, *a): print("exit", self.n, a[0])
it = w(); print(next(it)); it.close()
print(list(w()))
