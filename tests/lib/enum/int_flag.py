from enum import IntFlag


class Perm(IntFlag):
    R = 4
    W = 2
    X = 1


print(Perm.R | Perm.W, repr(Perm.R | Perm.W), repr(Perm.R | 8), Perm.R + 1, repr(Perm(7)), Perm.R | 1)
print(repr(~Perm.R), ~Perm.R, Perm.R & 6, repr(Perm(0)), Perm.R == 4, isinstance(Perm.R | 8, Perm), repr(1 | Perm.R))
print([m.name for m in Perm], f"{Perm.R:03b}", int(Perm.W), Perm.X in Perm(3), repr(Perm(16)), Perm.R ^ 4)
