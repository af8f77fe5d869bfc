from functools import total_ordering


@total_ordering
class A:
    def __eq__(self, other):
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented


print(A().__le__(1), A().__gt__(1), A().__ge__(1))
try:
    A() >= 1
except TypeError as e:
    print(e)
print(A.__le__.__name__, A.__gt__.__name__)
try:
    total_ordering(type("B", (), {}))
except ValueError as e:
    print(e)


@total_ordering
class Own:
    def __eq__(self, other):
        return True

    def __lt__(self, other):
        return "lt"

    def __gt__(self, other):
        return "gt"


print(Own() > Own(), Own() < Own(), Own() <= Own())
