# The names of a pattern are bound when all of it fits, and before its guard.
def f(subject):
    a = b = c = "unbound"
    match subject:
        case [a, 1]:
            return "one", a
        case [a, *b, {}]:
            return "mapping", a, b
        case {"k": a, "z": [b, 9]}:
            return "nine", a, b
        case [[a, 5] | [5, a], c]:
            return "five", a, c
        case complex(real=a, imag=2.0):
            return "two", a
        case [a, b, 3] if a > b:
            return "sorted", a, b
    return a, b, c


for subject in ([7, 1], [7, 2], [7, 8, {}], {"k": 1, "z": [2, 9]}, {"k": 1, "z": [2, 8]},
                [[5, 6], 7], [[6, 5], 7], [[6, 6], 7], 1 + 2j, 1 + 3j, [4, 2, 3], [2, 4, 3]):
    print(f(subject))
names = [f"n{i}" for i in range(40)]
many = f"match {list(range(41))}:\n    case [{', '.join(names)}, 40]: print(n0, n39)\n"
exec(many)
