# expect: hand, because CPython 3.12 has no t-strings
log = []
def f(x): log.append(x); return x
t = t"{f(1)}{f(2):{f(3)}}{f(4)!r}"
print(log, t.values)
def g():
    local = "inner"
    return [t"{local}{i}" for i in range(2)]
print([t.values for t in g()])
try:
    t"{1 / 0}"
except ZeroDivisionError as e:
    print(e)
