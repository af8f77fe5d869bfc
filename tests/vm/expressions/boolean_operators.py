def t(x): print("t", x); return x
print(t(1) and t(0) and t(2))
print(t(0) or t("") or t([]) or t(3) or t(4))
print(t(0) or t(1) and t(2))
print(not t(0), not not t([]))
print((t(1) or t(2)) and (t(0) or t(5)))
class B:
    def __init__(self, v): self.v = v
    def __bool__(self): print("bool"); return self.v
    def __repr__(self): return f"B{self.v}"
print(B(True) and B(False), B(False) or B(True), not B(True))
if B(False) or not B(False): print("yes")
x = 1 if B(True) and B(True) else 2
print(x)
class L:
    def __len__(self): return 0
print(bool(L()), L() and 1 or 2)
class W:
    def __bool__(self): return 1
try:
    bool(W())
except TypeError as e:
    print(e)
class N:
    def __len__(self): return -1
try:
    if N(): pass
except ValueError as e:
    print(e)
