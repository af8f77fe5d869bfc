# expect: hand, because CPython has no vfs
# timeout: 60
# stress: no, because it does much
import vfs
from ram import Ram

state = 12345


def random():
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return state >> 8


def use(fs):
    for entry in fs.ilistdir():
        try:
            fs.stat(entry[0])
            fs.open(entry[0], "rb").read(2000)
        except OSError:
            pass
    fs.statvfs("")
    with fs.open("new", "w") as f:
        f.write("text")


# Bytes of a good image are changed: mounting and using it ends, in success or in OSError.
for kind in (vfs.VfsFat, vfs.VfsLfs2):
    kind.mkfs(good := Ram(60))
    fs = kind(good)
    fs.mkdir("d")
    for name in ("a", "b", "d/c"):
        with fs.open(name, "w") as f:
            f.write(name * 300)
    ended = 0
    for n in range(60):
        device = Ram(60)
        device.data[:] = good.data
        for i in range(1 + n % 5):
            device.data[random() % (len(device.data) if n % 2 else 1024)] = random() & 255
        try:
            use(kind(device))
        except (OSError, IndexError, ValueError):
            pass
        ended += 1
    print(kind.__name__, ended)
