import argparse

p = argparse.ArgumentParser(prog="p", argument_default=argparse.SUPPRESS)
p.add_argument("--x")
p.add_argument("y", nargs="?")
print(p.parse_args([]), p.parse_args(["--x", "1"]))
q = argparse.ArgumentParser(prog="q")
q.add_argument("--a", default="5", type=int)
q.set_defaults(b=2, a=9)
print(q.parse_args([]), q.get_default("a"), q.get_default("b"))
ns = argparse.Namespace(a=1, z=3)
print(q.parse_args([], ns) is ns, ns, "z" in ns, ns == argparse.Namespace(a=1, z=3, b=2), argparse.Namespace(**{"a-b": 1}))
