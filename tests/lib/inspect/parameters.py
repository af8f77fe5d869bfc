from inspect import Parameter, Signature, signature


def f(a, /, b: int = 1, *args: str, c, d=3, **kw):
    pass


for name, param in signature(f).parameters.items():
    print(name, param, repr(param), param.kind, param.kind.description, repr(param.kind), int(param.kind),
          param.default is Parameter.empty, param.annotation is param.empty)
b = signature(f).parameters["b"]
print(b.replace(name="z"), b.replace(kind=Parameter.KEYWORD_ONLY).kind, b.replace(default=Parameter.empty))
print(b == b.replace(), b == b.replace(default=2), hash(b) == hash(b.replace()), b == 3)
for args, kwargs in (((1, 0), {}), (("1x", 0), {}), (("x", 9), {}), (("x", Parameter.VAR_KEYWORD), {"default": 1})):
    try:
        Parameter(*args, **kwargs)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
x, y = Parameter("x", 1, default=1), Parameter("y", 1)
for params in ([x, y], [y, y], [Parameter("k", 3), y]):
    try:
        Signature(params)
    except ValueError as e:
        print(e)
s = Signature([y, x], return_annotation=int)
print(s, s.return_annotation, s.replace(return_annotation=Signature.empty), s.replace(parameters=[x]))
print(s == Signature([y, x], return_annotation=int), s == Signature([y, x]), hash(s) == hash(s.replace()), Signature())
k, m = Parameter("k", 3), Parameter("m", 3)
print(Signature([k, m]) == Signature([m, k]), Signature.from_callable(f) == signature(f))
try:
    signature(f).parameters["a"] = 1
except TypeError as e:
    print("read only")
