# expect: hand, because CPython has no esp32
# args: --board esp32s3 --time virtual
import os
import vfs
from esp32 import Partition

part = Partition.find(Partition.TYPE_DATA, label="vfs")[0]
for driver in (vfs.VfsLfs2, vfs.VfsFat):
    driver.mkfs(part)
    fs = driver(part)
    vfs.mount(fs, "/flash")
    with open("/flash/file.txt", "w") as f:
        f.write(driver.__name__ * 1000)
    print(os.listdir("/flash"), os.stat("/flash/file.txt")[6])
    vfs.umount("/flash")
    vfs.mount(driver(part), "/flash")
    with open("/flash/file.txt") as f:
        print(f.read(9))
    vfs.umount("/flash")
