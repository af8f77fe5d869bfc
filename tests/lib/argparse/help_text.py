import argparse
import os

p = argparse.ArgumentParser(prog="prog", description="What it does, in a sentence that is long enough to be wrapped over several lines of the help text.", epilog="The end of %(prog)s.")
p.add_argument("source", help="where from")
p.add_argument("targets", nargs="+", metavar="TARGET", help="where to, of which there may be several that need a long explanation here")
p.add_argument("-v", "--verbose", action="store_true", help="say more")
p.add_argument("--a-very-long-option-name", metavar="VALUE", default=5, help="default: %(default)s, type %(type)s", type=int)
p.add_argument("--choice", choices=["x", "y"])
p.add_argument("--hidden", help=argparse.SUPPRESS)
g = p.add_argument_group("special", "A group of its own.")
g.add_argument("--in-group", nargs=2, help="two of them")
g.add_argument("-s", nargs="*")
m = p.add_mutually_exclusive_group()
m.add_argument("--yes", action="store_true")
m.add_argument("--no", action="store_true")
print(p.format_help())
print(p.format_usage())
print(argparse.ArgumentParser(prog="x", usage="%(prog)s [stuff]", add_help=False).format_help())
