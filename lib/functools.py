# functools: what the module _functools (in C++) has, and the rest: wrapping, ordering, dispatch.
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__",
                       "__type_params__")
WRAPPER_UPDATES = ("__dict__",)
_absent = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _absent)
        if value is not _absent:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- caches ---

def lru_cache(maxsize=128, typed=False):
    from collections import namedtuple
    info = namedtuple("CacheInfo", ("hits", "misses", "maxsize", "currsize"), module=__name__)
    parameters = {"maxsize": maxsize, "typed": typed}

    def decorate(function):
        wrapper = _lru_cache_wrapper(function, parameters["maxsize"], typed, info)
        wrapper.cache_parameters = parameters.copy
        return update_wrapper(wrapper, function)

    if callable(maxsize) and isinstance(typed, bool):
        function = maxsize
        parameters["maxsize"] = 128
        return decorate(function)
    if maxsize is not None:
        if not isinstance(maxsize, int):
            raise TypeError("Expected first argument to be an integer, a callable, or None")
        parameters["maxsize"] = max(maxsize, 0)
    return decorate


def cache(user_function, /):
    return lru_cache(None)(user_function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to "
                            f"cache {name!r} property.") from None
        value = cache.get(name, _absent)
        if value is _absent:
            value = self.func(instance)
            setattr(instance, name, value) if cache is not instance.__dict__ else \
                cache.__setitem__(name, value)
        return value

    __class_getitem__ = classmethod(lambda cls, item: _alias(cls, item))


def _alias(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


# --- total_ordering ---

# For the comparison a class has, how the three others follow from it: whether its result is
# negated, and what equality adds to it (as `or` or as `and not`).
def _derived(op, negate, equality):
    def compare(self, other):
        result = getattr(type(self), op)(self, other)
        if result is NotImplemented:
            return result
        if negate:
            result = not result
        if equality is None:
            return result
        return result or self == other if equality else result and self != other
    return compare


_orders = {
    "__lt__": (("__gt__", True, False), ("__le__", False, True), ("__ge__", True, None)),
    "__le__": (("__ge__", True, True), ("__lt__", False, False), ("__gt__", True, None)),
    "__gt__": (("__lt__", True, False), ("__ge__", False, True), ("__le__", True, None)),
    "__ge__": (("__le__", True, True), ("__gt__", False, False), ("__lt__", True, None)),
}


def total_ordering(cls):
    roots = [op for op in _orders
             if any(op in c.__dict__ for c in cls.__mro__ if c is not object)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = next(op for op in ("__lt__", "__le__", "__gt__", "__ge__") if op in roots)
    for name, negate, equality in _orders[root]:
        if name not in roots:
            compare = _derived(root, negate, equality)
            compare.__name__ = name
            compare.__qualname__ = f"{cls.__qualname__}.{name}"
            setattr(cls, name, compare)
    return cls


# --- partialmethod ---

class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"functools.partialmethod({', '.join(parts)})"

    def __get__(self, obj, cls=None):
        bind = getattr(type(self.func), "__get__", None)
        if bind is not None:
            bound = bind(self.func, obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                if hasattr(bound, "__self__"):
                    result.__self__ = bound.__self__
                return result

        def method(self_, /, *args, **keywords):
            return self.func(self_, *self.args, *args, **{**self.keywords, **keywords})
        method.__partialmethod__ = self
        method.__isabstractmethod__ = self.__isabstractmethod__
        return method.__get__(obj, cls) if obj is not None else method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(_alias)


# --- dispatch by type ---

# The most specific of the registered classes that `cls` is a subclass of; those it really inherits
# from go before those it is registered with.
def _find_implementation(cls, registry):
    matches = [t for t in registry if issubclass(cls, t)]
    best = [t for t in matches
            if not any(u is not t and issubclass(u, t) and not issubclass(t, u) for u in matches)]
    if len(best) > 1:
        inherited = [t for t in cls.__mro__ if t in best]
        best = inherited[:1] or best
    if len(best) > 1:
        raise RuntimeError(f"Ambiguous dispatch: {best[0]} or {best[1]}")
    return registry[best[0]] if best else None


def _union_members(cls):
    from types import UnionType
    if isinstance(cls, UnionType) or getattr(cls, "__origin__", None).__class__.__name__ == \
            "_SpecialForm":
        return cls.__args__
    return None


def _annotated_class(func):
    annotations = getattr(func, "__annotations__", {})
    if not annotations:
        raise TypeError(f"Invalid first argument to `register()`: {func!r}. Use either "
                        "`@register(some_class)` or plain `@register` on an annotated function.")
    from typing import get_type_hints
    name, cls = next(iter(get_type_hints(func).items()))
    if not isinstance(cls, type) and not _union_members(cls):
        raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
    return cls


def singledispatch(func):
    registry, found = {object: func}, {}
    token = None  # what the ABCs' registrations were when `found` was filled

    def dispatch(cls):
        nonlocal token
        if token is not None:
            from abc import get_cache_token
            now = get_cache_token()
            if now != token:
                found.clear()
                token = now
        implementation = found.get(cls)
        if implementation is None:
            implementation = registry.get(cls) or _find_implementation(cls, registry)
            found[cls] = implementation
        return implementation

    def register(cls, func=None):
        nonlocal token
        members = _union_members(cls) or (cls,)
        if not all(isinstance(member, type) for member in members):
            if func is not None:
                raise TypeError("Invalid first argument to `register()`. "
                                f"{cls!r} is not a class or union type.")
            func, cls = cls, _annotated_class(cls)
            members = _union_members(cls) or (cls,)
        elif func is None:
            return lambda f: register(cls, f)
        for member in members:
            registry[member] = func
            if token is None and hasattr(member, "__abstractmethods__"):
                from abc import get_cache_token
                token = get_cache_token()
        found.clear()
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    from types import MappingProxyType
    name = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            if not args:
                raise TypeError(f"{method.__name__} requires at least 1 positional argument")
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **keywords)
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
