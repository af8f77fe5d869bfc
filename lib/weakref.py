"""References that do not keep their object alive, and containers of such references."""

from _weakref import ref, getweakrefcount, getweakrefs

ReferenceType = ref


def _dead():
    raise ReferenceError("weakly-referenced object no longer exists")


def _target(self):
    target = object.__getattribute__(self, "_proxy_ref")()
    return _dead() if target is None else target


def _operation(name):
    # Through the operator, so that the other operand's method gets its turn as well.
    import operator

    function = getattr(operator, name)

    def method(self, other):
        if isinstance(other, ProxyType):
            other = _target(other)
        return function(_target(self), other)

    def reflected(self, other):
        return function(other, _target(self))

    return method, reflected


class ProxyType:
    """Stands for an object that it does not keep alive."""

    __slots__ = ("_proxy_ref",)
    __hash__ = None

    def __init__(self, object_, callback=None):
        note = None if callback is None else lambda _: callback(self)
        object.__setattr__(self, "_proxy_ref", ref(object_, note))

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __bool__(self):
        return bool(_target(self))

    def __str__(self):
        return str(_target(self))

    def __repr__(self):
        target = _target(self)
        return f"<weakproxy at {hex(id(self))} to {type(target).__name__} at {hex(id(target))}>"

    def __len__(self):
        return len(_target(self))

    def __contains__(self, item):
        return item in _target(self)

    def __iter__(self):
        return iter(_target(self))

    def __next__(self):
        return next(_target(self))

    def __getitem__(self, key):
        return _target(self)[key]

    def __setitem__(self, key, value):
        _target(self)[key] = value

    def __delitem__(self, key):
        del _target(self)[key]

    def __neg__(self):
        return -_target(self)

    def __abs__(self):
        return abs(_target(self))

    def __int__(self):
        return int(_target(self))

    def __float__(self):
        return float(_target(self))

    def __enter__(self):
        return _target(self).__enter__()

    def __exit__(self, *args):
        return _target(self).__exit__(*args)


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


def _add_operations():
    for name in "add sub mul truediv floordiv mod pow and_ or_ xor lshift rshift".split():
        special = name.rstrip("_")
        method, reflected = _operation(name)
        setattr(ProxyType, f"__{special}__", method)
        setattr(ProxyType, f"__r{special}__", reflected)
    for name in "eq ne lt le gt ge".split():
        setattr(ProxyType, f"__{name}__", _operation(name)[0])


_operations_are_there = False


def proxy(object, callback=None, /):
    """A proxy of the object; using it after the object's death is a ReferenceError."""
    global _operations_are_there
    if not _operations_are_there:
        _operations_are_there = True
        _add_operations()
    return (CallableProxyType if callable(object) else ProxyType)(object, callback)


ProxyTypes = (ProxyType, CallableProxyType)


class WeakMethod(ref):
    """A reference to a bound method: dead as soon as its object is."""

    def __new__(cls, method, callback=None):
        try:
            object_, function = method.__self__, method.__func__
        except AttributeError:
            raise TypeError(
                f"argument should be a bound method, not {type(method)}"
            ) from None

        def note(_):
            me = here()
            if me is not None and me._alive:
                me._alive = False
                if callback is not None:
                    callback(me)

        self = ref.__new__(cls, object_, note)
        self._function = ref(function, note)
        self._method_type = type(method)
        self._alive = True
        here = ref(self)
        return self

    def __init__(self, method, callback=None):
        pass

    def __call__(self):
        object_, function = super().__call__(), self._function()
        if object_ is None or function is None:
            return None
        return self._method_type(function, object_)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A reference that knows the key it stands for."""

    def __new__(cls, object_, callback, key):
        self = ref.__new__(cls, object_, callback)
        self.key = key
        return self

    def __init__(self, object_, callback, key):
        pass


class _WeakMapping:
    """What the two weak dictionaries do alike, on top of items(), __getitem__ and the like."""

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except (KeyError, TypeError):
            return False
        return True

    def __iter__(self):
        return self.keys()

    def keys(self):
        for key, _ in self.items():
            yield key

    def values(self):
        for _, value in self.items():
            yield value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    def update(self, other=(), /, **kwargs):
        pairs = other.items() if hasattr(other, "items") else other
        for key, value in pairs:
            self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key, value in self.items():
            del self[key]
            return key, value
        raise KeyError("popitem(): dictionary is empty")

    def clear(self):
        self.data.clear()

    def copy(self):
        new = type(self)()
        new.update(self)
        return new

    __copy__ = copy

    def __len__(self):
        return sum(1 for _ in self.items())

    def __eq__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    def __or__(self, other):
        new = self.copy()
        new.update(other)
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return f"<{type(self).__name__} at {hex(id(self))}>"


class WeakValueDictionary(_WeakMapping):
    """A mapping whose entries go when their value does."""

    def __init__(self, other=(), /, **kwargs):
        self.data = data = {}

        def remove(reference):
            if data.get(reference.key) is reference:
                del data[reference.key]

        self._remove = remove
        self.update(other, **kwargs)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        return iter(self.valuerefs())


class WeakKeyDictionary(_WeakMapping):
    """A mapping whose entries go when their key does."""

    def __init__(self, other=None, /):
        self.data = data = {}

        def remove(reference):
            data.pop(reference, None)

        self._remove = remove
        if other is not None:
            self.update(other)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self):
        return list(self.data)


class WeakSet:
    """A set whose members go when nobody else refers to them."""

    def __init__(self, data=()):
        self.data = refs = set()
        self._remove = refs.discard
        self.update(data)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return sum(1 for _ in self)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def pop(self):
        while self.data:
            item = self.data.pop()()
            if item is not None:
                return item
        raise KeyError("pop from empty WeakSet")

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def union(self, other):
        new = self.copy()
        new.update(other)
        return new

    __or__ = union

    def difference(self, other):
        other = list(other)
        return type(self)(item for item in self if item not in other)

    __sub__ = difference

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    __and__ = intersection

    def symmetric_difference(self, other):
        other = type(self)(other)
        return self.difference(other).union(other.difference(self))

    __xor__ = symmetric_difference

    def issubset(self, other):
        return all(item in other for item in self)

    __le__ = issubset

    def issuperset(self, other):
        return all(item in self for item in other)

    __ge__ = issuperset

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return set(self) == set(other)

    def __repr__(self):
        return repr(self.data)


class finalize:
    """Calls func(*args, **kwargs) when obj dies, or at the program's end, or when it is called."""

    __slots__ = ()
    _registry = {}
    _is_at_exit = False

    def __init__(self, obj, func, /, *args, **kwargs):
        registry = finalize._registry
        info = _Finalizer(ref(obj, self), func, args, kwargs)
        if not finalize._is_at_exit:
            import atexit

            atexit.register(finalize._run_at_exit)
            finalize._is_at_exit = True
        registry[self] = info

    def __call__(self, _=None):
        info = finalize._registry.pop(self, None)
        if info:
            return info.func(*info.args, **info.kwargs)

    def detach(self):
        info = finalize._registry.get(self)
        obj = info and info.reference()
        if obj is not None and finalize._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs

    def peek(self):
        info = finalize._registry.get(self)
        obj = info and info.reference()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs

    @property
    def alive(self):
        return self in finalize._registry

    @property
    def atexit(self):
        info = finalize._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = finalize._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = finalize._registry.get(self)
        obj = info and info.reference()
        here = f"<{type(self).__name__} object at {hex(id(self))}"
        if obj is None:
            return here + "; dead>"
        return f"{here}; for {type(obj).__name__!r} at {hex(id(obj))}>"

    @staticmethod
    def _run_at_exit():
        while True:
            waiting = [f for f, info in finalize._registry.items() if info.atexit]
            if not waiting:
                return
            waiting[-1]()


class _Finalizer:
    __slots__ = ("reference", "func", "args", "kwargs", "atexit")

    def __init__(self, reference, func, args, kwargs):
        self.reference = reference
        self.func = func
        self.args = args
        self.kwargs = kwargs
        self.atexit = True
