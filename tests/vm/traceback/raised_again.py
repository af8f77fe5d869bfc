# expect: hand, sys.print_exception is MicroPython's
# Raising again, by hand or at the end of a finally, adds no line to the traceback.
import io
import sys


def f():
    try:
        [].pop()
    except IndexError:
        x = 1
        raise


def g():
    try:
        f()
    finally:
        y = 2


try:
    g()
except IndexError as e:
    text = io.StringIO()
    sys.print_exception(e, text)
    for line in text.getvalue().split("\n"):
        if ", line" in line:
            print(line[line.index(", line") + 2 :])
