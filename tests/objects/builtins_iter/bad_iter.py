class A:
    def __iter__(self):
        return 5


class B:
    __iter__ = None


class C:
    def __iter__(self):
        raise ValueError("c")


class D:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError("d")


for x in (A(), B(), C(), D()):
    try:
        list(x)
    except Exception as e:
        print(type(e).__name__, e)
