# mps2: no, because its floats have single precision
from array import array

a = array("d", [1, 2.5, -0.1])
f = array("f", [1, 2.5, -0.1, 1e100, -1e100])
print(a, f, a.tolist(), f.itemsize, a.tobytes().hex())
a.append(float("inf"))
print(a, 2.5 in a, a.index(2.5), array("d", f)[:3])
for value in ("x", None):
    try:
        a.append(value)
    except TypeError as e:
        print(e)
print(array("f", [0.5]) == array("d", [0.5]), array("h", [1]) == array("d", [1.0]))
try:
    array("h", a)
except TypeError as e:
    print(e)
