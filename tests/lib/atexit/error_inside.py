# stderr-has: ZeroDivisionError
# An error in one function is told, and the others run.
import atexit
atexit.register(print, "last")
atexit.register(lambda: 1 / 0)
atexit.register(print, "first")
