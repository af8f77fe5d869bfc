# References can be subclassed and carry attributes.
import weakref
class A:
    pass
class Named(weakref.ref):
    def __init__(self, target, callback=None, name=None):
        super().__init__(target, callback)
        self.name = name
    def __new__(cls, target, callback=None, name=None):
        return super().__new__(cls, target, callback)
a = A()
r = Named(a, None, "n")
print(r() is a, r.name, isinstance(r, weakref.ref), r == weakref.ref(a))
