import argparse

p = argparse.ArgumentParser(prog="program")
for i in range(8):
    p.add_argument(f"--option-{i}", metavar="VALUE")
p.add_argument("one")
p.add_argument("two", nargs="*")
print(p.format_usage())
q = argparse.ArgumentParser(prog="a-program-whose-name-is-very-long-indeed-so-that-usage-cannot-follow")
q.add_argument("--opt")
q.add_argument("pos")
print(q.format_usage())
