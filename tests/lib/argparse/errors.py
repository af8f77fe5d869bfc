import argparse
import io
import contextlib

p = argparse.ArgumentParser(prog="prog")
p.add_argument("x", type=int)
p.add_argument("--mode", choices=["a", "b"])
p.add_argument("--long-one")
p.add_argument("--long-two", action="store_true")
p.add_argument("-n", type=float, required=True)
for args in ([], ["a", "-n1"], ["1"], ["1", "-n", "x"], ["1", "-n1", "--mode", "c"], ["1", "-n1", "--what"], ["1", "-n1", "extra", "more"], ["1", "-n"],
             ["1", "-n1", "--long"], ["1", "-n1", "--long-two=5"], ["1", "-n1", "--mode"], ["1", "-n1", "-zq"]):
    err = io.StringIO()
    try:
        with contextlib.redirect_stderr(err):
            p.parse_args(args)
        print("fine")
    except SystemExit as e:
        print(e.code, err.getvalue().split("\n")[-2])
