# expect: hand, because sys.print_exception is MicroPython's
# sys.tracebacklimit bounds the places shown.
import io
import sys
def f0(): raise ValueError("v")
def f1(): f0()
def f2(): f1()
def shown():
    try:
        f2()
    except ValueError as e:
        out = io.StringIO()
        sys.print_exception(e, out)
        return [line.split(", in ")[-1] for line in out.getvalue().splitlines()]
print(shown())
for limit in 10, 2, 1, 0, -1, None:
    sys.tracebacklimit = limit
    print(limit, shown())
del sys.tracebacklimit
print(len(shown()))
