import os
import tempfile

with tempfile.TemporaryDirectory(prefix="pre", suffix=".end") as path:
    name = os.path.basename(path)
    print(name.startswith("pre"), name.endswith(".end"), os.path.isdir(path), os.path.dirname(path) == tempfile.gettempdir())
    os.makedirs(path + "/a/b")
    open(path + "/a/b/c", "w").close()
    inner = tempfile.TemporaryDirectory(dir=path)
    print(inner.name.startswith(path + "/tmp"), repr(inner) == f"<TemporaryDirectory {inner.name!r}>")
    inner.cleanup()
    print(os.path.exists(inner.name), os.listdir(path))
    inner.cleanup()
print(os.path.exists(path))
kept = tempfile.mkdtemp()
print(os.listdir(kept), tempfile.mkdtemp(dir=kept) != tempfile.mkdtemp(dir=kept), len(os.listdir(kept)))
for name in os.listdir(kept):
    os.rmdir(kept + "/" + name)
os.rmdir(kept)
try:
    tempfile.mkdtemp(dir="/no/such/folder")
except FileNotFoundError:
    print("no folder")
with tempfile.TemporaryDirectory(delete=False) as path:
    pass
print(os.path.isdir(path), tempfile.gettempprefix())
os.rmdir(path)
