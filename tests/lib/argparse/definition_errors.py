import argparse

p = argparse.ArgumentParser(prog="prog")
p.add_argument("--x")
for bad in (lambda: p.add_argument("--x"), lambda: p.add_argument("--y", action="nope"), lambda: p.add_argument("--y", nargs=0), lambda: p.add_argument("--y", type="nope"),
            lambda: p.add_argument("a", required=True), lambda: p.add_argument("-z", "w"), lambda: p.add_argument("--y", action="store_true", type=int),
            lambda: p.add_argument("--y", const=1), lambda: p.add_argument("--y", type=argparse.FileType), lambda: argparse.ArgumentParser(conflict_handler="x")):
    try:
        bad()
        print("allowed")
    except (ValueError, TypeError, argparse.ArgumentError) as e:
        print(type(e).__name__, e if type(e) is not TypeError else "")
q = argparse.ArgumentParser(prog="q", conflict_handler="resolve")
q.add_argument("-f", "--foo")
q.add_argument("--foo", default="new")
print(q.parse_args(["-f", "1"]), q.format_usage())
