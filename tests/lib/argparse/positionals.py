import argparse

p = argparse.ArgumentParser(prog="prog")
p.add_argument("src")
p.add_argument("n", type=int)
p.add_argument("rest", nargs="*")
print(p.parse_args(["a", "5", "x", "y"]), p.parse_args(["a", "-3"]))
for nargs in None, "?", "*", "+", 2, "...":
    q = argparse.ArgumentParser(prog="prog")
    q.add_argument("first", nargs=nargs)
    q.add_argument("last")
    try:
        print(nargs, q.parse_args(["1", "2", "3"] if nargs in ("*", "+", 2, "...") else ["1", "2"]))
    except SystemExit as e:
        print(nargs, "exit", e)
