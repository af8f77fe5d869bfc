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
