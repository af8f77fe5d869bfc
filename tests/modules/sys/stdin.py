import sys

print(repr(input()), repr(input("? ")))
print(repr(sys.stdin.readline()), repr(sys.stdin.read(2)))
for line in sys.stdin:
    print(repr(line))
print(repr(sys.stdin.read()))
try:
    input()
except EOFError as e:
    print(e)
