# expect: hand, because CPython has no deflate
import deflate
import io
import zlib

good = zlib.compress(b"data " * 20)
for data, *args in ((good[:-1],), (good[:5],), (b"",), (b"zzz",), (good, deflate.RAW),
                    (good, deflate.GZIP), (good[:-1] + b"\0",)):
    try:
        print(deflate.DeflateIO(io.BytesIO(data), *args).read())
    except (OSError, EOFError) as e:
        print(type(e).__name__)
