# mps2: no, because it has no operating system
import os
import tempfile

fd, path = tempfile.mkstemp(".txt", "made-")
name = os.path.basename(path)
print(name.startswith("made-"), name.endswith(".txt"), os.path.dirname(path) == tempfile.gettempdir())
print(os.stat(path).st_mode & 0o777 == 0o600, os.write(fd, b"abc"))
os.close(fd)
with open(path, "rb") as f:
    print(f.read())
os.remove(path)
with tempfile.TemporaryDirectory() as folder:
    paths = set()
    for _ in range(3):
        fd, path = tempfile.mkstemp(dir=folder)
        os.close(fd)
        paths.add(path)
    print(len(paths))
with tempfile.NamedTemporaryFile("w+") as f:
    print(os.stat(f.name).st_mode & 0o777 == 0o600, f.write("text"), f.seek(0), f.read())
