# expect: hand, because CPython has no vfs
import io, os, sys, vfs


class Fs:
    files = {"/m.py": b"x = 5\n", "/data": b"\x00\x01"}

    def mount(self, readonly, mkfs):
        pass

    umount = lambda self: None

    def stat(self, path):
        if path not in self.files:
            raise OSError(2)
        return (0x8000,) + (0,) * 9

    def open(self, path, mode):
        print("open", path, mode)
        return io.BytesIO(self.files[path]) if "b" in mode else io.StringIO("text")

    def ilistdir(self, path):
        return iter([(name[1:], 0x8000, 0) for name in self.files])

    def chdir(self, path):
        raise KeyError(path)


vfs.mount(Fs(), "/user")
sys.path.append("/user")
print(open("/user/data").read(), open("/user/data", "rb").read(), os.listdir("/user"))
print(__import__("m").x, os.path.isfile("/user/m.py"), os.path.exists("/user/n"))
for call in (lambda: os.chdir("/user"), lambda: os.mkdir("/user/x"), lambda: os.mkdir("/user")):
    try:
        call()
    except (KeyError, AttributeError, OSError) as e:
        print(type(e).__name__, e)
