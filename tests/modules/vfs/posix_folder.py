# expect: hand, because CPython has no vfs
# mps2: no, because semihosting has no folders
import os, vfs

os.mkdir("top")
fs = vfs.VfsPosix("top")
with fs.open("/f", "w") as f:
    print(f.write("text"))
fs.mkdir("/d")
print(sorted(e[0] for e in fs.ilistdir("/")), os.path.exists("top/d"))
print(type(fs.stat("/f")).__name__, fs.stat("/f")[6], fs.statvfs("/")[9] > 8)
vfs.mount(fs, "/mnt")
here = os.getcwd()
print(open("/mnt/f").read(), os.stat("/mnt/f").st_size, "mnt" in os.listdir("/"))
os.chdir("/mnt/d")
print(os.getcwd(), os.listdir())
open("g", "w").close()
os.chdir("..")
print(os.getcwd(), sorted(os.listdir("d")))
os.rename("d/g", "h")
for bad in ("/nowhere", "/mnt/x"):
    try:
        os.rename("h", bad + "/y")
    except OSError as e:
        print(type(e).__name__)
os.chdir(here)
print(sorted(os.listdir("top")))
vfs.umount(fs)
vfs.mount(vfs.VfsPosix("top"), "/mnt", readonly=True)
for call in (lambda: open("/mnt/f", "a"), lambda: os.remove("/mnt/f"), lambda: os.mkdir("/mnt/n")):
    try:
        call()
    except OSError as e:
        print(repr(e), e)
print(open("/mnt/f").read())
