# unregister takes back all registrations of a function.
import atexit
def a():
    print("a")
def b():
    print("b")
atexit.register(a)
atexit.register(b)
atexit.register(a)
atexit.unregister(a)
atexit.unregister(len)
try:
    atexit.register(5)
except TypeError as e:
    print(e)
