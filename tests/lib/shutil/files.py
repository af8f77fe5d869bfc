import io
import os
import shutil

top = "shutil_files_test"
shutil.rmtree(top, ignore_errors=True)
os.mkdir(top)
one, two = top + "/one", top + "/two"
with open(one, "wb") as f:
    f.write(bytes(range(256)) * 40)
print(shutil.copyfile(one, two), open(two, "rb").read() == open(one, "rb").read())
os.mkdir(top + "/in")
print(shutil.copy(one, top + "/in"), shutil.copy2(one, top + "/three"), sorted(os.listdir(top)))
try:
    shutil.copyfile(one, top + "/../" + one)
except shutil.SameFileError as e:
    print(e, os.stat(one)[6])
for wrong in ((top + "/none", two), (top + "/in", two), (one, top + "/no/folder")):
    try:
        shutil.copyfile(*wrong)
    except OSError as e:
        print(type(e).__name__)
print(shutil.move(two, top + "/four"), shutil.move(top + "/four", top + "/in"), os.listdir(top + "/in") != [])
out = io.StringIO()
shutil.copyfileobj(io.StringIO("text" * 50), out, 7)
print(out.getvalue() == "text" * 50)
print(shutil.which("sh", path="/nowhere:/bin"), shutil.which("no-such-program"), shutil.which("/bin/sh"), shutil.which("/bin"))
usage = shutil.disk_usage(".")
print(usage.total >= usage.used, usage._fields)
shutil.rmtree(top)
