# expect: hand, as CPython 3.12 does not yet obey it during the call event
# f_trace_opcodes and f_trace_lines choose the events of a frame.
import sys
seen = set()
def tracer(frame, event, arg):
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    seen.add(event)
    return tracer
def f():
    x = 1
    return x
sys.settrace(tracer)
f()
sys.settrace(None)
print(sorted(seen))
