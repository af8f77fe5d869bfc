# expect: hand, because CPython has no vfs
import os, vfs
from romfs_image import record, entry, file, image

data = image(
    record(1, b"a comment")
    + file("one.txt", b"one\ntwo\n")
    + entry(4, "dir", file("a", b"") + entry(4, "sub", file("b", b"\xc3\xab")))
    + record(99, b"what a later version may have")
)
fs = vfs.VfsRom(data)
print(list(fs.ilistdir()), list(fs.ilistdir(b"dir")))
with fs.open("one.txt") as f:
    print(f.readline(), f.tell(), f.read(), f.seek(2), f.read(1), f.seek(-1, 2), f.seek(99, 1))
with fs.open("/dir/sub/b") as f:
    print(f.read(), f.readable(), f.writable())
with fs.open("dir/sub/b", "rb") as f:
    view = memoryview(f)
    print(bytes(view), view.readonly)
print(bytes(view), fs.stat("dir"), fs.stat("one.txt")[6], len(data) - fs.statvfs("")[2] in (4, 5))
vfs.mount(fs, "/rom")
print(os.listdir("/rom/dir"), open("/rom/dir/sub/b", "b").read())
os.chdir("/rom")
print(os.getcwd(), os.listdir(), open("one.txt").read(3))
