# expect: hand, because CPython has no vfs
import os, vfs
from ram import Ram

vfs.umount("/")
print(os.getcwd())
vfs.VfsLfs2.mkfs(device := Ram(60))
vfs.mount(device, "/ram")
os.mkdir("/ram/sub")
os.chdir("ram/sub")
print(os.getcwd(), os.listdir(), os.listdir("/"))
open("here", "w").close()
print(os.listdir("/ram/sub"), os.stat("here")[0], os.path.exists("/ram/sub/here"))
os.chdir("..")
print(os.getcwd(), os.listdir())
os.chdir("/")
print(os.getcwd(), os.listdir())
os.chdir("/ram/sub")
vfs.umount("/ram")
print(os.getcwd(), os.listdir())
try:
    os.chdir("/ram")
except OSError as e:
    print(e)
