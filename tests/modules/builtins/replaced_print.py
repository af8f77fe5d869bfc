# A replaced print is used by code that has printed before.
import builtins
plain = print
lines = []
def hello(n):
    print("hello", n)
hello(1)
builtins.print = lambda *args: lines.append(args)
hello(2)
builtins.print = plain
hello(3)
print(lines)
