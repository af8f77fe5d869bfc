def f(x):
    match x:
        case [a, b] if a > b: r = "gt"
        case [a, b] if (c := a + b) > 5: r = f"sum {c}"
        case [a, b]: r = f"{a},{b}"
        case a if print("guard", a): r = "no"
        case other: r = f"other {other}"
    return r
print(f([2, 1]), f([3, 4]), f([1, 2]), f(9))
class E:
    def __eq__(self, o): print("eq", o); return o == 2
match E():
    case 1: print("one")
    case 2: print("two")
class G:
    a = b = 0
def attr(x):
    match x:
        case G.a: return "G.a"
        case str(y) | [y] | {"k": y}: return y
print(attr(0), attr("s"), attr(["l"]), attr({"k": "d"}), attr(1))
def early():
    for x in range(5):
        match x:
            case 1: continue
            case 3: break
            case y: print(x, y)
    match x:
        case 3: return "ret"
print(early())
def unbound():
    match 5:
        case 6 as z: pass
    try:
        z
    except UnboundLocalError as e:
        print(e)
unbound()
match (1, (2, 3)):
    case (a, (b, c) as t) as whole: print(a, b, c, t, whole)
def nothing():
    match 1:
        case 2: pass
print(nothing())
