from operator import attrgetter


class A:
    pass


a = A()
a.x, a.b = 1, A()
a.b.y = 2
print(attrgetter("x")(a), attrgetter("b.y")(a), attrgetter("x", "b.y")(a))
print(attrgetter("x", "b.y"), attrgetter("x"))
for call in (lambda: attrgetter(), lambda: attrgetter(1), lambda: attrgetter("z")(a),
             lambda: attrgetter("b.z")(a)):
    try:
        call()
    except (TypeError, AttributeError) as e:
        print(e)
