import sys

events = []


def profile(frame, event, arg):
    name = frame.f_code.co_name
    if event.startswith("c_"):
        events.append((event, arg.__name__, name))
    else:
        events.append((event, name, arg))


def add(a, b):
    return a + b


def count(n):
    yield n
    yield n + 1


def fails():
    raise KeyError("x")


def work():
    x = add(1, 2)
    x = len([x])
    for y in count(5):
        x += y
    try:
        fails()
    except KeyError:
        pass
    try:
        int.from_bytes("x")
    except TypeError:
        pass
    return max(x, abs(-3))


print(sys.getprofile())
sys.setprofile(profile)
work()
sys.setprofile(None)
for event in events[:-1]:
    print(*event)
print(events[-1][:2], sys.getprofile())


def bad(frame, event, arg):
    raise ValueError("from the profile function")


sys.setprofile(bad)
try:
    add(1, 2)
except ValueError as e:
    print(e, sys.getprofile())
