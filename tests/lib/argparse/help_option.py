import argparse

p = argparse.ArgumentParser(prog="prog")
p.add_argument("--version", action="version", version="%(prog)s 1.0")
p.add_argument("-f", help="an option")
for args in ["-h"], ["--version"]:
    try:
        p.parse_args(args)
    except SystemExit as e:
        print("exit", e.code)
p.print_usage()
