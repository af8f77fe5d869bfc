# Missing arguments come from the last defaults, also after __defaults__ was changed.
def f(a, b=2, c=3):
    local = a * 100 + b * 10 + c
    return local


for _ in range(2):
    print(f(1), f(1, 5), f(1, 5, 7))
f.__defaults__ = (8, 9)
print(f(1), f(1, 5))
f.__defaults__ = (7,)
print(f(1, 2))
for arguments in ((), (1,), (1, 2, 3, 4)):
    try:
        print(f(*arguments))
    except TypeError as error:
        print(error)
for call in (lambda: f(), lambda: f(1), lambda: f(1, 2, 3, 4)):
    try:
        print(call())
    except TypeError as error:
        print(error)


class Adder:
    def add(self, x, y=10):
        return x + y


adder = Adder()
print(adder.add(1), adder.add(1, 2), Adder.add(adder, 3))
