import argparse

with open("args.txt", "w") as f:
    f.write("--x\n1\npos\n")
p = argparse.ArgumentParser(prog="p", fromfile_prefix_chars="@", exit_on_error=False)
p.add_argument("--x")
p.add_argument("y", nargs="*")
print(p.parse_args(["@args.txt", "more"]))
p.add_argument("--file", type=argparse.FileType("r"))
with p.parse_args(["--file", "args.txt"]).file as f:
    print(f.read().split())
try:
    p.parse_args(["--file", "missing.txt"])
except argparse.ArgumentError as e:
    print(str(e)[:50])
print(argparse.FileType("w"), argparse.FileType("r", 1))
import os
os.remove("args.txt")
