# asan: no, because the compiler has larger frames there and so less depth
N = 1000
class Node:
    @property
    def n(self): return self
    def m(self, *args): return self
    def __getitem__(self, i): return self
    def __call__(self, *args): return self
    def __add__(self, other): return self
    def __neg__(self): return self
node = Node()
def run(text, **names): return eval(text, dict(names, node=node))
print(run("node" + ".n" * N) is node)
print(run("node" + "[0]" * N) is node)
print(run("node" + "()" * N) is node)
print(run("node" + ".m(1)" * N) is node)
print(run("node" + ".n[1](2).m(3)" * 250) is node)
print(run("1" + " + 1" * N), run("1" + " < x < 3" * N, x=2), run("x" + " == x" * N, x=2))
print(run(" and ".join(["x"] * N), x=5), run(" or ".join(["x"] * N), x=0))
print(run("not " * 200 + "x", x=5), run("-" * 200 + "x", x=5))
print(run("x if y else " * 500 + "z", x=1, y=0, z=2))
def local(x):
    exec("y = x" + ".n" * N, {"x": x})
    return x.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n.n
print(local(node) is node)
