import argparse

p = argparse.ArgumentParser(prog="p")
p.add_argument("-f")
p.add_argument("-n", type=int)
p.add_argument("pos", nargs="*")
print(p.parse_known_args(["-x", "1", "-f", "2", "--long=5", "a"]))
print(p.parse_args(["--", "-f", "x"]), p.parse_args(["-f", "1", "--", "-n"]), p.parse_args(["-n", "-5"]), p.parse_args(["-", "a b"]))
q = argparse.ArgumentParser(prog="q")
q.add_argument("-1", dest="one", action="store_true")
q.add_argument("x", nargs="?")
print(q.parse_args(["-1"]), q.parse_args(["-1", "5"]))
