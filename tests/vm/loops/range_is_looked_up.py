# `range` is a name like any other.
def range(n):
    return "abc"[:n]
for x in range(2):
    print(x)
print([x for x in range(3)])
def f(range):
    for x in range(1, 2, 3):
        print(x)
f(lambda *a: a)
