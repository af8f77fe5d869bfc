"""os.environ and what belongs to it, and paths as bytes."""

import os


class _Environ:
    """A mapping that shows the environment and changes it."""

    def _all(self):
        return dict(os._variables()) if hasattr(os, "_variables") else {}

    def __getitem__(self, key):
        if not isinstance(key, str):
            raise TypeError("str expected, not %s" % type(key).__name__)
        value = os.getenv(key) if hasattr(os, "getenv") else None
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        for part in (key, value):
            if not isinstance(part, str):
                raise TypeError("str expected, not %s" % type(part).__name__)
        os.putenv(key, value)

    def __delitem__(self, key):
        self[key]
        os.unsetenv(key)

    def __iter__(self):
        return iter(self._all())

    def __len__(self):
        return len(self._all())

    def __contains__(self, key):
        return isinstance(key, str) and key in self._all()

    def __eq__(self, other):
        return self._all() == (other._all() if isinstance(other, _Environ) else other)

    __hash__ = None

    def __repr__(self):
        pairs = ", ".join("%r: %r" % pair for pair in self.items())
        return "environ({%s})" % pairs

    def __or__(self, other):
        return self._all() | dict(other)

    def __ior__(self, other):
        self.update(other)
        return self

    def keys(self):
        return self._all().keys()

    def values(self):
        return self._all().values()

    def items(self):
        return self._all().items()

    def copy(self):
        return self._all()

    def get(self, key, default=None):
        return self[key] if key in self else default

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    _none = object()

    def pop(self, key, default=_none):
        if key not in self and default is not self._none:
            return default
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError("popitem(): mapping is empty")

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), **more):
        pairs = other.items() if hasattr(other, "items") else other
        for key, value in pairs:
            self[key] = value
        for key, value in more.items():
            self[key] = value


environ = _Environ()


def fsencode(filename):
    path = os.fspath(filename)
    return path.encode() if isinstance(path, str) else path


def fsdecode(filename):
    path = os.fspath(filename)
    return path if isinstance(path, str) else bytes(path).decode()


class _PathMeta(type):
    def __instancecheck__(cls, instance):
        return hasattr(type(instance), "__fspath__")

    def __subclasscheck__(cls, subclass):
        return hasattr(subclass, "__fspath__")


class PathLike(metaclass=_PathMeta):
    def __fspath__(self):
        raise NotImplementedError
