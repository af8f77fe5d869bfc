# What random programs may call: fuel that makes them end, a log that makes the order of evaluation
# visible, and objects with which statements can be tried. Runs in CPython and in Krait alike.
LOG = []
# What is left for a call of attempt(), how many of those are under way, what is left in all.
FUEL = [60, 0, 1500]


class OutOfFuel(BaseException):
    pass


def burn():
    FUEL[0] -= 1
    FUEL[2] -= 1
    if FUEL[0] < 0 or FUEL[2] < 0:
        raise OutOfFuel()


def t(mark, value):
    """The value; that it was asked for is noted."""
    if len(LOG) < 3000:
        LOG.append(mark)
    return value


def text_of(v, depth=3):
    """repr() without what differs from run to run: addresses, the order of sets."""
    if depth == 0:
        return "..."
    if isinstance(v, (bool, int, float, str, bytes, complex, type(None), type(...), range)):
        if isinstance(v, int) and not -(1 << 4000) < v < 1 << 4000:
            return "huge"
        return repr(v)
    if isinstance(v, dict):
        parts = [text_of(k, depth - 1) + ": " + text_of(w, depth - 1) for k, w in v.items()]
        return "{" + ", ".join(parts[:40]) + "}"
    if isinstance(v, (set, frozenset)):
        return type(v).__name__ + "(" + ", ".join(sorted([text_of(w, depth - 1) for w in v])) + ")"
    if isinstance(v, (list, tuple)):
        parts = [text_of(w, depth - 1) for w in v[:40]]
        return type(v).__name__ + "(" + ", ".join(parts) + ")"
    if isinstance(v, BaseExceptionGroup):
        return type(v).__name__ + text_of(list(v.exceptions), depth - 1)
    if isinstance(v, BaseException):
        return type(v).__name__
    if isinstance(v, type):
        return "class " + v.__name__
    if isinstance(v, Thing):
        return "Thing(" + text_of(v.__dict__, depth - 1) + ")"
    return "<" + type(v).__name__ + ">"


def show(*values):
    t(" ".join([text_of(v) for v in values]), None)


def lines_of(e):
    """Where the exception came through, as lines of the program."""
    lines, tb = [], e.__traceback__
    while tb:
        if tb.tb_frame.f_code.co_filename == "<program>":
            lines.append(tb.tb_lineno)
        tb = tb.tb_next
    return lines[:3] + lines[-3:] if len(lines) > 6 else lines


def attempt(f, *a, **k):
    """Calls, runs what is a generator or a coroutine, and shows what came of it."""
    FUEL[1] += 1
    try:
        result = f(*a, **k)
        if hasattr(result, "send"):
            result = drive(result)
        elif hasattr(result, "__anext__"):
            result = drive(gather(result))
        show("result", result)
    except Exception as e:
        show("raised", e, e.__cause__, e.__context__, lines_of(e))
    except OutOfFuel:
        show("out of fuel")
    FUEL[1] -= 1
    if FUEL[1] == 0:
        FUEL[0] = 60


def drive(g):
    """Runs a generator or coroutine: values are sent, now and then something is thrown."""
    keep(g)
    seen = []
    try:
        value = g.send(None)
        for step in range(12):
            seen.append(value)
            value = g.throw(KeyError(step)) if step == 4 else g.send(step)
        g.close()
        seen.append("closed")
    except StopIteration as e:
        seen.append(e.value)
    return seen


async def gather(a):
    return [v async for v in keep(a)]


KEPT = []


def keep(g):
    """Generators live to the end: what their end runs is not a matter of when memory is freed."""
    KEPT.append(g)
    return g


class Pause:
    """Something to await: hands a value to whoever drives."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


async def slow(value):
    return (await Pause(value)), value


async def count(n):
    for i in range(n):
        await Pause(i)
        yield i


class Thing:
    """Attributes, items, operators, contexts: what statements can use of an object."""

    __match_args__ = ("a", "b")

    def __init__(self, a=1, b=2):
        self.a, self.b = a, b

    def __getitem__(self, key):
        return (self.a, key if isinstance(key, (int, str)) else "slice")

    def __setitem__(self, key, value):
        self.a = value

    def __delitem__(self, key):
        self.b = 0

    def __iadd__(self, other):
        self.b = other
        return self

    def __add__(self, other):
        return other

    __radd__ = __add__

    def __eq__(self, other):
        return isinstance(other, Thing) and self.a == other.a

    def __hash__(self):
        return 7

    def __enter__(self):
        t("enter", None)
        return self.a

    def __exit__(self, kind, value, tb):
        t("exit " + (kind.__name__ if kind else "-"), None)
        return self.b == 3

    async def __aenter__(self):
        t("aenter", await Pause(1))
        return self.a

    async def __aexit__(self, kind, value, tb):
        t("aexit " + (kind.__name__ if kind else "-"), await Pause(2))
        return self.b == 3

    def method(self, x=0, *rest, k=5, **more):
        return (self.a, x, rest, k, sorted(more))


def twice(f):
    t("decorated", None)
    return f


def tagged(value):
    def decorate(f):
        t(value, None)
        return f
    return decorate
