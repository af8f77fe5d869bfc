def first[T](x: T) -> T: return x
class Box[T]:
    def __init__(self, v: T): self.v = v
    def get[U](self, d: U) -> T | U: return self.v
type Pair[A] = tuple[A, A]
type Num = int
print(first(5), Box(3).get(1), Num.__name__, Pair.__name__)
print(first.__name__, Box.__name__, first.__type_params__ if 0 else "")
def bound[T: int, U: (str, bytes)](a: T, b: U): return a, b
print(bound(1, "x"))
type Rec = list[Rec]
type Late = undefined_yet
print(Rec.__name__, Late.__name__)
undefined_yet = int
print(Late.__value__)
class Sub(Box[int]): pass
print(Sub(4).v, Box[int](5).v)
type = 5
print(type)
