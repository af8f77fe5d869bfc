# typing: reading annotations, and functions that only type checkers look at.
import typing
from typing import (Annotated, Concatenate, Generic, NotRequired, ParamSpec, Required, Union,
                    _AnnotatedAlias, _Alias, _CallableAlias, _GenericAlias)

_PlainAlias = type(list[int])
_PlainUnion = type(int | str)


class ForwardRef:
    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            code = compile(arg.strip(), "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__, self.__forward_code__ = arg, code
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns):
        return _evaluated(eval(self.__forward_code__, globalns or {}, localns), globalns, localns)

    def __call__(self):
        raise TypeError("a forward reference cannot be called")

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


# The type with the texts within it replaced by what they name.
def _evaluated(hint, globalns, localns):
    if isinstance(hint, str):
        hint = ForwardRef(hint)
    if isinstance(hint, ForwardRef):
        return hint._evaluate(globalns, localns)
    return _mapped(hint, lambda arg: _evaluated(arg, globalns, localns), str)


# The type with its arguments replaced; if none is another, the type itself. Arguments of kind
# `also` count as such.
def _mapped(hint, change, also=()):
    if not isinstance(hint, (_GenericAlias, _PlainAlias, _PlainUnion)):
        return hint
    if hint.__class__.__name__ == "_LiteralAlias":
        return hint
    args = tuple(arg if isinstance(arg, str) and also == () else change(arg)
                 for arg in hint.__args__)
    if all(map(lambda a, b: a is b, args, hint.__args__)):
        return hint
    if isinstance(hint, _PlainUnion):
        joined = args[0]
        for arg in args[1:]:
            joined = joined | arg
        return joined
    if isinstance(hint, _PlainAlias):
        return _PlainAlias(hint.__origin__, args)
    return hint._with(args)


def _stripped(hint):
    if isinstance(hint, _AnnotatedAlias):
        return _stripped(hint.__origin__)
    if getattr(hint, "__origin__", None) in (Required, NotRequired):
        return _stripped(hint.__args__[0])
    return _mapped(hint, _stripped)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        import sys
        for base in reversed(obj.__mro__):
            own = base.__dict__.get("__annotations__", {})
            names = globalns
            if names is None:
                names = getattr(sys.modules.get(base.__module__), "__dict__", {})
            local = dict(base.__dict__) if localns is None else localns
            for name, value in own.items():
                hints[name] = _evaluated(type(None) if value is None else value, names, local)
    else:
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if callable(obj) or hasattr(obj, "__name__"):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        if globalns is None:
            inner = obj
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            globalns = getattr(inner, "__globals__", None)
            if globalns is None:
                globalns = getattr(obj, "__dict__", {})
            if localns is None:
                localns = globalns
        elif localns is None:
            localns = globalns
        for name, value in annotations.items():
            hints[name] = _evaluated(type(None) if value is None else value, globalns, localns)
    if include_extras:
        return hints
    return {name: _stripped(hint) for name, hint in hints.items()}


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, _PlainAlias, _Alias, typing.ParamSpecArgs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return _PlainUnion if isinstance(tp, _PlainUnion) else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, _PlainAlias)):
        args = tp.__args__
        if isinstance(tp, _CallableAlias) or tp.__origin__.__class__ is type(object) and \
                getattr(tp.__origin__, "__name__", "") == "Callable":
            first = args[0]
            if not (len(args) == 2 and (first is ... or isinstance(first, (ParamSpec, list)) or
                                        getattr(first, "__origin__", None) is Concatenate)):
                args = (list(args[:-1]), args[-1])
        return args
    return tp.__args__ if isinstance(tp, _PlainUnion) else ()


# --- for type checkers ---

_overloads = {}


def overload(func):
    def _overload_dummy(*args, **kwds):
        raise NotImplementedError(
            "You should not call an overloaded function. A series of @overload-decorated "
            "functions outside a stub module should always be followed by an implementation that "
            "is not @overload-ed.")
    f = getattr(func, "__func__", func)
    try:
        key = f.__module__, f.__qualname__
    except AttributeError:
        return _overload_dummy
    _overloads.setdefault(key, {})[f.__code__.co_firstlineno] = func
    return _overload_dummy


def get_overloads(func):
    f = getattr(func, "__func__", func)
    return list(_overloads.get((f.__module__, f.__qualname__), {}).values())


def clear_overloads():
    _overloads.clear()


def no_type_check(arg):
    if isinstance(arg, type):
        for value in list(arg.__dict__.values()):
            if hasattr(value, "__code__"):
                value.__no_type_check__ = True
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    from functools import wraps

    @wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False,
                        frozen_default=False, field_specifiers=(), **kwargs):
    facts = {"eq_default": eq_default, "order_default": order_default,
             "kw_only_default": kw_only_default, "frozen_default": frozen_default,
             "field_specifiers": field_specifiers, "kwargs": kwargs}

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = facts
        return cls_or_fn
    return decorator


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def reveal_type(obj, /):
    import sys
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    value = repr(arg)
    raise AssertionError("Expected code to be unreachable, but got: "
                         f"{value if len(value) <= 100 else value[:100] + '...'}")
