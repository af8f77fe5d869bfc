# expect: hand, because CPython has no deflate
import deflate
import io

data = b"far away" + bytes(600) + b"far away"
out = io.BytesIO()
with deflate.DeflateIO(out, deflate.RAW, 10) as f:
    f.write(data)
for wbits in (10, 15, 9, 0):
    try:
        print(wbits, deflate.DeflateIO(io.BytesIO(out.getvalue()), deflate.RAW, wbits).read() == data)
    except OSError:
        print(wbits, "OSError")
