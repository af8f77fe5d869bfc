# The argument of a return event is the value; of generators, what they yield.
import sys
def tracer(frame, event, arg):
    if event in ("call", "return"):
        print(frame.f_code.co_name, event, arg)
    return tracer
def g():
    yield "first"
    yield "second"
def f(x):
    for item in g():
        x += len(item)
    return x
sys.settrace(tracer)
f(1)
sys.settrace(None)
