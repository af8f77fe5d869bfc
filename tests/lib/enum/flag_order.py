# Members that are not in the order of their values come in the order of the class.
from enum import Flag


class F(Flag):
    C = 4
    A = 1
    B = 2
    ALL = 7


print(list(F), F.A | F.C, list(F.ALL), F.B | F.C, ~F.A)
