import types


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        return {"prepared": kw}

    def __new__(mcls, name, bases, ns, **kw):
        return super().__new__(mcls, name, bases, dict(ns))

    def __init__(cls, name, bases, ns, **kw):
        pass


C = types.new_class("C", (), {"metaclass": Meta, "x": 1}, lambda ns: ns.update(y=2))
print(C.__name__, type(C).__name__, C.prepared, C.y)


class Entry:
    def __mro_entries__(self, bases):
        return (int,)


e = Entry()
print(types.resolve_bases((e, str)), types.resolve_bases((int,)), types.new_class("D", (e,)).__mro__[1])
print(types.prepare_class("X", (C,))[0].__name__, types.get_original_bases(C))
print(types.new_class("D", (e,)).__orig_bases__ == (e,))
