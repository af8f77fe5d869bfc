from pathlib import PurePath

p = PurePath("/a/b/c")
print(p.relative_to("/a"), p.relative_to("/a/b/c"), p.relative_to("/"), p.relative_to("/a", "b"), p.is_relative_to("/a"), p.is_relative_to("/x"), PurePath("x/y").relative_to(""), PurePath("x/y").relative_to("x"))
print(p.relative_to("/a/d", walk_up=True), p.relative_to("/z/y", walk_up=True), PurePath("a").relative_to("b/c", walk_up=True))
for bad in lambda: p.relative_to("/x"), lambda: p.relative_to("a"), lambda: PurePath("a").relative_to("/a"), lambda: PurePath("a").relative_to("b/..", walk_up=True):
    try:
        print(bad())
    except ValueError as e:
        print(str(e).split(" OR ")[0])
