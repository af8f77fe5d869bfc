import operator as o

print(o.add(1, 2), o.sub(5, 3), o.mul("a", 3), o.truediv(7, 2), o.floordiv(7, 2), o.mod(7, 4))
print(o.pow(2, 10), o.lshift(1, 4), o.rshift(16, 2), o.and_(6, 3), o.or_(6, 3), o.xor(6, 3))
print(o.neg(3), o.pos(-3), o.abs(-3), o.inv(5), o.invert(5), o.index(True))
print(o.__add__(1, 2), o.__and__(6, 3), o.__pow__(2, 3), o.__inv__(0), o.__index__(4))


class M:
    def __matmul__(self, other):
        return "matmul", other

    def __index__(self):
        return 7


print(o.matmul(M(), 1), o.index(M()))
