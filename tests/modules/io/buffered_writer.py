import io

out = io.BytesIO()
with io.BufferedWriter(out, 8) as writer:
    print(writer.write(b"abc"), out.getvalue())
    writer.flush()
    print(out.getvalue())
    print(writer.write(bytearray(b"0123456789" * 3)))
    writer.flush()
    print(out.getvalue())
    writer.write(b"rest")
    writer.flush()
    print(out.getvalue())
print(out.closed)
