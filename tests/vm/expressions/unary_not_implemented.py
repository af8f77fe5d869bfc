class C:
    def __neg__(self): return NotImplemented
    def __invert__(self): return NotImplemented
print(-C(), ~C())
try:
    +C()
except TypeError as e:
    print(e)
class F(float): pass
for op in ("-", "+", "~"):
    try:
        print(eval(op + "F(1.5)"))
    except TypeError as e:
        print(e)
