import argparse

p = argparse.ArgumentParser(prog="prog")
p.add_argument("--debug", action="store_true")
sub = p.add_subparsers(dest="command", help="what to do")
a = sub.add_parser("add", help="adds", aliases=["plus"])
a.add_argument("numbers", type=int, nargs="+")
a.set_defaults(func=sum)
b = sub.add_parser("greet", help="greets")
b.add_argument("name")
b.add_argument("--loud", action="store_true")
ns = p.parse_args(["--debug", "add", "1", "2"])
print(ns.func(ns.numbers), ns.debug, ns.command, p.parse_args(["plus", "4"]).command)
print(p.parse_args(["greet", "Ann", "--loud"]), p.parse_args([]), p.parse_known_args(["greet", "B", "--odd"]))
print(p.format_help())
print(b.format_usage())
try:
    p.parse_args(["nope"])
except SystemExit as e:
    print(e.code)
