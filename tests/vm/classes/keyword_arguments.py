class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        print("init_subclass", cls.__name__, tag)
class A(Base, tag="a"): pass
class B(Base): pass
args = {"tag": "star"}
bases = (Base,)
class C(*bases, **args): pass
print(A.tag, B.tag, C.tag)
try:
    class D(Base, other=1): pass
except TypeError as e:
    print("takes no keyword arguments" in str(e))
try:
    class E(x=1): pass
except TypeError as e:
    print("takes no keyword arguments" in str(e))
