import io

s = io.StringIO()
print(s.write("abc\n"), s.tell(), repr(s.getvalue()))
print("x", 1, file=s)
s.seek(0)
print(s.readlines(), s.read(), s.tell())
s.seek(1)
s.write("ZZZZZ")
print(repr(s.getvalue()), s.tell())
t = io.StringIO("héllo\nwörld")
print(t.read(2), t.tell(), t.readline(), list(t))
t.seek(1)
t.write("ab")
print(t.getvalue(), t.truncate(), t.getvalue())
with io.StringIO("x") as u:
    print(u.read())
try:
    u.read()
except ValueError as e:
    print(e)
for bad in (b"x", 3):
    try:
        io.StringIO().write(bad)
    except TypeError as e:
        print(e)
