# expect: hand, because CPython has no vfs
import vfs
from romfs_image import entry, file, image

fs = vfs.VfsRom(image(file("f", b"text") + entry(4, "d", b"")))
for call in (
    lambda: fs.open("x"), lambda: fs.open("d"), lambda: fs.open("f/x"), lambda: fs.open("f", "w"),
    lambda: fs.open("f", "r+"), lambda: fs.stat("x"), lambda: fs.ilistdir("x"),
    lambda: fs.ilistdir("f"), lambda: fs.chdir("d"), lambda: fs.mkdir("x"), lambda: fs.remove("f"),
    lambda: fs.rename("f", "g"), lambda: fs.mount(True, True), lambda: fs.open("f").seek(-1),
    lambda: vfs.VfsRom(b""), lambda: vfs.VfsRom(b"\xd2\xcd\x31"), lambda: vfs.VfsRom(5),
    lambda: vfs.VfsRom(image(b"abc")[:-1]), lambda: vfs.VfsRom(memoryview(b"ab" * 9)[::2]),
    lambda: memoryview(fs.open("f")), lambda: fs.open("f").write("x"),
):
    try:
        print(call())
    except (OSError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(fs.chdir("/"), fs.getcwd(), vfs.rom_ioctl(1))
try:
    vfs.rom_ioctl(2, 0)
except OSError as e:
    print(e)
