# expect: hand, because CPython has no vfs
# timeout: 60
# stress: no, because it does much
import vfs
from romfs_image import number, record, entry, file, image

good = image(
    file("f", b"text" * 5)
    + entry(5, "p", record(3, number(4) + number(3)))
    + entry(4, "d", file("g", b"x" * 200))
)
print(vfs.VfsRom(good).open("p", "rb").read())


def use(fs):
    for entry in fs.ilistdir():
        try:
            fs.stat(entry[0])
            fs.open(entry[0], "rb").read()
        except (OSError, ValueError):  # a name may have become one with a null
            pass
    try:
        fs.open("d/g").read()
    except OSError:
        pass


# Each byte takes some values, also while the image is in use; and each length is cut off.
refused = 0
for at in range(len(good)):
    for value in (0, 1, 0x7F, 0x80, 0xFF, good[at] ^ 0x40):
        bad = bytearray(good)
        bad[at] = value
        try:
            use(vfs.VfsRom(bad))
        except (OSError, UnicodeError):
            refused += 1
        changing = bytearray(good)
        fs = vfs.VfsRom(changing)
        changing[at] = value
        try:
            use(fs)
        except (OSError, UnicodeError):
            pass
print(refused > 3)
for size in range(len(good)):
    try:
        vfs.VfsRom(good[:size])
        print(size)
    except OSError:
        pass
try:
    changing.append(1)
except BufferError as e:
    print("BufferError")
