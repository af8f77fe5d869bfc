n = 0
def idx():
    global n
    n += 1
    return 0
l = [10]
def lst():
    print("lst")
    return l
lst()[idx()] += 5
print(l, n)
class P:
    @property
    def v(self): print("get"); return 1
    @v.setter
    def v(self, x): print("set", x)
p = P()
p.v += 4
def f():
    x = 1
    def g():
        nonlocal x
        x += 10
    g()
    x += 100
    return x
print(f())
