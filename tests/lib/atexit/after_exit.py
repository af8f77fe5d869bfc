# exit: 3
# The functions run also when the program ends by sys.exit().
import atexit
import sys
atexit.register(print, "bye")
sys.exit(3)
