import os

os.mkdir("d")
open("d/a.txt", "w").write("hello")
print(os.listdir("d"), os.listdir())
print(os.stat("d/a.txt")[6], os.stat("d/a.txt").st_size, os.stat("d")[0] & 0xF000 == 0x4000)
os.rename("d/a.txt", "d/b.txt")
os.chdir("d")
print(os.listdir(), os.getcwd().endswith("/d"))
os.chdir("..")
for call in (lambda: os.rmdir("d"), lambda: os.remove("none"), lambda: os.mkdir("d"), lambda: os.stat("none"),
             lambda: os.chdir("none"), lambda: os.listdir("none")):
    try:
        call()
    except OSError as e:
        print(type(e).__name__, e.errno)
os.unlink("d/b.txt")
os.rmdir("d")
print(os.listdir())
