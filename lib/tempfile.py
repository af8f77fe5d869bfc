# tempfile: files and folders with a fresh name, which go when they are closed, cleaned up or no
# longer in use. Where the operating system has owners of files, only theirs can read them.
import os

__all__ = ["NamedTemporaryFile", "TemporaryDirectory", "TemporaryFile", "gettempdir",
           "gettempprefix", "mkdtemp", "mkstemp", "tempdir", "template"]

TMP_MAX = 10000  # names that are tried
template = "tmp"
tempdir = None  # the folder to use, once it is known


def _candidates():
    for name in ("TMPDIR", "TEMP", "TMP"):
        if folder := os.environ.get(name):
            yield os.path.abspath(folder)
    yield from ("/tmp", "/var/tmp", "/usr/tmp")
    yield os.getcwd()


def gettempdir():
    global tempdir
    if tempdir is None:
        for folder in _candidates():
            if os.path.isdir(folder) and os.access(folder, os.W_OK):
                tempdir = folder
                break
        else:
            raise FileNotFoundError(2, "No usable temporary directory found")
    return tempdir


def gettempprefix():
    return template


def _create(make, suffix, prefix, dir):
    """make(path) with fresh names until one is not taken; the path and what make returned."""
    from random import choice
    folder = os.path.abspath(gettempdir() if dir is None else dir)
    for _ in range(TMP_MAX):
        middle = "".join([choice("abcdefghijklmnopqrstuvwxyz0123456789_") for _ in range(8)])
        name = (template if prefix is None else prefix) + middle + (suffix or "")
        path = os.path.join(folder, name)
        try:
            return path, make(path)
        except FileExistsError:
            pass
    raise FileExistsError(17, "No usable temporary file name found")


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _create(os.mkdir, suffix, prefix, dir)[0]


def _open_new(path):
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """(number of the open file, path)"""
    return _create(_open_new, suffix, prefix, dir)[::-1]


def _remove_file(path):
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


class _TemporaryFile:
    """A file with its path as name; what it has not itself it takes from the file."""

    def __init__(self, file, name, delete, delete_on_close):
        from weakref import finalize
        self.file, self.name, self.delete = file, name, delete
        self._delete_on_close = delete_on_close
        self._remove = finalize(self, _remove_file, name) if delete else None

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *args):
        self.file.close()
        if self._remove:
            self._remove()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        self.file.close()
        if self._remove and self._delete_on_close:
            self._remove()


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None,
                       prefix=None, dir=None, delete=True, *, errors=None, delete_on_close=True):
    if "b" not in mode and encoding is None:
        encoding = "utf-8"

    def make(path):
        if hasattr(os, "fdopen"):
            return os.fdopen(_open_new(path), mode, buffering, encoding, errors, newline)
        return open(path, mode.replace("w", "x"), buffering, encoding, errors, newline)

    path, file = _create(make, suffix, prefix, dir)
    return _TemporaryFile(file, path, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                  dir=None, *, errors=None):
    return NamedTemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir,
                              errors=errors)


def _remove_folder(path, ignore_errors):
    from shutil import rmtree
    if os.path.exists(path):
        rmtree(path, ignore_errors)


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *,
                 delete=True):
        from weakref import finalize
        self.name = mkdtemp(suffix, prefix, dir)
        self._delete, self._ignore_errors = delete, ignore_cleanup_errors
        self._remove = finalize(self, _remove_folder, self.name, ignore_cleanup_errors)
        if not delete:
            self._remove.detach()

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        self._remove.detach()
        _remove_folder(self.name, self._ignore_errors)
