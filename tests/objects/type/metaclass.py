class Meta(type):
    def __prepare__(name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"prepared": True}
    def __new__(meta, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")))
        return super().__new__(meta, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", cls.__name__, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)
    def hello(cls):
        return "hello from " + cls.__name__
    @property
    def size(cls):
        return 42
class A(metaclass=Meta, flag=1):
    x = 1
    def __init__(self, v):
        self.v = v
print(A(5).v, A.prepared, A.hello(), A.size, type(A).__name__)
class B(A):
    pass
print(type(B) is Meta, B.hello())
try:
    A(1).hello()
except AttributeError as e:
    print(e)
