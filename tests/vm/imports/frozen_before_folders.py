# expect: hand, because CPython has no such entry of sys.path
# mps2: no, because it makes files
# Where ".frozen" stands before a folder, its libraries go before the folder's files.
import os
import sys

os.mkdir("mine")
for name in ("textwrap", "heapq", "bisect", "other"):
    with open("mine/" + name + ".py", "w") as f:
        f.write("is_mine = True\n")
sys.path[:] = [".frozen", "mine"]
import other
import textwrap

print(hasattr(textwrap, "is_mine"), other.is_mine)
sys.path[:] = ["mine", ".frozen"]
import bisect

print(hasattr(bisect, "is_mine"))
sys.path[:] = []
import pprint

print(pprint.__name__)
