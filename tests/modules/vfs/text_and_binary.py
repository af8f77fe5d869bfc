# expect: hand, because CPython has no vfs
import vfs


class Ram:
    def __init__(self, blocks, size=512):
        self.size, self.data = size, bytearray(blocks * size)

    def readblocks(self, n, buf, offset=0):
        at = n * self.size + offset
        buf[:] = self.data[at : at + len(buf)]

    def writeblocks(self, n, buf, offset=0):
        at = n * self.size + offset
        self.data[at : at + len(buf)] = buf

    def ioctl(self, op, arg):
        return {4: len(self.data) // self.size, 5: self.size}.get(op, 0)


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
