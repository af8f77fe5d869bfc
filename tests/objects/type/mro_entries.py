class Proxy:
    def __init__(self, cls): self.cls = cls
    def __mro_entries__(self, bases):
        return (self.cls,)
class A: pass
class B(Proxy(A)): pass
print(B.__bases__, B.__orig_bases__[0].__class__.__name__)
class L(list[int]): pass
print(L.__bases__, L([1, 2]))
