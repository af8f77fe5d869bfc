from pathlib import PurePath

p = PurePath("/d/file.tar.gz")
print(p.with_name("x"), p.with_stem("y"), p.with_suffix(".z"), p.with_suffix(""), PurePath("a").with_suffix(".b"), PurePath("a/b").with_name("c.d"))
for bad in (lambda: PurePath("/").with_name("a"), lambda: p.with_name(""), lambda: p.with_name("a/b"), lambda: p.with_suffix("b"), lambda: p.with_suffix("."), lambda: PurePath("").with_suffix(".a"),
            lambda: p.with_suffix("./a")):
    try:
        print(bad())
    except ValueError as e:
        print(e)
