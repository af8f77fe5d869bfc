# expect: hand, because CPython has no vfs
import os, vfs


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
    kind.mkfs(device := Ram(60))
    vfs.mount(device, "/x")
    print(type(vfs.mount()[-1][0]).__name__, os.listdir("/x"))
    vfs.umount("/x")
for blocks in (Ram(60), object()):
    try:
        vfs.mount(blocks, "/x")
    except (OSError, AttributeError) as e:
        print(type(e).__name__, e)
