import threading
def fail():
    raise KeyError("action")
b = threading.Barrier(1, fail)
try:
    b.wait()
except KeyError as e:
    print(repr(e), b.broken)
