import gzip
import io

out = io.BytesIO()
with gzip.GzipFile(fileobj=out, mode="wb", mtime=1) as f:
    f.write(b"abc" * 100)
    f.flush()
    f.write(b"end")
print(out.closed, gzip.decompress(out.getvalue()) == b"abc" * 100 + b"end")
out.seek(0)
f = gzip.GzipFile(fileobj=out)
buffer = bytearray(10)
print(f.readinto(buffer), buffer, f.read1(4), f.readline(5))
for mode in ("rt", "q"):
    try:
        gzip.GzipFile(fileobj=out, mode=mode)
    except ValueError:
        print("ValueError")
try:
    f.write(b"")
except OSError:
    print("OSError")
