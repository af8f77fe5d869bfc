from pathlib import PurePath

for text, pattern in [("a/b.py", "*.py"), ("/a/b/c.py", "b/*.py"), ("/a/b/c.py", "a/*.py"), ("/a.py", "/*.py"), ("a/b.py", "/*.py"), ("a.py", "a.??"), ("a1", "a[0-9]"), ("ab", "a[!0-9]"), ("x/y", "y/x"), ("A.py", "*.PY")]:
    print(text, pattern, PurePath(text).match(pattern))
print(PurePath("A.py").match("*.PY", case_sensitive=False), PurePath("/é").as_uri(), PurePath("/a b").as_uri())
for bad in lambda: PurePath("a").match(""), lambda: PurePath("a").as_uri():
    try:
        bad()
    except ValueError as e:
        print(e)
