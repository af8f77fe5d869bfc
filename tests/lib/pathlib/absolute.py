import os
from pathlib import Path

print(Path.cwd() == Path(os.getcwd()), Path("a").absolute() == Path.cwd() / "a", Path("/a").absolute(), Path(".").resolve() == Path.cwd().resolve(), Path("/a/../b").resolve(), Path("x/../y").resolve() == Path.cwd().resolve() / "y")
Path("f").touch()
print(Path("f").samefile("./f"), isinstance(Path("a"), os.PathLike) if hasattr(os, "PathLike") else True, os.fspath(Path("q")), open(Path("f")).read() == "")
try:
    Path("missing").resolve(strict=True)
except FileNotFoundError:
    print("FileNotFoundError")
