# contextvars: variables whose values belong to a context. Each asyncio task, each callback of its
# loop and each thread runs in a context of its own; see `_run_once` in lib/asyncio/loop.py.
import sys

try:
    from _thread import _locals as _own
except ImportError:
    _only = {}

    def _own():
        """What belongs to the running thread, here the only one."""
        return _only

_absent = object()


def _context():
    own = _own()
    context = own.get("context")
    if context is None:
        context = own["context"] = Context()
        context._entered = True
    return context


class Context:
    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        own = _own()
        previous = _context()
        self._entered = True
        own["context"] = self
        try:
            return callable(*args, **kwargs)
        finally:
            own["context"] = previous
            self._entered = False

    def copy(self):
        new = Context()
        new._values = self._values.copy()
        return new

    def _checked(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
        return var

    def __getitem__(self, var):
        return self._values[self._checked(var)]

    def __contains__(self, var):
        return self._checked(var) in self._values

    def get(self, var, default=None):
        return self._values.get(self._checked(var), default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    __hash__ = None

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


class Token:
    MISSING = type("Token.MISSING", (), {"__repr__": lambda self: "<Token.MISSING>"})()

    def __init__(self, context, var, old_value):
        self._context, self.var, self.old_value, self._used = context, var, old_value, False

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self.var!r} at {id(self):#x}>"

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class ContextVar:
    __slots__ = ("_name", "_default")

    def __init__(self, name, *, default=_absent):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name, self._default = name, default

    @property
    def name(self):
        return self._name

    def get(self, *default):
        if len(default) > 1:
            raise TypeError(f"get expected at most 1 argument, got {len(default)}")
        value = _context()._values.get(self, _absent)
        if value is not _absent:
            return value
        if default:
            return default[0]
        if self._default is _absent:
            raise LookupError(self)
        return self._default

    def set(self, value):
        context = _context()
        token = Token(context, self, context._values.get(self, Token.MISSING))
        context._values[self] = value
        return token

    def reset(self, token):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _context()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token.old_value is Token.MISSING:
            context._values.pop(self, None)
        else:
            context._values[self] = token.old_value

    def __repr__(self):
        default = "" if self._default is _absent else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def copy_context():
    return _context().copy()


# --- asyncio ---

# Runs what stands in the loop's queue: in the context it was made in or, if that was before this
# module was imported, in a fresh one.
def _step(item):
    context = item._context
    if context is None:
        context = item._context = Context()
    context.run(item._step)


def _attach(loop):
    loop._copy_context, loop._step_in_context = copy_context, _step


if "asyncio.loop" in sys.modules:
    _attach(sys.modules["asyncio.loop"]._loop)
