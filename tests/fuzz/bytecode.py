# Bytecode: what marshal refuses is not run; what it takes can be run without harm. The input's
# bytes change the bytes of a program: pairs of place and value, behind a byte that chooses it.
import marshal

PROGRAMS = (
    "def f(a, b=2, *c, d=4, **e):\n"
    "    t = [x * a for x in range(b) if x]\n"
    "    try:\n"
    "        t[9]\n"
    "    except (IndexError, KeyError) as err:\n"
    "        t.append(str(err))\n"
    "    finally:\n"
    "        t.extend(c)\n"
    "    return {**e, 'd': d}, t\n"
    "r = f(3, 4, 5, 6, d=7, z=8)\n",
    "class A:\n"
    "    x: int = 1\n"
    "    def m(self, n):\n"
    "        def g():\n"
    "            nonlocal n\n"
    "            n += self.x\n"
    "            return f'{n!r:>{self.x}}'\n"
    "        return [g() for _ in 'ab']\n"
    "class B(A):\n"
    "    def m(self, n):\n"
    "        return super().m(n) + [n]\n"
    "r = B().m(5)\n",
    "def g(n):\n"
    "    i = 0\n"
    "    while i < n:\n"
    "        got = yield i, locals()\n"
    "        i += 1 if got is None else got\n"
    "    return (yield from (y for y in 'xy'))\n"
    "def h(s):\n"
    "    match s:\n"
    "        case {'k': [a, *b], **r}: return a, b, r\n"
    "        case [int(x), str() as y]: return x, y\n"
    "        case _: return None\n"
    "r = list(g(3)), h({'k': [1, 2], 'z': 0}), h([1, 'q'])\n"
    "with open as o, o: del o[1:2], r\n",
    "try:\n"
    "    raise ExceptionGroup('g', [ValueError(1), KeyError(2)])\n"
    "except* ValueError as e:\n"
    "    a, (b, *c) = 1, 'xyz'\n"
    "except* KeyError: pass\n"
    "async def co():\n"
    "    async with A() as b:\n"
    "        return [x async for x in b]\n"
    "d = {i: {i, *'ab'} for i in (1, 2)}\n"
    "r = d[1] - d[2], not d, -len(d), lambda: d\n",
)
FILES = tuple(marshal.dumps(compile(text, "<fuzz>", "exec")) for text in PROGRAMS)
FIXED = 8  # magic and version: the rest is what the reader has to judge
REFUSED = (ValueError, EOFError, TypeError)


def one(data):
    if not data:
        return
    changed = bytearray(FILES[data[0] % len(FILES)])
    for i in range(1, len(data) - 2, 3):
        place = (data[i] | data[i + 1] << 8) % (len(changed) - FIXED)
        changed[FIXED + place] = data[i + 2]
    try:
        code = marshal.loads(changed)
    except REFUSED:
        return
    if type(code) is not type(one.__code__):
        return
    # What it does is its own business; a file it would open is not.
    space = {"__builtins__": {}, "open": None}
    try:
        exec(code, space)
    except BaseException:
        pass
    for value in list(space.values()):
        try:
            list(value(1))
        except BaseException:
            pass
