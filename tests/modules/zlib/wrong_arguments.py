import zlib

calls = [lambda: zlib.compress("text"), lambda: zlib.compress(), lambda: zlib.decompress("text"),
         lambda: zlib.decompress(b"", 15, -1), lambda: zlib.compress(b"", 10),
         lambda: zlib.compress(b"", 1, 7), lambda: zlib.compress(b"", 1, 100),
         lambda: zlib.decompressobj(3), lambda: zlib.decompressobj().decompress(b"", -1),
         lambda: zlib.decompressobj().flush(0), lambda: zlib.decompressobj().decompress("x")]
for call in calls:
    try:
        print("fine", call())
    except (TypeError, ValueError, zlib.error) as e:
        print(type(e).__name__)
