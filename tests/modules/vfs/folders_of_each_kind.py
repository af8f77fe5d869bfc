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


for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Ram(90))
    fs = kind(device)
    fs.mkdir("d")
    fs.mkdir("d/e")
    fs.open("d/f", "w").close()
    print(sorted(fs.ilistdir("d")), sorted(fs.ilistdir(b"/d/")))
    fs.chdir("d/e")
    print(fs.getcwd(), fs.stat("../f")[:7], fs.stat("..")[0])
    fs.rename("../f", "g")
    fs.chdir("../..")
    print(fs.getcwd(), [e[0] for e in fs.ilistdir("d/e")])
    fs.remove("d/e/g")
    fs.rmdir("d/e")
    fs.rmdir("d")
    print(list(fs.ilistdir()))
