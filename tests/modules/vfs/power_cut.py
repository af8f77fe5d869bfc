# expect: hand, because CPython has no vfs
# timeout: 120
# stress: no, because it does much
import vfs
from ram import Ram


class Cut(Exception):
    pass


class Frail(Ram):
    left = None

    def spend(self):
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise Cut

    def writeblocks(self, *args):
        self.spend()
        super().writeblocks(*args)

    def ioctl(self, op, arg):
        if op == 6:
            self.spend()
            at = arg * self.size
            self.data[at : at + self.size] = b"\xff" * self.size
        return super().ioctl(op, arg)


def work(fs):
    with fs.open("old", "w") as f:
        f.write("second " * 40)
    fs.mkdir("folder")
    with fs.open("folder/new", "w") as f:
        f.write("new")
    fs.rename("folder/new", "moved")
    fs.remove("moved")
    fs.rmdir("folder")


def read(fs, name):
    try:
        with fs.open(name) as f:
            return f.read()
    except OSError as e:
        return e.errno


# The n-th write fails, and all behind it. What is on the medium then is mounted again.
for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(blank := Ram(60))
    with kind(blank).open("old", "w") as f:
        f.write("first " * 40)
    cuts, contents, usable = 0, set(), 0
    for n in range(400):
        device = Frail(60)
        device.data[:] = blank.data
        fs = kind(device)
        device.left = n
        try:
            work(fs)
            break
        except Cut:
            cuts += 1
        fs = None
        device.left = None
        fs = kind(device)
        contents.add(read(fs, "old"))
        with fs.open("after", "w") as f:
            f.write("works")
        usable += read(fs, "after") == "works"
    print(kind.__name__, cuts > 5, usable == cuts)
    if kind is not vfs.VfsFat:
        print(contents == {"first " * 40, "second " * 40})
