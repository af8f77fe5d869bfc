# f_back leads outwards, f_globals is the function's namespace.
import sys
def tracer(frame, event, arg):
    if event == "call":
        names = []
        while frame:
            names.append(frame.f_code.co_name)
            last = frame
            frame = frame.f_back
        print(names, last.f_globals["__name__"])
def inner(): pass
def outer(): inner()
sys.settrace(tracer)
outer()
sys.settrace(None)
