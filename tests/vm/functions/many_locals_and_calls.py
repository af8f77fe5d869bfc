def function(name, last, count=600):
    body = "".join(f" v{i} = n + {i}\n" for i in range(count))
    space = dict(globals())
    exec(f"def {name}(n):\n{body} {last}", space)
    return space[name]


def deep(n):
    a = b = c = d = n
    return a if n == 0 else deep(n - 1) + b - c + d * 0


class Box:
    def __init__(self, x):
        self.x = deep(20)

    def get(self, x):
        return deep(x)

    @property
    def size(self):
        return deep(20)


print(function("f", "return 0 if n == 0 else f(n - 1) + v599 - n")(300) == 599 * 300)
print(function("g", "x = deep(50); return [x, v0, v199, v200, v255, v256, v300, v599]")(1))
print(function("h", "b = Box(1); b.get(60); b.size; return [v200, v256, v300, v599]")(1))
print(list(function("i", "yield v599\n deep(60)\n yield v599 + deep(60)")(1)))
print(function("j", "return sum(deep(30) + v599 for _ in range(3)), v400")(1))
