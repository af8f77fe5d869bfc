# expect: hand, because CPython hands the dict itself to the operators of others
# What is compared or joined with a class's __dict__ does not get hold of it.
class Thief:
    def __eq__(self, other):
        other["stolen"] = 1
        return True

    def __ror__(self, other):
        other["stolen"] = 2
        return "joined"


class A:
    x = 1


print(A.__dict__ == Thief(), A.__dict__ | Thief(), hasattr(A, "stolen"))
