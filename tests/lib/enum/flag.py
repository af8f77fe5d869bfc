from enum import Flag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


print(Perm.R | Perm.X, repr(Perm.R | Perm.W), Perm.RW, Perm(5), Perm(0), repr(Perm.NONE))
print(Perm.R & Perm.W, Perm.R ^ Perm.RW, ~Perm.R, ~Perm.NONE, bool(Perm.NONE), bool(Perm.R & Perm.R))
print(list(Perm), list(Perm.RW), list(Perm(7)), len(Perm), len(Perm(7)), Perm.R in Perm.RW, Perm.X in Perm.RW)
print(Perm(3) is Perm.RW, Perm(6).name, Perm(6).value, Perm.NONE.name, Perm["RW"], list(Perm.__members__))
print((Perm.R | Perm.X) in {Perm(5): 1}, Perm.R == 1, hash(Perm(5)) == hash(Perm.R | Perm.X), Perm)
for bad in lambda: Perm(8), lambda: Perm.R | 1, lambda: 1 in Perm.R, lambda: Perm("x"), lambda: Perm(-9):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
