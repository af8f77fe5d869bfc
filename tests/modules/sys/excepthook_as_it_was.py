# sys.__excepthook__ stays what excepthook was.
import sys
original = sys.excepthook
sys.excepthook = None
print(sys.__excepthook__ == original, sys.__excepthook__ is not None)
