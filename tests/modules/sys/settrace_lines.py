# Line events of statements, loops and branches.
import sys
events = []
def tracer(frame, event, arg):
    events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer
def f(n):
    total = 0
    for i in range(n):
        if i % 2:
            total += i
        else:
            total -= 1
    while total < 0:
        total += 5
    return total
sys.settrace(tracer)
f(3)
sys.settrace(None)
for e in events:
    print(*e)
