# exit: 1
# The traceback of the program's end goes to what sys.stderr is.
import sys
import atexit
texts = []
class Out:
    def write(self, text):
        texts.append(text)
    def flush(self):
        pass
sys.stderr = Out()
atexit.register(lambda: print("ValueError: v" in "".join(texts)))
raise ValueError("v")
