# expect: hand, because CPython has no deflate
import deflate
import io
import zlib

for format, wbits in ((deflate.RAW, -15), (deflate.ZLIB, 15), (deflate.GZIP, 31)):
    out = io.BytesIO()
    with deflate.DeflateIO(out, format) as f:
        f.write("text and ")
        f.write(b"bytes " * 50)
    print(zlib.decompress(out.getvalue(), wbits) == b"text and " + b"bytes " * 50)
