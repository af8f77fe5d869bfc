# shutil: copying, moving and removing files and folders.
#
# os shows no symbolic links here: copies follow them. rmtree does not: rmdir refuses a link, which
# is how it tells one from a folder.
# Differs: no function copies permissions and times; copy2 is copy.
import os
from errno import EEXIST, ENOTDIR, ENOTEMPTY

__all__ = ["Error", "SameFileError", "copy", "copy2", "copyfile", "copyfileobj", "copytree",
           "disk_usage", "ignore_patterns", "move", "rmtree", "which"]

_KIND, _FOLDER = 0xF000, 0x4000


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def _same_file(a, b):
    if not (os.path.exists(a) and os.path.exists(b)):
        return False
    one, other = os.stat(a), os.stat(b)
    if one[1]:  # an inode number
        return one[1:3] == other[1:3]
    return os.path.abspath(a) == os.path.abspath(b)


def copyfileobj(fsrc, fdst, length=4096):
    while chunk := fsrc.read(length):
        fdst.write(chunk)


def copyfile(src, dst, *, follow_symlinks=True):
    if _same_file(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    with open(src, "rb") as source, open(dst, "wb") as target:
        copyfileobj(source, target)
    return dst


def copy(src, dst, *, follow_symlinks=True):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    return copyfile(src, dst)


copy2 = copy


def ignore_patterns(*patterns):
    """An `ignore` for copytree: the names that match one of the patterns."""
    def ignored(path, names):
        from fnmatch import filter
        return {name for pattern in patterns for name in filter(names, pattern)}
    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2,
             ignore_dangling_symlinks=False, dirs_exist_ok=False):
    names = os.listdir(src)
    skipped = ignore(os.fspath(src), names) if ignore else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in skipped:
            continue
        source, target = os.path.join(src, name), os.path.join(dst, name)
        try:
            if os.path.isdir(source):
                copytree(source, target, symlinks, ignore, copy_function,
                         ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(source, target)
        except Error as e:
            errors.extend(e.args[0])
        except OSError as e:
            errors.append((source, target, str(e)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Removes a folder and all below it; links in it are removed, not followed."""
    def failed(function, path, error):
        if ignore_errors:
            return
        if onexc:
            onexc(function, path, error)
        elif onerror:
            onerror(function, path, (type(error), error, error.__traceback__))
        else:
            raise error

    try:
        if os.stat(path)[0] & _KIND != _FOLDER:
            raise NotADirectoryError(ENOTDIR, "Not a directory", path)
    except OSError as e:
        failed(os.stat, path, e)
        return
    if not _remove_folder(path, failed):
        failed(os.rmdir, path, OSError("Cannot call rmtree on a symbolic link"))


def _remove_folder(path, failed):
    """False if it is a link to a folder, which stays."""
    try:
        os.rmdir(path)
        return True
    except OSError as e:
        if e.errno == ENOTDIR:
            return False
        if e.errno not in (ENOTEMPTY, EEXIST):
            failed(os.rmdir, path, e)
            return True
    step = os.listdir
    try:
        for entry in list(os.scandir(path)):
            if not (entry.is_dir() and _remove_folder(entry.path, failed)):
                try:
                    os.unlink(entry.path)
                except OSError as e:
                    failed(os.unlink, entry.path, e)
        step = os.rmdir
        os.rmdir(path)
    except OSError as e:
        failed(step, path, e)
    return True


def move(src, dst, copy_function=copy2):
    target = dst
    if os.path.isdir(dst) and not _same_file(src, dst):
        name = os.path.basename(os.fspath(src).rstrip(os.sep))
        target = os.path.join(dst, name)
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
    except OSError:  # another file system, or a reason that shows again below
        if os.path.isdir(src):
            inside = os.path.abspath(target) + os.sep
            if inside.startswith(os.path.abspath(src) + os.sep):
                raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
            copytree(src, target, copy_function=copy_function)
            rmtree(src)
        else:
            copy_function(src, target)
            os.unlink(src)
    return target


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of the program that a command would run; None if there is none."""
    def fits(name):
        return os.path.exists(name) and not os.path.isdir(name) and os.access(name, mode)

    if os.path.dirname(cmd):
        return cmd if fits(cmd) else None
    if path is None:
        path = os.environ.get("PATH", "/bin:/usr/bin")
    for folder in path.split(os.pathsep) if path else ():
        name = os.path.join(folder, cmd)
        if fits(name):
            return name
    return None


def disk_usage(path):
    from collections import namedtuple
    block, total, free, available = [os.statvfs(path)[index] for index in (1, 2, 3, 4)]
    usage = namedtuple("usage", "total used free")
    return usage(total * block, (total - free) * block, available * block)
