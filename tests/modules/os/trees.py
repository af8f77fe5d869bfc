# mps2: no, because semihosting has no folders
import os

os.makedirs("a/b/c")
os.makedirs("a/b/c", exist_ok=True)
for name in ("a/f", "a/b/g", "a/b/c/h"):
    open(name, "w").close()
print([(top, sorted(folders), sorted(files)) for top, folders, files in os.walk("a")])
print([top for top, _, _ in os.walk("a", topdown=False)], list(os.walk("none")))
for top, folders, files in os.walk("a"):
    folders.clear()
    print(top)
with os.scandir("a") as entries:
    for e in sorted(entries, key=lambda e: e.name):
        print(e.name, e.path, e.is_dir(), e.is_file(), e.stat().st_size == 0 or e.is_dir(), e)
try:
    os.makedirs("a/b")
except FileExistsError as e:
    print(e)
os.renames("a/b/c/h", "x/y/h")
print(os.path.exists("a/b/c"), os.listdir("x/y"))
os.remove("x/y/h")
os.removedirs("x/y")
print(os.path.exists("x"), os.access("a/f", os.R_OK), os.access("a/f", os.X_OK), os.access("z", 0))
errors = []
print(list(os.walk("none", onerror=errors.append)), type(errors[0]).__name__)
