class A:
    def __init__(self, n):
        for i in range(n):
            setattr(self, "a%d" % i, i)
objects = [A(n) for n in range(0, 90, 7)]
for o in objects:
    n = len(o.__dict__)
    print(n, sum(getattr(o, "a%d" % i) for i in range(n)))
class B: pass
bs = []
for i in range(200):
    b = B()
    setattr(b, "only%d" % i, i)
    b.common = i
    bs.append(b)
print(sum(b.common for b in bs), all(getattr(b, "only%d" % i) == i for i, b in enumerate(bs)))
