def inner():
    try:
        yield 1
    except GeneratorExit:
        print("inner exit")
        raise
    finally:
        print("inner finally")
def outer():
    try:
        yield from inner()
    finally:
        print("outer finally")
it = outer(); next(it); it.close()
def outer2():
    try:
        yield from inner()
    except KeyError as e:
        print("outer caught", e)
        yield "recovered"
it = outer2(); next(it); print(it.throw(KeyError("k")))
class It:
    def __iter__(self): return self
    def __next__(self): return 5
    def throw(self, *a): print("throw", a); return 6
    def close(self): print("close")
    def send(self, v): print("send", v); return 7
def d(): yield from It()
it = d()
print(next(it), it.send("s"), it.throw(ValueError("x")))
it.close()
class Bad:
    def __iter__(self): return self
    def __next__(self): return 5
    def close(self): raise ZeroDivisionError("in close")
def d2(): yield from Bad()
it = d2(); next(it)
try:
    it.close()
except ZeroDivisionError as e:
    print(e)
