# An exception is told in each frame that it passes; a frame that it leaves returns None.
import sys
def tracer(frame, event, arg):
    if event == "exception":
        kind, value, traceback = arg
        print(frame.f_code.co_name, event, kind.__name__, value, frame.f_lineno - frame.f_code.co_firstlineno)
    elif event == "return":
        print(frame.f_code.co_name, event, arg)
    return tracer
def inner():
    raise ValueError("v")
def outer():
    try:
        inner()
    except ValueError:
        return "caught"
sys.settrace(tracer)
outer()
sys.settrace(None)
