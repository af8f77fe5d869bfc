from inspect import signature


def f(a, /, b, c=3, *args, d, e=5, **kw):
    pass


def g(a, b=2):
    pass


s = signature(f)
for args, kwargs in (((1, 2), {"d": 4}), ((1,), {"b": 2, "d": 4, "x": 9, "a": 8}), ((1, 2, 3, 4, 5), {"d": 1, "e": 2})):
    bound = s.bind(*args, **kwargs)
    print(bound, bound.args, bound.kwargs)
    bound.apply_defaults()
    print(bound.arguments, bound.args, bound.kwargs)
    print(f(*bound.args, **bound.kwargs))
print(s.bind_partial(), s.bind_partial(1, e=2), s.bind_partial().kwargs)
for args, kwargs in (((), {}), ((1, 2, 3), {}), ((1,), {"a": 2}), ((1,), {"z": 2}), ((), {"b": 1})):
    try:
        print(signature(g).bind(*args, **kwargs))
    except TypeError as e:
        print(e)
for args, kwargs in (((1, 2), {}), ((), {"d": 1})):
    try:
        s.bind(*args, **kwargs)
    except TypeError as e:
        print(e)
print(signature(g).bind(1) == signature(g).bind(1), signature(g).bind(1) == signature(g).bind(2))
