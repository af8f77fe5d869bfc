# typing: NamedTuple, TypedDict and NewType; the types of files.
from typing import AnyStr, Generic, NotRequired, Required, Union, _AnnotatedAlias, _checked

_kept = ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
         "_field_types", "_make", "_replace", "_asdict", "_source")
_not_copied = ("__module__", "__name__", "__annotations__", "__qualname__", "__orig_bases__")


def _make_namedtuple(name, types, defaults, module):
    from collections import namedtuple
    types = {field: _checked(kind, f"field {field} annotation must be a type")
             for field, kind in types}
    made = namedtuple(name, list(types), defaults=defaults, module=module)
    made.__annotations__ = types
    return made


class _NamedTupleMeta(type):
    def __new__(cls, name, bases, namespace):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = namespace.get("__annotations__", {})
        defaults = []
        for field in types:
            if field in namespace:
                defaults.append(field)
            elif defaults:
                raise TypeError(f"non-default namedtuple field {field} cannot follow default "
                                f"field{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _make_namedtuple(name, types.items(), [namespace[n] for n in defaults],
                                namespace["__module__"])
        if Generic in bases:
            made = type(made)(name, (made, Generic), {"__slots__": ()})
        for key, value in namespace.items():
            if key in _kept:
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in _not_copied and key not in types:
                if key == "__classcell__":
                    value.cell_contents = made
                    continue
                if key in ("__init_subclass__", "__class_getitem__"):
                    value = classmethod(getattr(value, "__func__", value))
                setattr(made, key, value)
                set_name = getattr(type(value), "__set_name__", None)
                if set_name is not None:
                    set_name(value, made, key)
        return made


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


class _NamedTupleForm:
    __name__ = __qualname__ = "NamedTuple"

    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        elif kwargs:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, "
                            "not both")
        import sys
        frame = getattr(sys, "_getframe", None)
        module = frame(1).f_globals.get("__name__") if frame else "__main__"
        made = _make_namedtuple(typename, fields, (), module)
        made.__orig_bases__ = (self,)
        return made

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTupleForm()


# --- TypedDict ---

class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict "
                                "base class")
        bases_made = (Generic, dict) if Generic in bases else (dict,)
        types, required, optional = {}, set(), set()
        for base in bases:
            types.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", frozenset())
            optional |= base.__dict__.get("__optional_keys__", frozenset())
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _checked(kind, message)
               for key, kind in namespace.get("__annotations__", {}).items()}
        for key, kind in own.items():
            inner = kind.__origin__ if isinstance(kind, _AnnotatedAlias) else kind
            origin = getattr(inner, "__origin__", None)
            needed = total if origin not in (Required, NotRequired) else origin is Required
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        types.update(own)
        made = type.__new__(cls, name, bases_made, namespace)
        if not hasattr(made, "__orig_bases__"):
            made.__orig_bases__ = bases
        made.__annotations__ = types
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        made.__total__ = total
        return made

    def __init__(cls, name, bases, namespace, total=True):
        pass

    def __call__(cls, *args, **kwds):
        return dict(*args, **kwds)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


class _TypedDictForm:
    __name__ = __qualname__ = "TypedDict"

    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        if fields is None:
            fields = kwargs
        elif kwargs:
            raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
        import sys
        namespace = {"__annotations__": dict(fields)}
        frame = getattr(sys, "_getframe", None)
        namespace["__module__"] = frame(1).f_globals.get("__name__") if frame else "__main__"
        made = _TypedDictMeta(typename, (), namespace, total=total)
        made.__orig_bases__ = (self,)
        return made

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDictForm()


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


# --- NewType ---

class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        import sys
        frame = getattr(sys, "_getframe", None)
        self.__module__ = frame(1).f_globals.get("__name__") if frame else "__main__"

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                        f"`{bases[0].__name__} = NewType({bases[0].__name__!r}, {self.__name__})`")

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# --- files ---

class IO(Generic[AnyStr]):
    __slots__ = ()
    __module__ = "typing"


class BinaryIO(IO[bytes]):
    __slots__ = ()
    __module__ = "typing"


class TextIO(IO[str]):
    __slots__ = ()
    __module__ = "typing"
