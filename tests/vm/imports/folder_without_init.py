# A folder without __init__.py is a package only if there is no module of that name anywhere.
# mps2: no, because it makes files
import os
import sys

os.mkdir("first")
os.mkdir("second")
for name in ("ssl", "json", "datetime", "plain", "later"):
    os.mkdir("first/" + name)
with open("first/plain/inner.py", "w") as f:
    f.write("x = 5\n")
with open("second/later.py", "w") as f:
    f.write("y = 6\n")
sys.path.insert(0, "second")
sys.path.insert(0, "first")
import datetime
import json
import later
import plain.inner
import ssl

print(json.dumps([1]), datetime.date(2000, 1, 2), hasattr(ssl, "SSLContext"))
print(plain.inner.x, later.y)
