with open("a.txt", "w") as f:
    print(f.write("héllo\nworld\r\nend"), f.name, f.mode, f.closed)
print(f.closed)
with open("a.txt") as f:
    print(repr(f.readline()), repr(f.read(3)), f.readlines(), repr(f.read()))
print([line for line in open("a.txt")])
with open("a.txt", newline="") as f:
    print(f.readlines())
with open("a.txt", "a") as f:
    f.writelines(["x", "y\n"])
print(repr(open("a.txt").read()))
with open("b.txt", "w", newline="\r\n") as f:
    f.write("1\n2\n")
print(open("b.txt", "rb").read())
