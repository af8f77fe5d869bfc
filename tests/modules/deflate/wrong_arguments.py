# expect: hand, because CPython has no deflate
import deflate
import io

for args in ((-1,), (4,), (1, 4), (1, 16), (1, -1), ("raw",), (1, None)):
    try:
        deflate.DeflateIO(io.BytesIO(), *args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
for wrong in (1, None, [1]):
    try:
        deflate.DeflateIO(io.BytesIO()).write(wrong)
    except TypeError:
        print("TypeError")
