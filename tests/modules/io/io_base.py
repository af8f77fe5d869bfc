# expect: hand, because MicroPython's and CPython's IOBase differ in what they call
import io


class Lines(io.IOBase):
    def __init__(self, lines):
        self.lines = lines
        self.out = []

    def readline(self):
        return self.lines.pop(0) if self.lines else ""

    def write(self, data):
        self.out.append(data)


s = Lines(["a\n", "b\n"])
print(list(s))
print("x", 2, file=s)
s.writelines(["p", "q"])
print(s.out)
with s as t:
    print(t is s, t.readable())
