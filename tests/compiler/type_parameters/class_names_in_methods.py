# Type parameters of a method see the class's names, its body does not.
kind = "global"


class C:
    kind = "class"
    only = int

    def f[T](self, a: only = None):
        return kind, a

    def g[T](self):
        return g

    def h[T](self, a: only = None):
        return [only for _ in "a"]

    def i[T](self):
        class D[U](list):
            def j[V](self):
                return kind, T, __class__.__name__
        return D().j()

    def k[T](self):
        return lambda: kind


print(C().f(3), C().i(), C().k()(), C.f.__annotations__)
for method in C().g, C().h:
    try:
        print(method())
    except NameError as e:
        print(e)
