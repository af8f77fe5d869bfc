from functools import cached_property


class A:
    n = 0

    @cached_property
    def value(self):
        "The value."
        A.n += 1
        return A.n


a = A()
print(a.value, a.value, a.__dict__)
del a.value
print(a.value)
a.value = 9
print(a.value, A.value.__doc__, A.value.attrname)
b = A()
print(b.value)
