"""What os does with whole trees of folders, and scandir()."""

import os

_KIND, _FOLDER, _FILE = 0xF000, 0x4000, 0x8000


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = os.path.split(os.fspath(name))
    if not tail:
        head, tail = os.path.split(head)
    if head and tail and not os.path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == ".":
            return
    try:
        os.mkdir(name, mode)
    except OSError:
        if not exist_ok or not os.path.isdir(name):
            raise


def _remove_empty(name):
    head, tail = os.path.split(name)
    if not tail:
        head, tail = os.path.split(head)
    while head and tail:
        try:
            os.rmdir(head)
        except OSError:
            break
        head, tail = os.path.split(head)


def removedirs(name):
    os.rmdir(name)
    _remove_empty(name)


def renames(old, new):
    head, tail = os.path.split(new)
    if head and tail and not os.path.exists(head):
        makedirs(head)
    os.rename(old, new)
    head, tail = os.path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


class DirEntry:
    def __init__(self, folder, entry):
        self.name = entry[0]
        self.path = os.path.join(folder, self.name)
        self._kind = entry[1]
        self._inode = entry[2]

    def is_dir(self, *, follow_symlinks=True):
        return self._kind & _KIND == _FOLDER and (follow_symlinks or not self.is_symlink())

    def is_file(self, *, follow_symlinks=True):
        return self._kind & _KIND == _FILE and (follow_symlinks or not self.is_symlink())

    def is_symlink(self):
        return os.path.islink(self.path)

    def inode(self):
        return self._inode

    def stat(self, *, follow_symlinks=True):
        if not follow_symlinks and hasattr(os, "lstat"):
            return os.lstat(self.path)
        return os.stat(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry %r>" % (self.name,)


class _Scan:
    def __init__(self, folder):
        self._entries = os.ilistdir(folder)
        self._folder = folder

    def __iter__(self):
        return self

    def __next__(self):
        if self._entries is None:
            raise StopIteration
        return DirEntry(self._folder, next(self._entries))

    def close(self):
        self._entries = None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def scandir(path="."):
    return _Scan(os.fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = os.fspath(top)
    folders, files = [], []
    try:
        for entry in scandir(top):
            (folders if entry.is_dir() else files).append(entry.name)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    if topdown:
        yield top, folders, files
    for name in folders:
        if not followlinks and os.path.islink(os.path.join(top, name)):
            continue
        yield from walk(os.path.join(top, name), topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    try:
        permissions = os.stat(path)[0]
    except OSError:
        return False
    # A filesystem without permissions forbids nothing but to execute.
    bits = permissions & 0o777 or 0o666
    return all(bits & (want * 0o111) for want in (1, 2, 4) if mode & want)
