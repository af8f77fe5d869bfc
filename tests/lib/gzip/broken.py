import gzip

good = gzip.compress(b"data" * 20)
for data in (b"not packed", good[:-3], good[:12], good[:-8] + b"\0" * 8, good + b"tail"):
    try:
        print(gzip.decompress(data))
    except (gzip.BadGzipFile, EOFError) as e:
        print(type(e).__name__)
print(issubclass(gzip.BadGzipFile, OSError), gzip.decompress(good + b"\0\0\0") == b"data" * 20)
