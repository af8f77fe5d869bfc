d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, d[1], d[1.0], d[True])
z = {0: 1}
z[-0.0] = 2
z[0.0] = 3
z[False] = 4
print(z)
d = {"a": 1}
d["".join(["a"])] = 2
print(d)
d = {2**70: 1}
print(d[2.0**70], d[2**69 * 2])
