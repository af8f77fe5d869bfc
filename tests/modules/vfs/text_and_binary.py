# expect: hand, because CPython has no vfs
import vfs
from ram import Ram

vfs.VfsLfs2.mkfs(device := Ram(60))
fs = vfs.VfsLfs2(device)
with fs.open("f", "wb") as f:
    print(f, f.write("str too"), f.write(b" \xff\r\n"), f.mode, f.name, f.closed)
with fs.open("f", "b") as f:
    print(f.read())
with fs.open("f", "w") as f:
    print(f, f.write("Zo\u00eb \u20ac\n"))
with fs.open("f", "") as f:
    print(f.read(4), f.read(), f.read(1) == "")
for mode in ("r", "w"):
    f = fs.open("f", mode)
    try:
        f.write("x") if mode == "r" else f.read()
    except OSError as e:
        print(type(e).__name__)
    f.close()
    try:
        f.read()
    except OSError as e:
        print(e)
