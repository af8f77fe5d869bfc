class B(bytearray):
    def __init__(self, *args):
        super().__init__(*args)
        self.n = len(self)


b = B(b"abc")
print(b, b.n, type(b + b"x").__name__, b == b"abc")
b.append(5)
print(b, b.n, len(b))
b.__init__(b"z")
print(b, b.n)
