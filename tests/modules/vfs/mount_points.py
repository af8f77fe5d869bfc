# expect: hand, because CPython has no vfs
import os, vfs

class Fs:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def mount(self, readonly, mkfs):
        print(self, "mount", readonly, mkfs)

    def umount(self):
        print(self, "umount")

    def stat(self, path):
        print(self, "stat", path)
        return (0x8000,) + (0,) * 9


vfs.umount("/")
print(vfs.mount(), os.listdir("/"))
vfs.mount(Fs("one"), "/one")
vfs.mount(Fs("deep"), "/one/deep", readonly=True)
vfs.mount(Fs("two"), "two/")
print(vfs.mount(), os.listdir("/"))
os.stat("/one/x"), os.stat("/one/deep/x"), os.stat("/one/deeper"), os.stat("two/y"), os.stat("/two")
for point in ("/one", "/three"):
    try:
        vfs.mount(Fs("again"), point) if point == "/one" else os.stat(point)
    except OSError as e:
        print(e)
top = Fs("top")
vfs.mount(top, "/")
os.stat("/three"), os.stat("four")
vfs.umount(top)
vfs.umount("/one")
print(vfs.mount())
