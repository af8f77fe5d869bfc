from pathlib import Path

p = Path("file.txt")
print(p.exists(), p.write_text("héllo\n"), p.read_text(), p.read_bytes(), p.exists(), p.is_file(), p.is_dir(), p.stat().st_size if hasattr(p.stat(), "st_size") else p.stat()[6])
print(p.write_bytes(b"abc"), p.read_bytes(), type(p).__name__, repr(p))
with p.open("a") as f:
    f.write("d")
print(p.read_text(), p.rename("other.txt"), p.exists(), Path("other.txt").exists())
q = Path("other.txt")
q.touch()
print(q.replace(Path("third")).read_text(), Path("new").touch(), Path("new").read_bytes())
Path("third").unlink()
Path("gone").unlink(missing_ok=True)
for bad in (lambda: Path("gone").unlink(), lambda: Path("gone").read_text(), lambda: Path("new").touch(exist_ok=False), lambda: Path("new").write_text(b"x"), lambda: Path("gone").stat(), lambda: Path("gone").rename("x")):
    try:
        bad()
    except (OSError, TypeError) as e:
        print(type(e).__name__)
print(Path("gone").is_file(), Path("gone").is_dir(), Path("gone/x").exists(), Path("new/x").exists())
