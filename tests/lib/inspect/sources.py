import inspect


def deco(*args):
    return lambda func: func


def plain(a,
          b=")"):
    """doc
with text at the margin
"""
# and a comment
    if a:  # it's (
        return "(" + '#'

    return b


# after


@deco(
    1,
    2)
def decorated(): return 1


class A(object):
    x = [
1, 2]

    class B:
        y = 2

    def m(self):
        pass

    # tail


two = lambda x: x * 2
for each in (plain, decorated, A, A.B, A.m, A().m, two):
    print(inspect.getsource(each), end="----\n")
lines, start = inspect.getsourcelines(A.m)
print(lines, start, inspect.getsourcefile(A) == inspect.getfile(plain) == __file__)
for wrong in (3, int):
    try:
        inspect.getsource(wrong)
    except TypeError as e:
        print(e)
