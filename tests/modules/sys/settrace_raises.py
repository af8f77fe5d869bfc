# A trace function that raises ends tracing, and its exception goes on.
import sys
def tracer(frame, event, arg):
    if event == "line":
        raise RuntimeError("from the tracer")
    return tracer
def f():
    return 1
sys.settrace(tracer)
try:
    f()
except RuntimeError as e:
    print(e)
print(sys.gettrace())
print(f())
