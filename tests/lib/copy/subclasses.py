import copy


class L(list):
    pass


class D(dict):
    pass


class I(int):
    pass


class T(tuple):
    pass


class E(Exception):
    pass


x = L([1, [2]])
x.note = ["n"]
y, z = copy.copy(x), copy.deepcopy(x)
print(y, type(y) is L, y.note is x.note, z, z.note is x.note, z[1] is x[1])
d = D(a=[1])
print(copy.deepcopy(d), type(copy.copy(d)) is D, copy.copy(d)["a"] is d["a"])
i = I(5)
i.tag = "t"
print(copy.copy(i), copy.copy(i).tag, type(copy.deepcopy(i)) is I, copy.deepcopy(T([[1]])), type(copy.copy(T((1,)))) is T)
e = copy.copy(E("msg", 1))
print(repr(e), e.args, type(copy.deepcopy(e)) is E)
