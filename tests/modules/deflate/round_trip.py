# expect: hand, because CPython has no deflate
import deflate
import io

data = b"".join(b"%d bottles, " % i for i in range(400))
for format in (deflate.RAW, deflate.ZLIB, deflate.GZIP):
    for wbits in (5, 8, 9, 12, 15):
        out = io.BytesIO()
        with deflate.DeflateIO(out, format, wbits) as f:
            for i in range(0, len(data), 97):
                f.write(data[i:i + 97])
        packed = out.getvalue()
        with deflate.DeflateIO(io.BytesIO(packed), format, wbits) as f:
            assert f.read() == data
        if format != deflate.RAW:
            assert deflate.DeflateIO(io.BytesIO(packed)).read() == data
        print(format, wbits, len(packed) < len(data))
