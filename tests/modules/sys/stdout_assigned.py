# print goes to what sys.stdout is, any object with write().
import sys
class Out:
    def __init__(self):
        self.texts = []
    def write(self, text):
        self.texts.append(text)
plain = sys.stdout
sys.stdout = out = Out()
print("a", 1, end="!")
print()
sys.stdout = None
print("nowhere")
sys.stdout = plain
print("".join(out.texts).encode())
