# dataclasses: classes whose special methods are made from their annotations.
#
# Only __init__ is made as source text, for its parameters; the other methods are closures over the
# names of the fields.
from operator import attrgetter

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
           "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()


class _Factory:
    def __repr__(self):
        return "<factory>"


_factory = _Factory()  # the default of a parameter whose field has a default_factory


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        shown = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{shown}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare",
                 "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        from types import MappingProxyType
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only

    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare",
                 "metadata", "kw_only")
        text = ",".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"Field({text},_field_type={self._field_type})"

    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), "__set_name__", None)
        if set_name:
            set_name(self.default, owner, name)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _DataclassParams:
    def __init__(self, **flags):
        self.__dict__.update(flags)

    def __repr__(self):
        text = ",".join([f"{name}={value!r}" for name, value in self.__dict__.items()])
        return f"_DataclassParams({text})"


# --- fields ---

# The kinds of fields, as Field shows them.
_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = "_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"


def _kind_of(annotation):
    if isinstance(annotation, str):
        word = annotation.split("[")[0].rsplit(".", 1)[-1].strip()
        return {"ClassVar": _FIELD_CLASSVAR, "InitVar": _FIELD_INITVAR}.get(word, _FIELD)
    if annotation is InitVar or type(annotation) is InitVar:
        return _FIELD_INITVAR
    origin = getattr(annotation, "__origin__", annotation)
    if getattr(type(origin), "__module__", None) == "typing" and \
            getattr(origin, "_name", None) == "ClassVar":
        return _FIELD_CLASSVAR
    return _FIELD


def _is_kw_only(annotation):
    return annotation is KW_ONLY or isinstance(annotation, str) and \
        annotation.rsplit(".", 1)[-1] == "KW_ONLY"


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING  # a name of __slots__
        f = field(default=default)
    f.name, f.type, f._field_type = name, annotation, _kind_of(annotation)
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if f.kw_only is MISSING:
        f.kw_only = kw_only and f._field_type is not _FIELD_CLASSVAR
    elif f._field_type is _FIELD_CLASSVAR:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: "
                         "use default_factory")
    return f


def _collect_fields(cls, kw_only):
    collected = {}
    for base in reversed(cls.__mro__[1:]):
        collected.update(base.__dict__.get("__dataclass_fields__", {}))
    saw_kw_only = False
    own = cls.__dict__.get("__annotations__", {})
    for name, annotation in own.items():
        if _is_kw_only(annotation):
            if saw_kw_only:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            saw_kw_only = kw_only = True
            continue
        f = collected[name] = _make_field(cls, name, annotation, kw_only)
        if isinstance(cls.__dict__.get(name), Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in own:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return collected


# --- methods ---

def _init_parameter(f, number):
    if f.default is not MISSING:
        return f"{f.name}=_d{number}"
    if f.default_factory is not MISSING:
        return f"{f.name}=_factory"
    return f.name


def _init_value(f, number, has_slots):
    if f.default_factory is not MISSING:
        if f.init:
            return f"_d{number}() if {f.name} is _factory else {f.name}"
        return f"_d{number}()"
    if f.init:
        return f.name
    return f"_d{number}" if has_slots and f.default is not MISSING else None


def _make_init(cls, all_fields, frozen, has_slots):
    taken = [f for f in all_fields if f._field_type is not _FIELD_CLASSVAR]
    given = [f for f in taken if f.init]
    saw_default = False
    for f in given:
        if f.kw_only:
            continue
        if f.default is not MISSING or f.default_factory is not MISSING:
            saw_default = True
        elif saw_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    self = "__dataclass_self__" if any(f.name == "self" for f in taken) else "self"
    numbers = {f.name: number for number, f in enumerate(taken)}
    parameters = [_init_parameter(f, numbers[f.name]) for f in given if not f.kw_only]
    by_name = [_init_parameter(f, numbers[f.name]) for f in given if f.kw_only]
    if by_name:
        parameters += ["*", *by_name]
    body = []
    for f in taken:
        value = None if f._field_type is _FIELD_INITVAR else \
            _init_value(f, numbers[f.name], has_slots)
        if value is None:
            continue
        body.append(f"  _set({self}, {f.name!r}, {value})" if frozen else
                    f"  {self}.{f.name} = {value}")
    if hasattr(cls, "__post_init__"):
        names = ", ".join([f.name for f in taken if f._field_type is _FIELD_INITVAR])
        body.append(f"  {self}.__post_init__({names})")
    defaults = {f"_d{numbers[f.name]}": f.default if f.default_factory is MISSING else
                f.default_factory for f in taken}
    text = (f"def make(_factory, _set, {', '.join(defaults)}):\n"
            f" def __init__({', '.join([self, *parameters])}):\n" +
            "\n".join(body or ["  pass"]) + "\n return __init__")
    made = {}
    exec(text, {}, made)
    init = made["make"](_factory, object.__setattr__, **defaults)
    init.__annotations__ = {f.name: f.type for f in given} | {"return": None}
    return init


_shown = []  # (object's id) of those whose repr is being made


def _make_repr(names):
    def __repr__(self):
        if id(self) in _shown:
            return "..."
        _shown.append(id(self))
        try:
            text = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        finally:
            _shown.remove(id(self))
        return f"{self.__class__.__qualname__}({text})"
    return __repr__


# A function that gives the values of fields as a tuple.
def _getter(names):
    if len(names) == 1:
        get = attrgetter(*names)
        return lambda obj: (get(obj),)
    return attrgetter(*names) if names else lambda obj: ()


def _make_eq(get):
    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return get(self) == get(other)
        return NotImplemented
    return __eq__


def _make_orders(get):
    def __lt__(self, other):
        return get(self) < get(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self, other):
        return get(self) <= get(other) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self, other):
        return get(self) > get(other) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self, other):
        return get(self) >= get(other) if other.__class__ is self.__class__ else NotImplemented
    return __lt__, __le__, __gt__, __ge__


def _make_hash(get):
    def __hash__(self):
        return hash(get(self))
    return __hash__


def _make_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)
    return __setattr__, __delattr__


def _getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


# Puts the method into the class unless it has its own; whether it had.
def _add(cls, method, name=None):
    name = name or method.__name__
    if name in cls.__dict__:
        return True
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, method)
    return False


# --- the decorator ---

def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    params = _DataclassParams(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                              frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                              weakref_slot=weakref_slot)
    if cls is None:
        return lambda cls: _process(cls, params)
    return _process(cls, params)


def _check_frozen(cls, frozen):
    has_base = any_frozen = False
    all_frozen = None
    for base in cls.__mro__[1:]:
        if "__dataclass_params__" in base.__dict__:
            has_base = True
            is_frozen = base.__dict__["__dataclass_params__"].frozen
            any_frozen = any_frozen or is_frozen
            all_frozen = is_frozen if all_frozen is None else all_frozen and is_frozen
    if has_base and any_frozen and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if has_base and not all_frozen and frozen:
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")


def _process(cls, params):
    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_hash = not (own_hash is MISSING or own_hash is None and "__eq__" in cls.__dict__)
    collected = _collect_fields(cls, params.kw_only)
    _check_frozen(cls, params.frozen)
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    cls.__dataclass_fields__ = collected
    cls.__dataclass_params__ = params
    real = [f for f in collected.values() if f._field_type is _FIELD]
    if params.init:
        _add(cls, _make_init(cls, list(collected.values()), params.frozen, params.slots))
    if params.repr:
        _add(cls, _make_repr([f.name for f in real if f.repr]))
    compared = _getter([f.name for f in real if f.compare])
    if params.eq:
        _add(cls, _make_eq(compared))
    if params.order:
        for method in _make_orders(compared):
            if _add(cls, method):
                raise TypeError(f"Cannot overwrite attribute {method.__name__} in class "
                                f"{cls.__name__}. Consider using functools.total_ordering")
    if params.frozen:
        for method in _make_frozen(cls, [f.name for f in real]):
            if _add(cls, method):
                raise TypeError(f"Cannot overwrite attribute {method.__name__} in class "
                                f"{cls.__name__}")
    _settle_hash(cls, params, has_hash, real)
    if not getattr(cls, "__doc__"):
        cls.__doc__ = _signature(cls, collected.values())
    if params.match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(
            [f.name for f in collected.values()
             if f.init and not f.kw_only and f._field_type is not _FIELD_CLASSVAR])
    if params.slots:
        cls = _with_slots(cls, params, [f.name for f in real])
    elif params.weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _settle_hash(cls, params, has_hash, real):
    if params.unsafe_hash:
        if has_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif has_hash or not params.eq:
        return
    elif not params.frozen:
        cls.__hash__ = None
        return
    method = _make_hash(_getter([f.name for f in real
                                 if (f.compare if f.hash is None else f.hash)]))
    method.__qualname__ = f"{cls.__qualname__}.__hash__"
    cls.__hash__ = method


# "Point(x: int, y: int = 0)", the text that stands in for a missing docstring.
def _signature(cls, collected):
    def shown(f):
        text = f.name
        kind = f.type
        module = getattr(kind, "__module__", None)
        if isinstance(kind, type):
            kind = kind.__qualname__ if module == "builtins" else f"{module}.{kind.__qualname__}"
        else:
            kind = repr(kind).replace("typing.", "")
        text += f": {kind}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        return text
    given = [f for f in collected if f.init and f._field_type is not _FIELD_CLASSVAR]
    parts = [shown(f) for f in given if not f.kw_only]
    by_name = [shown(f) for f in given if f.kw_only]
    if by_name:
        parts += ["*", *by_name]
    return f"{cls.__name__}({', '.join(parts)})"


def _with_slots(cls, params, names):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    slots = [name for name in names if name not in inherited]
    if params.weakref_slot and "__weakref__" not in inherited:
        slots.append("__weakref__")
    namespace["__slots__"] = tuple(slots)
    for name in names:
        namespace.pop(name, None)
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    if params.frozen:
        namespace.setdefault("__getstate__", _getstate)
        namespace.setdefault("__setstate__", _setstate)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    if params.frozen:
        for method in _make_frozen(made, names):
            method.__qualname__ = f"{made.__qualname__}.{method.__name__}"
            setattr(made, method.__name__, method)
    return made


# --- functions of dataclasses ---

def fields(class_or_instance):
    try:
        collected = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in collected.values() if f._field_type is _FIELD])


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, lambda obj, inner: dict_factory(
        [(f.name, inner(getattr(obj, f.name))) for f in fields(obj)]))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _converted(obj, lambda obj, inner: tuple_factory(
        [inner(getattr(obj, f.name)) for f in fields(obj)]))


def _converted(obj, convert):
    kind = type(obj)
    if kind in (int, str, float, bool, type(None)):
        return obj
    inner = lambda value: _converted(value, convert)
    if _is_instance(obj):
        return convert(obj, inner)
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*map(inner, obj))
    if isinstance(obj, (list, tuple)):
        return kind(map(inner, obj))
    if isinstance(obj, dict):
        if hasattr(kind, "default_factory"):
            result = kind(obj.default_factory)
            for key, value in obj.items():
                result[inner(key)] = inner(value)
            return result
        return kind((inner(key), inner(value)) for key, value in obj.items())
    from copy import deepcopy
    return deepcopy(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in obj.__dataclass_fields__.values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be "
                                 "specified with replace()")
        elif f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False, module=None):
    from keyword import iskeyword
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, defaults[name] = item[0], item[1], item[2]
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind

    def fill(body):
        body.update(namespace or {})
        body.update(defaults)
        body["__annotations__"] = annotations
    from types import new_class
    cls = new_class(cls_name, bases, {}, fill)
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)
