# expect: hand, because micropython.native is MicroPython's
import sys
import micropython

seen = []


def tracer(frame, event, arg):
    if frame.f_code.co_name == "after" or event == "line" and frame.f_code.co_name == "f":
        seen.append(event)
    return tracer


def after():
    return 1


@micropython.native
def f(n):
    for i in range(n):
        if i == 3:
            sys.settrace(tracer)
        after()
    sys.settrace(None)
    return i


print(f(6), "call" in seen, seen.count("call"))
