print(1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 1 != 0 <= 0)
print(1 in [1] in [[1]], 1 == 1.0 is not None)
def f(x):
    print("f", x)
    return x
print(f(1) < f(2) < f(3))
print(f(3) < f(2) < f(1))
class V:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return []
    def __gt__(self, o): return "gt"
print(V(1) < V(2) < V(3), V(1) > V(2) > V(3), V(1) < V(2))
print(not 1 == 2, not 1 in [2], 1 not in [2], 1 is not None)
x = 5
print(0 <= x < 10, 0 <= x < 5, x == 5 == x, "a" < "b" < "c")
if 1 < x < 9: print("in")
if not 1 < x < 3: print("out")
while 0 < x <= 5: x -= 2
print(x)
