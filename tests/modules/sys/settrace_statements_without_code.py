# pass and try have lines of their own.
import sys
def tracer(frame, event, arg):
    if event == "line":
        print(frame.f_lineno - frame.f_code.co_firstlineno)
    return tracer
def f():
    try:
        pass
    except ValueError:
        pass
    finally:
        x = 1
    pass
sys.settrace(tracer)
f()
sys.settrace(None)
