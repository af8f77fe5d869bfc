# A traceback leads from the outermost place to the innermost.
import sys
def f():
    raise ValueError("v")
def g():
    f()
try:
    g()
except ValueError as e:
    tb = e.__traceback__
    print(type(tb).__name__, tb == sys.exc_info()[2])
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_globals is globals(), tb.tb_lasti >= 0)
        tb = tb.tb_next
