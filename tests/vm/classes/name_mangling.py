class A:
    __x = 1
    def __init__(self): self.__y = 2
    def __m(self): return self.__x, self.__y
    def call(self): return self.__m()
    def local(self):
        __z = 5
        def f(__arg): return __arg + __z
        return f(1)
    def kw(self, __k=3): return __k
    def glob(self):
        global __g
        __g = 9
    def dunder(self): return self.__class__.__name__, self.__dict__
    def comp(self): return [__q for __q in range(2)]
    class __In: pass
    import sys as __sys
    def attr(self, o): o.__new = 1; del o.__new; return hasattr(o, "_A__new")
    def kwcall(self): return self.kw(_A__k=4)
    def exc(self):
        try: raise ValueError
        except ValueError as __e: return type(__e).__name__
    def ann(self): __v: int = 4; return __v
a = A()
print(a.call(), a.local(), a.kw(), a.dunder(), a.comp(), a.kwcall(), a.exc(), a.ann())
a.glob()
print(_A__g, A._A__In.__name__, A._A__x, hasattr(A, "__x"), "_A__sys" in A.__dict__)
print(a.attr(a))
class __B:
    __v = 1
    def f(self): return self.__v
print(__B().f(), __B._B__v)
class ___: __x = 1
print(___.__x)
try:
    a.__m
except AttributeError as e:
    print(e)
print(sorted(k for k in A.__dict__ if k.startswith("_A")))
