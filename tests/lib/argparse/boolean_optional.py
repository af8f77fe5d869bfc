import argparse

p = argparse.ArgumentParser(prog="p")
p.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True, help="a flag")
print(p.parse_args([]), p.parse_args(["--no-flag"]), p.parse_args(["--flag"]))
print(p.format_help())
