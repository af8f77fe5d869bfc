import os
import shutil

top = "shutil_trees_test"
shutil.rmtree(top, ignore_errors=True)
os.makedirs(top + "/a/b/c")
for name in ("one.txt", "a/two.log", "a/b/three.txt"):
    with open(top + "/" + name, "w") as f:
        f.write(name * 1000)


def show(path):
    print([(folder[len(path):], sorted(files)) for folder, _, files in sorted(os.walk(path))])


copy = top + "_copy"
shutil.rmtree(copy, True)
print(shutil.copytree(top, copy))
show(copy)
print(open(copy + "/a/b/three.txt").read() == "a/b/three.txt" * 1000)
try:
    shutil.copytree(top, copy)
except FileExistsError:
    print("there already")
shutil.copytree(top, copy, dirs_exist_ok=True)
shutil.rmtree(copy)
print(os.path.exists(copy))
shutil.copytree(top, copy, ignore=shutil.ignore_patterns("*.log", "c"))
show(copy)
print(shutil.move(copy, top + "/a"), os.path.exists(copy))
show(top)
for wrong in ((top, top + "/a"), (top + "/a/two.log", top + "/a")):
    try:
        shutil.move(*wrong)
    except shutil.Error as e:
        print(e)
for wrong in ("nothing_here", top + "/one.txt"):
    try:
        shutil.rmtree(wrong)
    except (FileNotFoundError, NotADirectoryError) as e:
        print(type(e).__name__, e.filename)
seen = []
shutil.rmtree("nothing_here", onexc=lambda function, path, error: seen.append((path, type(error).__name__)))
print(seen)
shutil.rmtree(top)
print(os.path.exists(top))
