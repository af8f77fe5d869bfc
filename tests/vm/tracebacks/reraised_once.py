# exit: 1
# stderr-has: ValueError: v
import sys
def f():
    try:
        raise ValueError("v")
    except KeyError:
        pass
    finally:
        x = 1
try:
    f()
except ValueError as e:
    print(e.__traceback__ is not None)
    raise
