# Special methods of built-in types in classes that are none of them.
class A:
    __len__ = list.__len__
    __getitem__ = list.__setitem__
    __iter__ = [1, 2].__iter__
    __add__ = int.__add__
    __call__ = int.__add__
    __hash__ = str.__hash__
    __contains__ = [5].__contains__
    __eq__ = object.__ne__
    __bool__ = int.__bool__
a = A()
for f in [lambda: len(a), lambda: a[1], lambda: list(a), lambda: a + 1, lambda: a(1), lambda: hash(a),
          lambda: 5 in a, lambda: 6 in a, lambda: bool(a)]:
    try:
        print(f())
    except TypeError as e:
        print("TypeError:", e)
class C:
    __init__ = list.__init__
class D:
    __new__ = [].__len__
class F(list):
    __init__ = dict.__init__
class G:
    __new__ = list.__len__
for cls in (C, D, F, G):
    try:
        print(cls())
    except TypeError as e:
        print(cls.__name__, "TypeError:", e)
class H:
    __iter__ = list.__len__
    __next__ = iter([7, 8]).__next__
    __get__ = list.__len__
    __getattr__ = str.__len__
class I:
    h = H()
for f in [lambda: iter(H()), lambda: next(H()), lambda: I().h, lambda: H().x]:
    try:
        print(f())
    except TypeError as e:
        print("TypeError:", e)
