import io

data = bytes(range(10))
first, second = io.BytesIO(data), io.BytesIO(data)
print(first.read(3), second.getvalue() == data)
first.write(b"XY")
print(first.getvalue(), second.getvalue(), data)
second.seek(0, 2)
second.write(b"end")
print(second.getvalue())
third = io.BytesIO(data)
third.truncate(4)
print(third.getvalue(), third.read(2), third.seek(6), third.write(b"!"), third.getvalue(), data)
third.close()
