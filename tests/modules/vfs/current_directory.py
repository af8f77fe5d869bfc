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


vfs.umount("/")
print(os.getcwd())
vfs.VfsLfs2.mkfs(device := Ram(60))
vfs.mount(device, "/ram")
os.mkdir("/ram/sub")
os.chdir("ram/sub")
print(os.getcwd(), os.listdir(), os.listdir("/"))
open("here", "w").close()
print(os.listdir("/ram/sub"), os.stat("here")[0], os.path.exists("/ram/sub/here"))
os.chdir("..")
print(os.getcwd(), os.listdir())
os.chdir("/")
print(os.getcwd(), os.listdir())
os.chdir("/ram/sub")
vfs.umount("/ram")
print(os.getcwd(), os.listdir())
try:
    os.chdir("/ram")
except OSError as e:
    print(e)
