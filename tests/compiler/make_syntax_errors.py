#!/usr/bin/env python3.12
"""Writes syntax_errors.inc: wrong programs and what CPython 3.12 says about each.

Run by hand with CPython 3.12 when programs are added: make_syntax_errors.py > syntax_errors.inc
"""

import sys
import warnings

warnings.simplefilter("ignore")

# One program a line; \\n and \\t stand for line end and tab.
PROGRAMS = r'''
x = 1 +
x = (1 +
x = [1, 2
x = {1: 2
foo(1, 2
foo(a b)
foo(a, b c)
[a b]
(a b)
{a: b c: d}
{a: b, c}
{a: , b}
{a b}
x = 'abc
x = "abc
x = f'abc
x = f'{a'
x = f'{}'
x = f'{a!x}'
x = f'{a!}'
x = f'}'
x = f'{a b}'
x = f'{lambda x: 1}'
x = f'{=}'
x = f'{!r}'
x = f'{a:{b}'
if x = 3: pass
if x
while x
for x in y
for x y: pass
class A
def f()
def f
def f(
def f(a, b
else: pass
elif x: pass
try: pass
try: pass\nx = 1
try: pass\nexcept A, B: pass
try: pass\nexcept: pass\nexcept A: pass
try: pass\nexcept A: pass\nexcept* B: pass
try: pass\nexcept*: pass
if x:\npass
while x:\npass
for x in y:\npass
def f():\npass
class A:\npass
with a:\npass
try:\npass
try: pass\nexcept:\npass
try: pass\nexcept A:\npass
try: pass\nexcept* A:\npass
try: pass\nfinally:\npass
if x: pass\nelse:\npass
if x: pass\nelif y:\npass
match a:\npass
match a:\n case 1:\n pass
match a:\n case _: pass\n case 1: pass
match a:\n case x: pass\n case 1: pass
match a:\n case x | 1: pass
match a:\n case A(a=1, b): pass
match a:\n case A(a=1, a=2): pass
match a:\n case 1 as _: pass
match a:\n case 1 as a.b: pass
match a:\n case 1 + 2: pass
match a:\n case [*a, *b]: pass
  x = 1
x = 1\n  y = 2
if x:\n    a\n  b
if x:\n\ta\n        b
1 = x
'a' = x
None = 1
True = 1
f() = 1
a + b = 1
a < b = 1
a and b = 1
not a = 1
-a = 1
(a, 1) = 2
[a, f()] = 2
a if b else c = 1
lambda: 1 = 2
[x for x in y] = 1
{x for x in y} = 1
{x: x for x in y} = 1
(x for x in y) = 1
{1} = 1
{1: 2} = 1
... = 1
f'{a}' = 1
a = 1 = b
a = f() = b
yield = 1
f() += 1
1 += 1
(a, b) += 1
a, b += 1
a + b += 1
None += 1
f(): int
(a, b): int
[a]: int
a, b: int
1: int
del f()
del 1
del a + b
del (a, 1)
del None
for 1 in x: pass
for f() in x: pass
for a, 1 in x: pass
with a as 1: pass
with a as f(): pass
f(a=1, b)
f(**a, b)
f(**a, *b)
f(a=1, a=2)
f(a.b=1)
f(True=1)
f(1=2)
f(a for a in b, c)
f(c, a for a in b)
f(a=)
f(x y)
def f(a=1, b): pass
def f(a, a): pass
def f(*): pass
def f(*, **k): pass
def f(**k, a): pass
def f(**k, *a): pass
def f(*a, *b): pass
def f(a, /, b, /): pass
def f(/): pass
def f(*a, /): pass
def f(*a=1): pass
def f(**a=1): pass
def f(a=): pass
def f((a, b)): pass
def f(1): pass
lambda a=1, b: 1
lambda (a, b): 1
lambda *: 1
print 1
print "a"
exec "a"
print a, b
a b
a 1
1 a
1a
0777
0x
0xg
0o8
0b2
1__a
1e
1.e
1.5abc
1jx
0_7
x = $
x = ?
x = a!b
x = )
x = (]
x = (\n]
x = “a”
x = a\u00a0b
x = 1 \\ 2
x = b'é'
x = 'a' b'b'
x = '\\x1'
x = '\\u12'
x = b'\\x1'
x := 1
(x.a := 1)
(f() := 1)
(a = 1)
(a.b = 1)
[a = 1]
if a = b: pass
if a.b = c: pass
while f() = c: pass
a if b
x = a if b
x = a if b else
import
import a.
import a as
from a import
from a import b,
from . import
from a import (b
from a import *, b
import a.b as c.d
return 1
def f(): return *a
x = *a
*a = 1
*a, *b = c
print(*a, **b) = 1
global
global 1
def f(x):\n global x
nonlocal x
def f():\n nonlocal x
class A:\n return 1
break
continue
yield 1
await x
def f():\n await x
async x
async def f
@
@a
@a\nx = 1
assert
raise a from
del
lambda x
a.1
a..b
a.
x[
x[]
x[1:2
x[a b]
f(**)
f(*)
[*a for a in b]
{**a for a in b}
[a, b for a in b]
(a, b for a in b)
[x for x in]
[x for x y]
[x for 1 in y]
[x for x in y if]
{a: *b}
{**a, b}
{a, **b}
{a, b: c}
type X
type X = 
def f[T: int, T](): pass
def f[*T: int](): pass
class A[T: (int]: pass
with a as b, : pass
with (a as b: pass
with: pass
pass a
break 1
a; ;
;
a,, b
(a,, b)
f(,)
f(a,,b)
a = = b
a === b
a <> b
a ! b
a not b
a is is b
not
a ++
if
class
class 1: pass
def 1(): pass
def f(): x = 
if a: if b: pass
if a: b: c: d
x = {\n'a': 1\n'b': 2\n}
x = [\n1\n2\n]
f(\na\nb\n)
def f(:\n pass
x = """abc
x = f"""abc
x = (1,\ny = 2\nz = 3
foo(a, b\nx = 1
x = (1, 2\ny = 3
print "hello"
print hello there
exec "x"
if x = 3:\n    pass
if x == 3\n    pass
while True\n    pass
for i in range(3)\n    pass
def f()\n    pass
class A\n    pass
def f(:\n    pass
x = "abc\ny = 1
x = (1]
x = [1)
x = (1,\n     2]
if True:\nprint(1)
def f():\nreturn 1
class A:\nx = 1
for i in x:\npass
try:\nx
with a as b:\nx
if x:\n    a\nelse:\nb
if x:\n    a\nelif y:\nb
try:\n    x\nexcept:\ny
try:\n    x\nfinally:\ny
try:\n    x\ny = 1
try:\n    x
if x:\n        a\n\tb
a, b c
f(a b)
f(a, b c, d)
[1, 2 3]
{1: 2, 3 4}
{1, 2 3}
{1: 2 3: 4}
{1:}
{1: 2, 3:}
{1: 2, 3}
{1: *a}
{**a, *b}
x = 5 +
x = * 3
x = None = 1
"a" = 1
f"{x}" = 1
[a, 1] = x
(a, f()) = x
lambda: 1 = x
{} = 1
{a} = 1
{1: 2} = x
a.b() = 2
[a] += 1
"x" += 1
a + 1 += 1
del *a
for x y in z: pass
for x in: pass
for x of y: pass
for in y: pass
with a as b\n    pass
import a as b.c
from a import (b, c
from a import b.c
from import a
from a import ()
import a from b
def f(*, a, /): pass
def f(a, 1): pass
def f(a b): pass
def f(None): pass
def 1f(): pass
def (a): pass
def f: pass
def f() -> : pass
lambda a, a: 1
lambda (a): 1
lambda x y: 1
f(None=1)
f(a+b=1)
f(x for x in y, 1)
f(1, x for x in y)
f(a, =1)
f(,a)
f(a := 1, b = 2, c := 3)
f(a for a in b, c for c in d)
class A(: pass
class A(B C): pass
def f():\n    await x
async for x in y: pass
async with x: pass
def f():\n    async with x: pass
def f():\n    async for x in y: pass
def f():\n    [x async for x in y]
async x = 1
if x: break
class A:\n    return 1
class A:\n    yield 1
class A:\n    break
for x in y:\n    def f():\n        continue
async def f():\n    yield from x
global x\nx = 1\ndef f():\n    x = 1\n    global x
def f():\n    print(x)\n    global x
def f(x):\n    global x
def f():\n    nonlocal x
def f():\n    x: int = 1\n    global x
(x.y := 1)
(x[0] := 1)
((a, b) := 1)
(1 := 2)
(None := 1)
[x := 1 for x in y]
[i := 0 for i, j in y]
class A:\n    [(x := 1) for y in z]
x = yield = 1
x = 1 if 2
x = 1 if 2 else
a ? b : c
x++
++x = 1
x = 1 && 2
x = a || b
!x
x <> y
x = $5
x = 5x
x = 0777
x = 0x
x = 0xg
x = 0b2
x = 0o8
x = 1e
x = 1.5e+
x = 1.2.3
x = 1abc
x = 0b101e
x = 1jx
x = 012
'a' b'b'
f'{'
f'{}'
f'{a'
f'}'
f'{a b}'
f'{a!x}'
f'{a!}'
f'{a!r:'
f'{a:{b'
f'{a=!}'
f'{!r}'
f'{:x}'
f'{=}'
f'{lambda x: 1}'
f'{a $ b}'
f'{*a}'
f'{**a}'
f'{a,}' f'{'
f"{a["b]}"
f'{1 +}'
f'{(1}'
f'{1)}'
f'{a!r b}'
f'{yield}'
f'abc
match x:\n    case 1\n        pass
match x\n    case 1: pass
match x:\ncase 1: pass
match x:\n    pass
match x:\n    case a | b: pass
match x:\n    case a: pass\n    case b: pass
match x:\n    case _: pass\n    case 1: pass
match x:\n    case [a, a]: pass
match x:\n    case {1: a, 1: b}: pass
match x:\n    case [*a, *b]: pass
match x:\n    case f(): pass\n    case f(a=1, 2): pass
match x:\n    case 1 + 2: pass
match x:\n    case -a: pass
match x:\n    case a.b(): pass\n    case 1 as 2: pass
match x:\n    case 1 as _: pass
match x:\n    case 1 as a.b: pass
match x:\n    case [1, 2 3]: pass
match x:\n    case 1:\n    pass
else:\n    x
elif x:\n    y
except:\n    y
finally:\n    y
case 1:\n    y
if x:\n    a\nelse\n    b
if x:\n    a\nelif y\n    b
if x:\n    a\nelse if y:\n    b
try\n    x\nexcept: pass
try:\n    x\nexcept\n    y
try:\n    x\nexcept A, B:\n    y
try:\n    x\nexcept A as 1:\n    y
try:\n    x\nexcept:\n    y\nexcept A:\n    z
try:\n    x\nexcept A:\n    y\nexcept* B:\n    z
try:\n    x\nexcept*:\n    y
try:\n    x\nexcept* A:\n    break
try:\n    x\nelse:\n    y
try:\n    x\nfinally\n    y
@\ndef f(): pass
@x\ny = 1
@x def f(): pass
raise x from
raise from x
raise x, y
assert x,
assert x, y, z
pass x
return
def f(): return *
x: int: 3
x, y: int
(x, y): int = 1
[x]: int
"a": int
a + b: int
*a
*a, *b = 1
a = *b
(*a)
print(*a, **)
x[1:2:3:4]
x[1
x.1
x.
x..y
.x
x = a.b c.d
foo(a, b for b in range(5), c)
foo(a, b=1, *c, d)
x = 1 2
x = "a" b
x = a "b"
print(a b)
print("a" b)
if x:
def f():
x = {\n  'a': 1\n  'b': 2\n}
x = [\n  1,\n  2\n  3\n]
foo(1,\n    2\nbar()
class A[T, T]: pass
def f[T](): \n    T := 3
from __future__ import braces
from __future__ import foo
x = 1\nfrom __future__ import annotations
__debug__ = 1
f(__debug__=1)
x.__debug__ = 1
def f(__debug__): pass
del __debug__
a = 1; b = 2; c d
[x for in y]
[for x in y]
[x if y for x in z]
[x, y for x in z]
{x, y for x in z}
{x: y, z for x in z}
{x: y for x in z, a}
[*x for x in y]
{*x: y for x in y}
(*x for x in y)
(x, y for x in z)
f(*x for x in y)
x = [a, b = 1]
x = {a: b = 1}
x = (a = 1)
f(a, (b = 1))
while x = 1: pass
if x.y = 1: pass
if x and y = 1: pass
if (x = 1): pass
return x = 1
assert x = 1
x == 1 = 2
with open(x) as f, open(y) as g\n    pass
with (open(x) as f, open(y) as g)\n    pass
with (open(x) as 1): pass
async def f()\n    pass
async def
await
def f():\n    x = yield = 1
x = yield
a = 3 4
x not y
x is is y
x in in y
a = b if c else d e
"abc".foo(
x = ((((((1)
{a: 1, b: 2, c}
{a, b: 1}
x = {a b}
print(1\nprint(2)
def f(a, b):\n    return a +
def f(self, x=1, y):\n    pass
x = lambda
for x in range(10):\n    print(x))
import a, b,
import a.b.c as
global x.y
nonlocal
def f(x, *, y, x): pass
try:\n    pass\nexcept (A, B) as e\n    pass
class C(A, B=): pass
class C(*): pass
0 = x = 1
x = 0 = 1
(a, b = 1)
f(**a b)
f(*a b)
f(a=1, b, c)
f(a=1, b, c, d=2)
f(a=1, b\n  , c)
{1: 2, a.b c}
{1: 2, a.b: c, d + e}
f(a=b c)
[a not b]
x = a not b
if (x and y = 1): pass
if not x = 1: pass
if x < y = 1: pass
if [x] = 1: pass
if (x, y) = 1: pass
if x + y = 1: pass
if "a" = 1: pass
if f(x) = 1: pass
if True = 1: pass
elif_ = 3 if x = 3 else 4
def f(a, b:): pass
def f(a, *): pass
def f(a, *, ): pass
lambda a, *, : 1
lambda *, **k: 1
f'{+}'
f'{)}'
f'{a +}'
f'{a.}'
f'{a b c}'
f'{for}'
f'{not}'
f'{a if b}'
f'{a!r:x} {'
f'{a!r}}'
f'{{}'
f'{a["x"}'
f'{a:{}}'
f'{a:{b!x}}'
f"{'a' 'b}"
f'{a;b}'
f'{import x}'
try x:\n    pass
def f() x:\n    pass
try:\n    x\nexcept: y\nfinally x:\n    y
if x:\n    y\nelse z:\n    w
lambda x: y z
import a.b from c
import a, b from c
from a import b from c
from a import b as c.d
from a import b,\nc = 1
from a import (b, c,, d)
from .. import
import .a
from a. import b
match x:\n    case {"a": 1, "a": 2}: pass
match x:\n    case {-1: 1, -1: 2}: pass
match x:\n    case {None: 1, None: 2}: pass
from __future__ import annotations, foo
from __future__ import print_function, division\nimport sys\nfrom __future__ import unicode_literals
def f():\n    from __future__ import annotations
x = 1; from __future__ import annotations
return\nyield
def f():\n    return\n        x = 1
def f():\n    x = 1\n      y = 2
class A:\n    def f(self):\n        pass\n   def g(self):\n        pass
if x:\n    pass\n    else:\n        pass
for x in y:\n    pass\n  else:\n    pass
def f():\n\tif x:\n        y
if True:\n    x = (1,\n  2)\n  y
x = [\n    1,\n    2,\ny = 3
def f(x):\n    print(x\n    return x
d = {\n    'a': 1,\n    'b': [1, 2,\n    'c': 3,\n}
print("hello)
print('it's')
print("say "hi" now")
x = "a" + 'b
for i = 0; i < 3: pass
def f(x) return x
def f[x]: pass
function f(): pass
let x = 1
x = new Foo()
var x
int x = 3
x -> y
x => y
a !== b
if a:: pass
if a: : pass
@foo.bar(\ndef f(): pass
foo(**{'a': 1}, *b)
foo(x=1, x=2, **y)
foo(x for x in y for z in w, a)
foo(a, b, c for c in d)
x = {a: b, **c, d}
x = {**a, b}
x = {a, **b}
x = {a, b: c}
x = {*a: b}
x = {a: b for a, b in c, d}
x = [a for a in b, c]
x = [a, b for a in c]
x = [*a for a in c]
x = (a, b for a in c)
x = [a for a in b if c else d]
x = [a if b for a in c]
x = [if a: b]
del x.y(), z
del (x, y()), z
del x + 1
del [x, 1]
del "a"
del {}
del x if y else z
del (yield)
x: = 1
x += yield = 2
(yield) = 1
x = (yield) = 1
async def f(): (await x) = 1
*x, y = *z
x = *y, *z\nprint(x = *y)
return *a, b
for *a in b: pass
for x, *y, *z in b: pass
for x.y, z[0], f() in b: pass
with a as (b, c()): pass
with a as [b, 1]: pass
with (a as b, c as d(), e): pass
def f(x, x=1): pass
def f(*, x, **x): pass
def f(x, *args, x): pass
lambda x, x: 1
def f(**k, /): pass
def f(a, *b, /): pass
def f(*a, *, b): pass
def f(*, *a): pass
def f(a=1, /, b): pass
def f(a, b=1, c, d=2): pass
def f(a: int, b: str = 1, c): pass
def f(x.y): pass
def f("x"): pass
def f(x=1 y=2): pass
def f(x, \n    y\n    z): pass
def __init__(self, x\n    self.x = x
'''.strip("\n").split("\n")


def c_string(text):
    out = '"'
    for byte in text.encode():
        char = chr(byte)
        if char in '"\\':
            out += "\\" + char
        elif char == "\n":
            out += "\\n"
        elif char == "\t":
            out += "\\t"
        elif byte < 32 or byte > 126:
            out += f"\\{byte:03o}"
        else:
            out += char
    return out + '"'


def unescape(program):
    program = program.replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t")
    return program.replace("\\u00a0", "\u00a0").replace("\0", "\\")


print("// Made by make_syntax_errors.py: program, exception, line, column from 1, message.")
for program in map(unescape, PROGRAMS):
    try:
        compile(program, "<test>", "exec")
        sys.exit(f"this is right: {program!r}")
    except SyntaxError as e:
        kind = type(e).__name__
        print(f'{{{c_string(program)}, "{kind}", {e.lineno}, {e.offset}, {c_string(e.msg)}}},')
