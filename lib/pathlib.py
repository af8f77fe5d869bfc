# pathlib: paths as objects, in POSIX's form.
import os

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath"]


# A text as (root, parts): "//" stays, more slashes are one; "." vanishes, ".." stays.
def _split(text):
    root = ""
    if text[:1] == "/":
        root = "//" if text[:2] == "//" and text[2:3] != "/" else "/"
    return root, [part for part in text.split("/") if part and part != "."]


def _text(arg):
    if isinstance(arg, PurePath):
        return str(arg)
    path = os.fspath(arg)
    if not isinstance(path, str):
        raise TypeError("argument should be a str or an os.PathLike object where __fspath__ "
                        f"returns a str, not {type(path).__name__!r}")
    return path


class _Parents:
    def __init__(self, path):
        self._path, self._size = path, len(path._tail)

    def __len__(self):
        return self._size

    def __getitem__(self, i):
        if isinstance(i, slice):
            return tuple([self[k] for k in range(*i.indices(len(self)))])
        if not -len(self) <= i < len(self):
            raise IndexError(i)
        if i < 0:
            i += len(self)
        return self._path._made(self._path._root, self._path._tail[:-i - 1])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    __slots__ = ("_root", "_tail", "_str")

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        text = ""
        for arg in map(_text, args):
            text = arg if arg[:1] == "/" or not text else f"{text}/{arg}" if arg else text
        self._root, self._tail = _split(text)
        self._str = None

    # A path of the same class from parts that are known to be fine.
    def _made(self, root, tail):
        path = self.with_segments(root + "/".join(tail))
        return path

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def __reduce__(self):
        return self.__class__, self.parts

    def __str__(self):
        if self._str is None:
            self._str = self._root + "/".join(self._tail) or "."
        return self._str

    def __fspath__(self):
        return str(self)

    as_posix = __str__

    def __bytes__(self):
        return str(self).encode()

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def as_uri(self):
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~/"
        return "file://" + "".join([chr(b) if chr(b) in safe else f"%{b:02X}"
                                    for b in str(self).encode()])

    # --- comparing ---

    def _key(self):
        return self._root, self._tail

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(str(self))

    def _ordered(self, other):
        return [self._root, *self._tail] if self._root else self._tail

    def __lt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._ordered(other) < other._ordered(self)

    def __le__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._ordered(other) <= other._ordered(self)

    def __gt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._ordered(other) > other._ordered(self)

    def __ge__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._ordered(other) >= other._ordered(self)

    # --- parts ---

    drive = ""

    @property
    def root(self):
        return self._root

    anchor = root

    @property
    def parts(self):
        return (self._root, *self._tail) if self._root else tuple(self._tail)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return self.name[:len(self.name) - len(self.suffix)]

    @property
    def parent(self):
        return self._made(self._root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    # --- other paths ---

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._root, [*self._tail[:-1], name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.with_name(self.stem + suffix)

    def relative_to(self, other, /, *more, walk_up=False):
        other = self.with_segments(other, *more)
        mine, base = self.parts, other.parts
        for step in range(len(base) + 1):
            kept = base[:len(base) - step]
            if mine[:len(kept)] == kept and (kept or not self._root and not other._root):
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if base[len(base) - step - 1:][:1] == ("..",):
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self.with_segments(*[".."] * step, *mine[len(kept):])

    def is_relative_to(self, other, /, *more):
        base = self.with_segments(other, *more).parts
        return self.parts[:len(base)] == base

    def match(self, path_pattern, *, case_sensitive=None):
        from fnmatch import fnmatchcase
        pattern = path_pattern if isinstance(path_pattern, PurePath) else \
            self.with_segments(path_pattern)
        wanted, parts = pattern.parts, self.parts
        if not wanted:
            raise ValueError("empty pattern")
        if len(wanted) > len(parts) or pattern._root and len(wanted) != len(parts):
            return False
        for part, want in zip(reversed(parts), reversed(wanted)):
            if case_sensitive is False:
                part, want = part.lower(), want.lower()
            if not fnmatchcase(part, want):
                return False
        return True


class PurePosixPath(PurePath):
    __slots__ = ()


# Whether stat() says so; False if there is no such file.
def _has_kind(path, kind):
    try:
        return path.stat()[0] & 0o170000 == kind
    except OSError as error:
        if error.errno in (2, 20, 9, 40):  # ENOENT, ENOTDIR, EBADF, ELOOP
            return False
        raise
    except ValueError:
        return False


class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def expanduser(self):
        if self._root or not self._tail or self._tail[0][:1] != "~":
            return self
        home = os.path.expanduser(self._tail[0])
        if home[:1] == "~":
            raise RuntimeError("Could not determine home directory.")
        return self.with_segments(home, *self._tail[1:])

    # --- what is there ---

    def stat(self, *, follow_symlinks=True):
        return os.stat(str(self))

    def lstat(self):
        return os.lstat(str(self)) if hasattr(os, "lstat") else os.stat(str(self))

    def exists(self, *, follow_symlinks=True):
        try:
            self.stat()
        except OSError as error:
            if error.errno in (2, 20, 9, 40):
                return False
            raise
        except ValueError:
            return False
        return True

    def is_dir(self):
        return _has_kind(self, 0o040000)

    def is_file(self):
        return _has_kind(self, 0o100000)

    def readlink(self):
        return type(self)(os.readlink(str(self)))

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(str(target), str(self), target_is_directory)

    def is_symlink(self):
        return os.path.islink(str(self))

    def is_char_device(self):
        return _has_kind(self, 0o020000)

    def is_block_device(self):
        return _has_kind(self, 0o060000)

    def is_fifo(self):
        return _has_kind(self, 0o010000)

    def is_socket(self):
        return _has_kind(self, 0o140000)

    def samefile(self, other_path):
        return str(self.resolve()) == str(self.with_segments(other_path).resolve())

    def absolute(self):
        return self if self._root else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        if strict:
            self.stat()
        return self.with_segments(os.path.realpath(str(self.absolute())))

    # --- folders ---

    def iterdir(self):
        for name in os.listdir(str(self)):
            yield self / name

    def glob(self, pattern, *, case_sensitive=None):
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        root, parts = _split(pattern)
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if pattern[-1] == "/":
            parts.append("")
        for part in parts:
            if "**" in part and part != "**":
                raise ValueError("Invalid pattern: '**' can only be an entire path component")
        seen = set()
        for path in _selected(self, parts, case_sensitive):
            if str(path) not in seen:
                seen.add(str(path))
                yield path

    def rglob(self, pattern, *, case_sensitive=None):
        if _split(pattern)[0]:
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self.glob("**/" + pattern, case_sensitive=case_sensitive)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        folders, files = [], []
        try:
            for path in self.iterdir():
                (folders if path.is_dir() else files).append(path.name)
        except OSError as error:
            if on_error is not None:
                on_error(error)
            return
        if top_down:
            yield self, folders, files
        for name in folders:
            yield from (self / name).walk(top_down, on_error, follow_symlinks)
        if not top_down:
            yield self, folders, files

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(str(self))
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(str(self))

    # --- files ---

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        options = {"encoding": encoding, "errors": errors, "newline": newline}
        return open(str(self), mode, **{k: v for k, v in options.items() if v is not None})

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        with self.open("r", -1, encoding, errors) as file:
            return file.read()

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(bytes(memoryview(data)))

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {data.__class__.__name__}")
        with self.open("w", -1, encoding, errors, newline) as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if not exist_ok and self.exists():
            raise FileExistsError(17, "File exists", str(self))
        self.open("ab").close()

    def unlink(self, missing_ok=False):
        try:
            os.remove(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(str(self), _text(target))
        return self.with_segments(target)

    def replace(self, target):
        getattr(os, "replace", os.rename)(str(self), _text(target))
        return self.with_segments(target)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


# The paths below `path` that the parts of a pattern lead to.
def _selected(path, parts, case_sensitive):
    from fnmatch import fnmatchcase
    if not parts:
        yield path
        return
    part, rest = parts[0], parts[1:]
    if part == "":
        if path.is_dir():
            yield path
    elif part == "**":
        for folder in _folders(path):
            yield from _selected(folder, rest, case_sensitive)
    elif not any(char in part for char in "*?[") and case_sensitive is not False:
        inner = path / part
        if inner.is_dir() if rest else inner.exists():
            yield from _selected(inner, rest, case_sensitive)
    else:
        if case_sensitive is False:
            part = part.lower()
        for name in _names(path):
            if fnmatchcase(name.lower() if case_sensitive is False else name, part):
                inner = path / name
                if not rest or inner.is_dir():
                    yield from _selected(inner, rest, case_sensitive)


def _names(path):
    try:
        return os.listdir(str(path))
    except OSError:
        return []


# The folder and all below it.
def _folders(path):
    if path.is_dir():
        yield path
        for name in _names(path):
            inner = path / name
            if not inner.is_symlink():
                yield from _folders(inner)
