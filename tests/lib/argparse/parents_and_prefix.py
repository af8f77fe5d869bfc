import argparse

base = argparse.ArgumentParser(add_help=False)
base.add_argument("--shared", type=int)
base.add_argument("common")
p = argparse.ArgumentParser(prog="p", parents=[base])
p.add_argument("--own")
print(p.parse_args(["c", "--shared", "3"]))
q = argparse.ArgumentParser(prog="q", prefix_chars="+/", allow_abbrev=False)
q.add_argument("+f", "++foo")
q.add_argument("/x")
print(q.parse_args(["+f", "1", "/x", "-2"]), q.format_usage())
print(p.format_help())
