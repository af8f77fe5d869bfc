def f(x):
    match x:
        case [1, [2, *a], (3, b)]: return a, b
        case [*_, last] if last == "L": return "last"
        case [first, *_]: return first
        case (): return "()"
        case 1, 2: return "never"
    return "none"
print(f([1, [2, 5, 6], (3, 4)]), f([0, "L"]), f((7, 8)), f([]), f("ab"), f(5), f(range(2)))
match 1, 2:
    case a, b: print(a, b)
match [1, 2, 3]:
    case a, *b: print(a, b)
match *[1], 2:
    case x, y: print(x, y)
match (1, 2), 3:
    case (a, b), c: print(a, b, c)
match [1, 2]:
    case [1, x] | [x, 1]: print("or", x)
match [[1, 2], [3]]:
    case [[a, *_] as whole, [*tail]]: print(a, whole, tail)
match = 5
case = 6
print(match, case)
match (match):
    case 5: print("soft keyword")
print(match[0] if 0 else match - 1)
match x := 3:
    case 3: print(x)
_ = "kept"
match 5:
    case _: pass
print(_)
