# typing: what annotations are written with. Here is what most programs name; protocols, records and
# the reading of annotations stand in files of their own, which are loaded when asked for.
from _typing import (Generic, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar,
                     TypeVarTuple)

TYPE_CHECKING = False

_elsewhere = {
    "protocols": "Protocol runtime_checkable SupportsInt SupportsFloat SupportsComplex "
                 "SupportsBytes SupportsIndex SupportsAbs SupportsRound get_protocol_members "
                 "is_protocol",
    "records": "NamedTuple TypedDict is_typeddict NewType IO TextIO BinaryIO",
    "hints": "ForwardRef get_type_hints get_origin get_args get_overloads clear_overloads "
             "overload no_type_check no_type_check_decorator dataclass_transform override "
             "reveal_type assert_type assert_never",
}
# Names in collections.abc, contextlib, collections, re and builtins, with the number of their
# parameters (-1: any) and the name they have there, if it is another.
_aliases = {
    "List": ("builtins", 1, "list"), "Dict": ("builtins", 2, "dict"),
    "Set": ("builtins", 1, "set"), "FrozenSet": ("builtins", 1, "frozenset"),
    "Tuple": ("builtins", -1, "tuple"), "Type": ("builtins", 1, "type"),
    "DefaultDict": ("collections", 2, "defaultdict"), "Deque": ("collections", 1, "deque"),
    "OrderedDict": ("collections", 2), "Counter": ("collections", 1),
    "ChainMap": ("collections", 2), "AbstractSet": ("collections.abc", 1, "Set"),
    "ByteString": ("collections.abc", 0), "Sized": ("collections.abc", 0),
    "Hashable": ("collections.abc", 0), "Awaitable": ("collections.abc", 1),
    "Coroutine": ("collections.abc", 3), "AsyncIterable": ("collections.abc", 1),
    "AsyncIterator": ("collections.abc", 1), "Iterable": ("collections.abc", 1),
    "Iterator": ("collections.abc", 1), "Reversible": ("collections.abc", 1),
    "Container": ("collections.abc", 1), "Collection": ("collections.abc", 1),
    "Callable": ("collections.abc", -1), "MutableSet": ("collections.abc", 1),
    "Mapping": ("collections.abc", 2), "MutableMapping": ("collections.abc", 2),
    "Sequence": ("collections.abc", 1), "MutableSequence": ("collections.abc", 1),
    "MappingView": ("collections.abc", 1), "KeysView": ("collections.abc", 1),
    "ItemsView": ("collections.abc", 2), "ValuesView": ("collections.abc", 1),
    "Generator": ("collections.abc", 3), "AsyncGenerator": ("collections.abc", 2),
    "ContextManager": ("contextlib", 1, "AbstractContextManager"),
    "AsyncContextManager": ("contextlib", 1, "AbstractAsyncContextManager"),
    "Pattern": ("re", 1), "Match": ("re", 1),
}

__all__ = [
    "Annotated", "Any", "AnyStr", "ClassVar", "Concatenate", "Final", "Generic", "Literal",
    "LiteralString", "Never", "NoReturn", "NotRequired", "Optional", "ParamSpec",
    "ParamSpecArgs", "ParamSpecKwargs", "Required", "Self", "TYPE_CHECKING", "Text", "TypeAlias",
    "TypeAliasType", "TypeGuard", "TypeVar", "TypeVarTuple", "Union", "Unpack", "cast", "final",
    *_aliases, *" ".join(_elsewhere.values()).split()]


def __getattr__(name):
    if name in _aliases:
        value = _Alias(name, *_aliases[name])
    elif name == "AnyStr":
        value = TypeVar("AnyStr", bytes, str)
    else:
        for source, names in _elsewhere.items():
            if name in names.split():
                module = __import__(f"typing.{source}", None, None, (name,))
                value = getattr(module, name)
                break
        else:
            raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = value
    return value


# --- what all forms share ---

def _shown(arg):
    if arg is ...:
        return "..."
    if isinstance(arg, type) and not hasattr(arg, "__origin__"):
        return arg.__qualname__ if arg.__module__ == "builtins" else \
            f"{arg.__module__}.{arg.__qualname__}"
    if isinstance(arg, (list, tuple)):
        return f"[{', '.join(map(_shown, arg))}]"
    if hasattr(arg, "__qualname__") and callable(arg) and not isinstance(arg, _Form):
        return f"{arg.__module__}.{arg.__qualname__}" if hasattr(arg, "__code__") else repr(arg)
    return repr(arg)


# An argument of a form: None stands for its type, and a text for what it names.
def _checked(arg, message="Parameters to generic types must be types."):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        from typing.hints import ForwardRef
        return ForwardRef(arg)
    if isinstance(arg, _SpecialForm) and arg._getitem is not None and \
            arg._name not in ("Any", "Self", "LiteralString", "Never", "NoReturn"):
        raise TypeError(f"Plain {arg!r} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _as_tuple(item):
    return item if isinstance(item, tuple) else (item,)


def _parameters_of(args):
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if hasattr(arg, "__typing_subst__"):
            more = (arg,)
        elif isinstance(arg, (tuple, list)):
            more = _parameters_of(arg)
        else:
            more = getattr(arg, "__parameters__", ())
        found += [p for p in more if p not in found]
    return tuple(found)


class _Form:
    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self!r} cannot be used with issubclass()")


class _SpecialForm(_Form):
    __slots__ = ("_name", "_getitem", "__doc__")

    def __init__(self, name, getitem=None):
        self._name, self._getitem = name, getitem

    def __repr__(self):
        return f"typing.{self._name}"

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __getitem__(self, item):
        if self._getitem is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._getitem(item)

    def __reduce__(self):
        return self._name


# Form[args], and typing.List[args], whose origin is the class meant.
class _GenericAlias(_Form):
    def __init__(self, origin, args, name=None):
        self.__origin__, self.__args__, self._name = origin, args, name
        self.__parameters__ = _parameters_of(args)
        self.__module__ = "typing" if name else getattr(origin, "__module__", None)

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _shown(self.__origin__)
        return f"{name}[{', '.join(map(_shown, self.__args__)) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __call__(self, *args, **kwds):
        if isinstance(self.__origin__, _Form):
            raise TypeError(f"Cannot instantiate {self!r}")
        if _aliases.get(self._name, ("",))[0] == "builtins":
            raise TypeError(f"Type {self._name} cannot be instantiated; use "
                            f"{self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwds)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _Form):
            raise TypeError(f"Cannot subclass {self!r}")
        return (self.__origin__,)

    def __getattr__(self, name):
        if name[:2] == "__" or "__origin__" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __getitem__(self, item):
        parameters = self.__parameters__
        if not parameters:
            raise TypeError(f"{self!r} is not a generic class")
        items = _as_tuple(item)
        if len(items) != len(parameters):
            if len(parameters) == 1 and isinstance(parameters[0], (ParamSpec, TypeVarTuple)):
                items = (items,)
            elif not any(isinstance(p, TypeVarTuple) for p in parameters):
                raise TypeError(f"Too {'many' if len(items) > len(parameters) else 'few'} "
                                f"arguments for {self!r}; actual {len(items)}, "
                                f"expected {len(parameters)}")
        chosen = dict(zip(parameters, [i if isinstance(i, (list, tuple)) else _checked(i)
                                       for i in items]))
        return self._with(tuple(self._substituted(arg, chosen) for arg in self.__args__))

    def _substituted(self, arg, chosen):
        if isinstance(arg, (list, tuple)):
            return type(arg)(self._substituted(a, chosen) for a in arg)
        if isinstance(arg, type):
            return arg
        if hasattr(arg, "__typing_subst__"):
            return chosen[arg]
        inner = getattr(arg, "__parameters__", ())
        return arg[tuple(chosen[p] for p in inner)] if inner else arg

    def _with(self, args):
        return type(self)(self.__origin__, args, self._name)

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class _UnionAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            other = args[0] if args[1] is type(None) else args[1]
            return f"typing.Optional[{_shown(other)}]"
        return super().__repr__()

    def __eq__(self, other):
        args = getattr(other, "__args__", None)
        if not isinstance(other, (_UnionAlias, type(int | str))):
            return NotImplemented
        return set(self.__args__) == set(args)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)

    def _with(self, args):
        return Union[args]


class _LiteralAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        kinds = [{(type(a), a) for a in x.__args__} for x in (self, other)]
        return kinds[0] == kinds[1]

    def __hash__(self):
        return hash(frozenset((type(a), a) for a in self.__args__))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def __repr__(self):
        return (f"typing.Annotated[{_shown(self.__origin__)}, "
                f"{', '.join(map(repr, self.__metadata__))}]")

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, name):
        return "Annotated" if name in ("__name__", "__qualname__") else super().__getattr__(name)

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)


class _CallableAlias(_GenericAlias):
    def __repr__(self):
        first = self.__args__[0]
        if len(self.__args__) == 2 and (
                first is ... or isinstance(first, ParamSpec) or
                getattr(first, "__origin__", None) is Concatenate):
            return super().__repr__()
        *given, result = map(_shown, self.__args__)
        name = "typing.Callable" if self._name else "collections.abc.Callable"
        return f"{name}[[{', '.join(given)}], {result}]"

    def _with(self, args):
        if isinstance(args[0], (list, tuple)):
            args = (*args[0], *args[1:])
        return _CallableAlias(self.__origin__, args, self._name)


# typing.List and the like, before they get their arguments.
class _Alias(_Form):
    def __init__(self, name, module, count, inner=None):
        self._name, self._count = name, count
        self.__module__ = "typing"
        self.__origin__ = getattr(__import__(module, None, None, ("x",)), inner or name)

    def __repr__(self):
        return f"typing.{self._name}"

    def __call__(self, *args, **kwds):
        if self.__origin__.__module__ in ("builtins", "collections.abc"):
            raise TypeError(f"Type {self._name} cannot be instantiated; use "
                            f"{self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwds)

    def __getattr__(self, name):
        if name[:2] == "__" and name not in ("__doc__", "__name__", "__qualname__") or \
                "__origin__" not in self.__dict__:
            raise AttributeError(name)
        return self._name if name != "__doc__" else self.__origin__.__doc__

    def __getitem__(self, item):
        args, name = _as_tuple(item), self._name
        if name == "Callable":
            return _callable(self.__origin__, args)
        if name == "Tuple":
            args = tuple(a if a is ... else _checked(a) for a in args)
        elif len(args) != self._count:
            if not self._count:
                raise TypeError(f"{self!r} is not a generic class")
            raise TypeError(f"Too {'many' if len(args) > self._count else 'few'} arguments for "
                            f"{self!r}; actual {len(args)}, expected {self._count}")
        else:
            args = tuple(map(_checked, args))
        return _GenericAlias(self.__origin__, args, name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


def _callable(origin, args):
    if len(args) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    given, result = args
    result = _checked(result, "Callable[args, result]: result must be a type.")
    if isinstance(given, list):
        given = tuple(map(_checked, given))
    elif given is ... or isinstance(given, (ParamSpec, _GenericAlias)):
        given = (given,)
    else:
        raise TypeError(f"Callable[args, result]: args must be a list. Got {given!r}")
    return _CallableAlias(origin, (*given, result), "Callable")


# --- the forms ---

def _union(item):
    if item == ():
        raise TypeError("Cannot take a Union of no types.")
    members = []
    for arg in _as_tuple(item):
        arg = _checked(arg, "Union[arg, ...]: each arg must be a type.")
        inner = arg.__args__ if isinstance(arg, (_UnionAlias, type(int | str))) else (arg,)
        members += [a for a in inner if a not in members]
    return members[0] if len(members) == 1 else _UnionAlias(Union, tuple(members), "Union")


def _optional(item):
    return Union[_checked(item, "typing.Optional requires a single type."), type(None)]


def _literal(item):
    values = []
    for arg in _as_tuple(item):
        values += arg.__args__ if isinstance(arg, _LiteralAlias) else (arg,)
    try:
        values = list({(type(v), v): v for v in values}.values())
    except TypeError:
        pass  # an unhashable one
    return _LiteralAlias(Literal, tuple(values), "Literal")


def _annotated(item):
    if not isinstance(item, tuple) or len(item) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and "
                        "an annotation).")
    return _AnnotatedAlias(_checked(item[0], "Annotated[t, ...]: t must be a type."), item[1:])


def _one(name):
    def getitem(item):
        if isinstance(item, tuple):
            raise TypeError(f"typing.{name} accepts only single type. Got {item!r}")
        return _GenericAlias(form, (_checked(item),), name)
    form = _SpecialForm(name, getitem)
    return form


def _concatenate(item):
    return _GenericAlias(Concatenate, tuple(
        a if a is ... else _checked(a) for a in _as_tuple(item)), "Concatenate")


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")
Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", _optional)
Literal = _SpecialForm("Literal", _literal)
Annotated = _SpecialForm("Annotated", _annotated)
Concatenate = _SpecialForm("Concatenate", _concatenate)
ClassVar, Final, TypeGuard, Required, NotRequired, Unpack = map(
    _one, ("ClassVar", "Final", "TypeGuard", "Required", "NotRequired", "Unpack"))
Text = str


def cast(typ, val):
    return val


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f
