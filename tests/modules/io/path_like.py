class Path:
    def __init__(self, name):
        self.name = name

    def __fspath__(self):
        return self.name


with open(Path("f.txt"), "w") as f:
    f.write("text")
print(open(b"f.txt").read())
for bad in (1.5, None, [], Path(3)):
    try:
        open(bad)
    except TypeError as e:
        print(e)
