import argparse


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        print(self.dest, values, option_string)
        setattr(namespace, self.dest, values.upper())


p = argparse.ArgumentParser(prog="p")
p.add_argument("--u", action=Upper)
p.register("action", "up", Upper)
a = p.add_argument("pos", action="up")
print(p.parse_args(["--u", "x", "y"]), a.dest, a.nargs)
try:
    argparse.Action([], "d")(p, None, None)
except NotImplementedError as e:
    print(e)
