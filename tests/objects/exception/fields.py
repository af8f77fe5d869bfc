e = OSError(2, "No such file", "f")
print(type(e).__name__, e.errno, e.strerror, e.filename, e.filename2, e.args)
e = OSError(17, "x")
print(type(e).__name__, e.errno, e.filename)
for n in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 104, 110, 111, 5):
    print(n, type(OSError(n, "t")).__name__)
class MyOS(OSError): pass
print(type(MyOS(2, "x")).__name__, MyOS(2, "x").errno)
print(StopIteration().value, StopIteration(1, 2).value, SystemExit().code, SystemExit(4).code, SystemExit(1, 2).code)
a = AttributeError("msg", name="n", obj=5)
print(a.name, a.obj, a.args, AttributeError("m").name)
print(NameError("msg", name="q").name, NameError().name)
i = ImportError("msg", name="mod", path="/p")
print(i.msg, i.name, i.path, str(i), ImportError().msg)
s = SyntaxError("bad", ("file.py", 3, 7, "text\n", 3, 9))
print(s.msg, s.filename, s.lineno, s.offset, s.text, s.end_lineno, s.end_offset, str(s))
print(str(SyntaxError("only")), SyntaxError("x").lineno, str(SyntaxError()))
u = UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "invalid start byte")
print(u, u.encoding, u.object, u.start, u.end, u.reason)
u = UnicodeDecodeError("utf-8", b"ab\xff", 1, 3, "bad")
print(u)
u = UnicodeEncodeError("ascii", "a\xe9", 1, 2, "ordinal not in range(128)")
print(u)
e.errno = 99
e.filename = "other"
print(e.errno, e.filename, str(e))
for f in [lambda: ValueError(x=1), lambda: AttributeError(bad=1), lambda: UnicodeDecodeError(1), lambda: ImportError(1, foo=2)]:
    try:
        f()
    except TypeError as err:
        print("TypeError")
