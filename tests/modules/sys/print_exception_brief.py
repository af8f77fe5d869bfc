# expect: hand, because CPython has no sys.print_exception
# sys.print_exception shows places and message, no source lines; to sys.stdout if no file is given.
import sys
def f():
    raise KeyError
try:
    f()
except KeyError as e:
    sys.print_exception(e.with_traceback(None))
    e.args = ("k",)
    sys.print_exception(e)
class Out:
    def write(self, text):
        print(repr(text))
sys.print_exception(ValueError("v"), Out())
for file in 1, object():
    try:
        sys.print_exception(ValueError(), file)
    except OSError as e:
        print("OSError", e.errno)
try:
    sys.print_exception(ValueError)
except TypeError as e:
    print(e)
