from pathlib import Path

base = Path("base")
(base / "x" / "y").mkdir(parents=True)
base.mkdir(exist_ok=True)
(base / "f.py").touch()
(base / "x" / "g.py").touch()
(base / "x" / "y" / "h.txt").touch()
print(sorted(p.name for p in base.iterdir()), base.is_dir())
print(sorted(map(str, base.glob("*"))), sorted(map(str, base.glob("*.py"))), sorted(map(str, base.glob("**/*.py"))), sorted(map(str, base.rglob("*.txt"))))
print(sorted(map(str, base.glob("**"))), sorted(map(str, base.glob("x/*.py"))), list(base.glob("none")), sorted(map(str, base.glob("x/y/h.txt"))), sorted(map(str, base.glob("[a-f].??"))), sorted(map(str, base.glob("**/y"))))
for top, folders, files in sorted((str(t), sorted(d), sorted(f)) for t, d, f in base.walk()):
    print(top, folders, files)
print([str(t) for t, _, _ in base.walk(top_down=False)])
for bad in (lambda: base.mkdir(), lambda: Path("a/b").mkdir(), lambda: base.rmdir(), lambda: list(Path("none").iterdir()), lambda: list(base.glob("")), lambda: list(base.glob("/x"))):
    try:
        bad()
    except (OSError, ValueError, NotImplementedError) as e:
        print(type(e).__name__)
(base / "x/y/h.txt").unlink()
(base / "x/y").rmdir()
print((base / "x/y").exists())
