import argparse


def even(text):
    n = int(text)
    if n % 2:
        raise argparse.ArgumentTypeError(f"{n} is odd")
    return n


p = argparse.ArgumentParser(prog="p", exit_on_error=False)
p.add_argument("--even", type=even, default="8")
p.add_argument("--hex", type=lambda s: int(s, 16))
p.add_argument("--pick", type=int, choices=range(3))
p.add_argument("--letter", choices="abc")
print(p.parse_args([]), p.parse_args(["--even", "4", "--hex", "ff", "--pick", "2", "--letter", "b"]))
for args in ["--even", "3"], ["--even", "x"], ["--pick", "5"], ["--letter", "z"], ["--hex", "zz"]:
    try:
        p.parse_args(args)
    except argparse.ArgumentError as e:
        print(str(e).split("<lambda>")[0])
