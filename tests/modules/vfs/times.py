# expect: hand, because CPython has no vfs
# args: --board esp32s3 --time virtual
# mps2: no, because the firmware's files are elsewhere
import time, vfs
from ram import Ram

for kind, step in ((vfs.VfsFat, 2), (vfs.VfsLfs2, 1)):
    kind.mkfs(device := Ram(60))
    fs = kind(device)
    before = time.time()
    fs.open("f", "w").close()
    written = fs.stat("f")[8]
    print(before - step <= written <= time.time() + 1, fs.stat("f")[7:] == (written,) * 3)
    time.sleep(2)
    fs.open("f").read()
    print(fs.stat("f")[8] == written)
    with fs.open("f", "a") as f:
        f.write("x")
    print(fs.stat("f")[8] - written)
fs = vfs.VfsLfs2(device, mtime=False)
with fs.open("f", "w") as f:
    f.write("more")
print(fs.stat("f")[8] - written, fs.stat("/")[8])
fs.open("new", "w").close()
print(fs.stat("new")[8])
