import argparse

p = argparse.ArgumentParser(prog="prog", exit_on_error=False)
g = p.add_mutually_exclusive_group(required=True)
g.add_argument("-a", action="store_true")
g.add_argument("-b", type=int)
print(p.parse_args(["-a"]), p.parse_args(["-b", "3"]), p.format_usage())
for args in ["-a", "-b", "1"], ["-b", "1", "-a"]:
    try:
        p.parse_args(args)
    except argparse.ArgumentError as e:
        print(e)
try:
    g.add_argument("-c", required=True)
except ValueError as e:
    print(e)
