import os
import tempfile

with tempfile.NamedTemporaryFile(suffix=".bin") as f:
    print(f.write(b"abc"), f.seek(0), f.read(), f.name.endswith(".bin"), os.path.exists(f.name))
print(os.path.exists(f.name), f.closed)
f = tempfile.NamedTemporaryFile("w+", prefix="t_")
f.write("one\ntwo\n")
f.flush()
f.seek(0)
print(list(f), os.path.basename(f.name).startswith("t_"), open(f.name).read() == "one\ntwo\n")
f.close()
f.close()
print(os.path.exists(f.name))
with tempfile.NamedTemporaryFile("w", delete=False) as f:
    f.write("kept")
print(open(f.name).read())
os.unlink(f.name)
with tempfile.NamedTemporaryFile(delete_on_close=False) as f:
    f.close()
    print(os.path.exists(f.name))
print(os.path.exists(f.name))
with tempfile.TemporaryFile() as f:
    f.write(b"x" * 10000)
    print(f.tell())
