import inspect

print(inspect.signature(len), list(inspect.signature("x".strip).parameters))
print(list(inspect.signature([].append).parameters.values())[0].kind.name)
for each in (int, dict, type):
    try:
        print(inspect.signature(each))
    except ValueError as e:
        print(e if each is int else "none")


class Meta(type):
    def __call__(cls, through_meta):
        return None


class A(metaclass=Meta):
    def __init__(self, unused):
        pass


class B:
    __signature__ = inspect.Signature([inspect.Parameter("own", 1)])


print(inspect.signature(A), inspect.signature(B))
