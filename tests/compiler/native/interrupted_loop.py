# expect: hand, because micropython.native is MicroPython's
import micropython

state = [0]


def callback(arg):
    state[0] = arg


@micropython.native
def wait(n):
    i = 0
    while not state[0]:
        i += 1
        if i > n:
            return "never"
        if i == 5:
            micropython.schedule(callback, 7)
    return state[0]


print(wait(10000000))
