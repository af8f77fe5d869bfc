# exit: 1
# An assigned sys.excepthook shows the exception that ends the program.
import sys
def hook(kind, value, traceback):
    print("hook", kind.__name__, value)
sys.excepthook = hook
raise ValueError("v")
