# f_locals shows the variables as they become bound.
import sys
def tracer(frame, event, arg):
    if event == "line":
        print(sorted(frame.f_locals.items()))
    return tracer
def f(a):
    b = a + 1
    for c in range(2):
        d = c
    return d
sys.settrace(tracer)
f(1)
sys.settrace(None)
