class M(dict):
    def get(self, *args):
        print("get", args[0])
        return super().get(*args)
def f(x):
    match x:
        case {"a": 1, "b": 2}: return "two"
        case {"a": 1}: return "one"
        case {}: return "any"
        case _: return "none"
print(f(M(a=1)), f(M()), f({"a": 1, "b": 2}), f([]), f(5))
