import sys
class C:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print(repr(sys.exc_info()[1]), v)
        try:
            raise KeyError("inside")
        except KeyError as e:
            print(repr(e.__context__))
        return True
with C(): pass
with C(): raise ValueError("v")
print(sys.exc_info())
try:
    raise OSError("o")
except OSError:
    with C(): raise ValueError("v2")
    print(repr(sys.exc_info()[1]))
