# expect: hand, because CPython has no scheduler
# A scheduled kbd_intr(None) is a KeyboardInterrupt for the program, not for callbacks.
import micropython
import time
micropython.schedule(micropython.kbd_intr, None)
try:
    time.sleep(0)
    time.sleep(0)
    print("no")
except KeyboardInterrupt:
    print("interrupted")
try:
    micropython.kbd_intr(300)
except ValueError as e:
    print(e)
