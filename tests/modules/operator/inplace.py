import operator as o

a = [1]
b = o.iadd(a, [2])
print(b is a, o.iconcat(a, (3,)), o.imul(a, 2) is a, a)
print(o.isub(5, 3), o.ior({1}, {2}), o.ipow(2, 3), o.itruediv(1, 2), o.ifloordiv(7, 2), o.imod(7, 4))
print(o.ilshift(1, 3), o.irshift(8, 1), o.iand(6, 3), o.ixor(6, 3), o.__iadd__(1, 1))
