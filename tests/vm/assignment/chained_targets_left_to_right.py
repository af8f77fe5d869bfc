log = []
class D(dict):
    def __setitem__(self, k, v):
        log.append((k, v))
d = D()
d["a"] = d["b"] = d["c"] = 1
d["x"], d["y"] = d["z"] = "pq"
print(log)
i = d[i] = 3 if False else 4
print(log[-1], i)
x = x2 = [1]
x[0] = x = 5
print(x, x2)
