class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
a = A()
a.x = 1
a.__class__ = B
print(a.who(), a.x, type(a).__name__, isinstance(a, A))
try:
    a.__class__ = int
except TypeError as e:
    print("TypeError")
try:
    a.__class__ = 3
except TypeError as e:
    print(e)
