from pathlib import PurePath, PurePosixPath

for text in "/usr/lib/python3.tar.gz", "a//b/./c/", "", ".", "..", "/", "//a/b", "///a", "a/../b", ".hidden", "x.", ".a.b", "..c", "a.b/":
    p = PurePosixPath(text)
    print(repr(p), p.parts, repr(p.root), repr(p.anchor), repr(p.name), repr(p.stem), repr(p.suffix), p.suffixes, p.parent, p.is_absolute(), len(p.parents))
print(type(PurePath("a")).__name__, PurePath("a", "b", "/c", "d"), PurePath("a", PurePath("b")), PurePath(), PurePath("") == PurePath("."), PurePath("a").drive == "")
p = PurePath("/a/b/c")
print(list(p.parents), p.parents[0], p.parents[-1], p.parents[0:2], str(p), bytes(p), p.as_posix(), PurePath("a b/é").as_posix())
for bad in lambda: PurePath(3), lambda: PurePath(b"a"), lambda: p.parents[9], lambda: PurePath("a", None):
    try:
        bad()
    except (TypeError, IndexError) as e:
        print(type(e).__name__)
