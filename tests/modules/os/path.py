import os
import os.path as p

print(p is os.path, p.sep)
for parts in (("a", "b"), ("a/", "b"), ("a", "/b", "c"), ("", "x"), ("a", "")):
    print(p.join(*parts))
for path in ("/a/b.c", "a", "/", "//x", "a/", "", "a/b/../c", "/../x", "./.", "x.tar.gz", ".hidden", "a/.b.c"):
    print(p.split(path), p.basename(path), p.dirname(path), p.normpath(path), p.splitext(path), p.isabs(path))
open("f", "w").write("123")
os.mkdir("d")
print(p.exists("f"), p.isfile("f"), p.isdir("f"), p.isdir("d"), p.exists("none"), p.getsize("f"))
print(p.relpath("/a/b", "/a/c"), p.commonprefix(["abc", "abd"]), p.abspath("x").endswith("/x"))
