# expect: hand, because CPython has no deflate
import deflate
import io

out = io.BytesIO()
f = deflate.DeflateIO(out, deflate.ZLIB)
f.close()
f.close()
print(out.getvalue(), out.closed)
for use in (lambda: f.write(b"x"), lambda: f.read(1), lambda: f.write(b"")):
    try:
        use()
    except OSError as e:
        print(e.errno)
out = io.BytesIO()
with deflate.DeflateIO(out, deflate.RAW, 0, True) as f:
    f.write(b"x")
print(out.closed)
