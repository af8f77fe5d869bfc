# expect: hand, because CPython has no vfs
import vfs
from ram import Ram


class Odd(Ram):
    answer = None

    def readblocks(self, *args):
        super().readblocks(*args)
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


for kind in (vfs.VfsFat, vfs.VfsLfs1, vfs.VfsLfs2):
    kind.mkfs(device := Odd(60))
    fs = kind(device)
    with fs.open("f", "wb") as f:
        f.write(bytes(range(256)) * 4)
    for answer in (-5, -19, 7, "text", True, KeyError("mine"), KeyboardInterrupt()):
        f = fs.open("f", "rb")
        device.answer = answer
        try:
            print(len(f.read()))
        except BaseException as e:
            print(repr(e), e)
        device.answer = None
        f.close()
    print(fs.open("f", "rb").read() == bytes(range(256)) * 4)
