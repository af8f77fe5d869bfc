# The global function's result traces the frame; None leaves it out; a local function replaces itself.
import sys
def second(frame, event, arg):
    print("second", event)
def first(frame, event, arg):
    print("first", event)
    return second
def tracer(frame, event, arg):
    print("call", frame.f_code.co_name)
    return first if frame.f_code.co_name == "seen" else None
def unseen():
    x = 1
    return x
def seen():
    unseen()
    return 2
sys.settrace(tracer)
seen()
sys.settrace(None)
