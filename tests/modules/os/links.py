# mps2: no, because it has no links
import os

os.mkdir("there")
with open("there/file", "w") as f:
    f.write("text")
os.symlink("there", "folder_link")
os.symlink("there/file", "file_link")
os.symlink("nowhere", "broken")
print(os.readlink("file_link"), os.readlink("broken"))
for name in ("there", "folder_link", "file_link", "broken", "missing"):
    p = os.path
    print(name, p.islink(name), p.exists(name), p.lexists(name), p.isdir(name), p.isfile(name))
print(os.stat("file_link").st_size, os.lstat("file_link").st_mode & 0xF000 == 0xA000)
print(os.path.realpath("folder_link/file") == os.path.realpath("there/file"))
print(os.path.realpath("broken") == os.path.join(os.path.realpath("."), "nowhere"))
print(os.path.samefile("file_link", "there/file"))
for entry in sorted(os.scandir("."), key=lambda e: e.name):
    if entry.name in ("there", "folder_link", "file_link"):
        print(entry.name, entry.is_symlink(), entry.is_dir(), entry.is_dir(follow_symlinks=False))
print(sorted(folder for folder, _, _ in os.walk(".") if "link" in folder))
for wrong in (lambda: os.readlink("there/file"), lambda: os.readlink("missing"),
              lambda: os.symlink("x", "file_link")):
    try:
        wrong()
    except OSError as e:
        print(type(e).__name__, e.errno)
os.remove("folder_link")
print(os.path.isdir("there"))
