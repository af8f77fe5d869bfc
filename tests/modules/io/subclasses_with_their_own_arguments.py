import io


class Bytes(io.BytesIO):
    def __init__(self, name, data, *rest):
        super().__init__(data)
        self.name = name

    def write(self, data):
        return super().write(data + b"!")


b = Bytes("n", b"abc", 1, 2)
print(b.name, b.read(2), b.write(b"X"), b.getvalue())


class Text(io.StringIO):
    def __init__(self, *, text):
        super().__init__(text, newline=None)


t = Text(text="a\r\nb")
print(repr(t.getvalue()), t.readline())


class Silent(io.BytesIO):
    def __init__(self, data):
        pass


print(Silent(b"abc").getvalue())
again = io.BytesIO(b"12345")
again.read(2)
again.__init__(b"67")
print(again.read(), again.tell())
for make in (lambda: Bytes("n", 5.0), lambda: Text(text=5.0)):
    try:
        make()
    except TypeError as e:
        print(e)
