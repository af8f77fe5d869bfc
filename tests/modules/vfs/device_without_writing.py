# expect: hand, because CPython has no vfs
import vfs
from ram import Ram


class Rom:
    def __init__(self, data, size):
        self.data, self.size = data, size

    readblocks = Ram.readblocks
    ioctl = Ram.ioctl


for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Ram(60))
    with kind(device).open("f", "w") as f:
        f.write("kept")
    fs = kind(Rom(bytes(device.data), 512))
    print(fs.open("f").read())
    try:
        with fs.open("f", "w") as f:
            f.write("new")
        print("written")
    except OSError as e:
        print(e.errno)
