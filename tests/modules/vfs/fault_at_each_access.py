# expect: hand, because CPython has no vfs
# timeout: 120
# stress: no, because it does much
import gc, vfs
from ram import Ram


class Faulty(Ram):
    left = None

    def __getattribute__(self, name):
        if name in ("readblocks", "writeblocks", "ioctl"):
            return super().__getattribute__("_" + name)
        return super().__getattribute__(name)

    def tick(self):
        if self.left is not None:
            self.left -= 1
            if self.left == 0:
                raise ValueError("now")

    def _readblocks(self, *args):
        self.tick()
        Ram.readblocks(self, *args)

    def _writeblocks(self, *args):
        self.tick()
        Ram.writeblocks(self, *args)

    def _ioctl(self, op, arg):
        self.tick()
        return Ram.ioctl(self, op, arg)


def work(kind, device):
    fs = kind(device)
    f = fs.open("f", "w+")
    f.write("text " * 300)
    f.seek(7)
    f.read(20)
    f.flush()
    listing = fs.ilistdir()
    fs.mkdir("d")
    g = fs.open("d/g", "a")
    g.write("x")
    list(listing)
    f.truncate(3)
    g.close()
    fs.rename("d/g", "g")
    fs.rmdir("d")
    fs.stat("g"), fs.statvfs("")
    f.close()
    fs.umount()


# One access raises, and the program goes on: the exception comes through each time, and nothing else
# happens to the interpreter.
for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(blank := Ram(60))
    raised, other = 0, set()
    for n in range(1, 600):
        device = Faulty(60)
        device.data[:] = blank.data
        device.left = n
        try:
            work(kind, device)
            if device.left > 0:
                break
            other.add("swallowed")
        except ValueError as e:
            raised += str(e) == "now"
        except OSError as e:
            other.add(e.errno)
        device = None
        if n % 50 == 0:
            gc.collect()
    print(kind.__name__, raised > 20, raised == n - 1, other)
