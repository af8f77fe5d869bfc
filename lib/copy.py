# copy: shallow and deep copies.
#
# What cannot change, and functions, classes and modules, is its own copy. A class's __copy__,
# __deepcopy__, __reduce_ex__ or __reduce__ is asked; else an instance is made without __init__ and
# gets the other's attributes and slots (or what __getstate__ says, through __setstate__).


class Error(Exception):
    pass


error = Error

_atomic = {type(None), int, float, bool, complex, str, bytes, tuple, frozenset, type, range, slice,
           type(...), type(NotImplemented), type(len), type(lambda: 0), property}
_containers = (list, dict, set, bytearray)
_bases = (int, float, complex, str, bytes, tuple, frozenset, list, dict, set, bytearray,
          BaseException)


def copy(x):
    cls = type(x)
    if cls in _atomic:
        return x
    if cls in _containers:
        return x.copy()
    if issubclass(cls, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    parts = _reduced(x)
    if parts is not None:
        return x if isinstance(parts, str) else _rebuild(x, None, *parts)
    return _copy_instance(x, cls, None)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _atomic and cls is not tuple and cls is not frozenset:
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    if cls is list:
        y = memo[id(x)] = []
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = memo[id(x)] = {}
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        y = _deepcopy_tuple(x, memo)
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        y = x.copy()
    elif issubclass(cls, type):
        y = x
    else:
        y = _deepcopy_object(x, cls, memo)
    if y is not x:
        memo[id(x)] = y
        memo.setdefault(id(memo), []).append(x)  # so that its id stays its own
    return y


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo:  # a tuple within itself
        return memo[id(x)]
    return x if all(map(lambda a, b: a is b, items, x)) else tuple(items)


def _deepcopy_object(x, cls, memo):
    method = getattr(cls, "__deepcopy__", None)
    if method is not None:
        return method(x, memo)
    parts = _reduced(x)
    if parts is not None:
        return x if isinstance(parts, str) else _rebuild(x, memo, *parts)
    if hasattr(x, "__func__") and hasattr(x, "__self__"):
        return cls(x.__func__, deepcopy(x.__self__, memo))
    return _copy_instance(x, cls, memo)


def _reduced(x):
    from copyreg import dispatch_table
    cls = type(x)
    reduce = dispatch_table.get(cls)
    if reduce is not None:
        return reduce(x)
    for name in ("__reduce_ex__", "__reduce__"):
        if hasattr(cls, name) and getattr(cls, name) is not getattr(object, name, None):
            return x.__reduce_ex__(4) if name == "__reduce_ex__" else x.__reduce__()
    return None


def _rebuild(x, memo, func, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
        state = deepcopy(state, memo)
    if state is not None:
        _set_state(y, state)
    for item in items or ():
        y.append(deepcopy(item, memo) if deep else item)
    for key, value in pairs or ():
        y[deepcopy(key, memo) if deep else key] = deepcopy(value, memo) if deep else value
    return y


def _set_state(y, state):
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        y.__dict__.update(state)
    for name, value in (slots or {}).items():
        setattr(y, name, value)


def _slot_values(x, cls):
    values = {}
    for base in cls.__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{base.__name__.lstrip('_')}{name}"
            if hasattr(x, name):
                values[name] = getattr(x, name)
    return values


def _state_of(x, cls):
    get = getattr(cls, "__getstate__", None)
    if get is not None and get is not getattr(object, "__getstate__", None):
        return get(x)
    state = getattr(x, "__dict__", None)
    slots = _slot_values(x, cls)
    return (state, slots) if slots else state


# Whether instances hold nothing but attributes, slots and the value of a class of _bases.
def _is_known(cls):
    return all(issubclass(base, _bases) or base is object or base.__module__ == "typing" or
               hasattr(base, "__annotations__")  # made by a class statement
               for base in cls.__mro__)


# A new instance with the same value of the built-in class that `cls` derives from.
def _bare_copy(x, cls, memo):
    if not _is_known(cls):
        if callable(x):
            return x
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    base = next((b for b in _bases if issubclass(cls, b)), None)
    args, keywords = (), {}
    if base is None:
        if hasattr(cls, "__getnewargs_ex__"):
            args, keywords = cls.__getnewargs_ex__(x)
        elif hasattr(cls, "__getnewargs__"):
            args = cls.__getnewargs__(x)
    elif base is BaseException:
        args = x.args
    elif base in (tuple, frozenset) and hasattr(cls, "__getnewargs__"):
        args = cls.__getnewargs__(x)
    elif base not in _containers:
        args = (base(x),)
    return cls.__new__(cls, *(args if memo is None else deepcopy(args, memo)), **keywords)


def _copy_instance(x, cls, memo):
    y = _bare_copy(x, cls, memo)
    if y is x:
        return x
    deep = memo is not None
    if deep:
        memo[id(x)] = y
    state = _state_of(x, cls)
    if deep:
        state = deepcopy(state, memo)
    if isinstance(x, list):
        list.extend(y, [deepcopy(item, memo) for item in x] if deep else x)
    elif isinstance(x, dict):
        for key, value in dict.items(x):
            y[deepcopy(key, memo) if deep else key] = deepcopy(value, memo) if deep else value
    elif isinstance(x, set):
        set.update(y, [deepcopy(item, memo) for item in x] if deep else x)
    elif isinstance(x, bytearray):
        bytearray.extend(y, x)
    if state is not None:
        _set_state(y, state)
    return y
