# Functions run at the end, the newest first, with their arguments.
import atexit
def say(*args, **kwargs):
    print(args, kwargs)
atexit.register(say, 1)
@atexit.register
def decorated():
    print("decorated")
atexit.register(say, 2, k=3)
print("end")
