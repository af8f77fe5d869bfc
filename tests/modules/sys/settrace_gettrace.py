# gettrace gives what was set; the function itself is not traced.
import sys
print(sys.gettrace())
def tracer(frame, event, arg):
    helper()
    return None
def helper():
    calls.append(1)
calls = []
def f():
    pass
sys.settrace(tracer)
print(sys.gettrace() is tracer)
calls.clear()
f()
sys.settrace(None)
print(len(calls), sys.gettrace())
