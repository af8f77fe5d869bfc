"""os.path: paths with '/' between names."""

import os

sep = "/"


def normcase(path):
    return path


def isabs(path):
    return path.startswith("/")


def join(first, *rest):
    path = first
    for part in rest:
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(path):
    at = path.rfind("/") + 1
    head, tail = path[:at], path[at:]
    if head.strip("/"):
        head = head.rstrip("/")
    return head, tail


def dirname(path):
    return split(path)[0]


def basename(path):
    return path[path.rfind("/") + 1 :]


def splitext(path):
    dot = path.rfind(".")
    name = path.rfind("/") + 1
    if dot < name or not path[name:dot].strip("."):
        return path, ""
    return path[:dot], path[dot:]


def splitdrive(path):
    return "", path


def normpath(path):
    parts = []
    absolute = path.startswith("/")
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".." or not absolute:
            parts.append(part)
    text = "/".join(parts)
    if absolute:
        return ("//" if path.startswith("//") and not path.startswith("///") else "/") + text
    return text or "."


def abspath(path):
    return normpath(path if isabs(path) else join(os.getcwd(), path))


def _is_link(path):
    # Only where the operating system has links.
    return hasattr(os, "lstat") and os.lstat(path)[0] & 0xF000 == 0xA000


def realpath(path, *, strict=False):
    links = 0
    rest = abspath(path).split("/")[::-1]
    real = "/"
    while rest:
        part = rest.pop()
        if part in ("", "."):
            continue
        if part == "..":
            real = dirname(real)
            continue
        here = join(real, part)
        try:
            is_link = _is_link(here)
        except OSError:
            if strict:
                raise
            is_link = False
        if is_link and links < 40:
            links += 1
            target = os.readlink(here)
            if target.startswith("/"):
                real = "/"
            rest.extend(target.split("/")[::-1])
        elif is_link and strict:
            raise OSError(40, "Too many levels of symbolic links", path)
        else:
            real = here
    return real


def _kind(path):
    try:
        return os.stat(path)[0] & 0xF000
    except OSError:
        return 0


def exists(path):
    try:
        os.stat(path)
    except OSError:
        return False
    return True


def lexists(path):
    try:
        (os.lstat if hasattr(os, "lstat") else os.stat)(path)
    except OSError:
        return False
    return True


def isdir(path):
    return _kind(path) == 0x4000


def isfile(path):
    return _kind(path) == 0x8000


def islink(path):
    try:
        return _is_link(path)
    except OSError:
        return False


def samefile(path1, path2):
    one, other = os.stat(path1), os.stat(path2)
    return one[1:3] == other[1:3]


def getsize(path):
    return os.stat(path)[6]


def getatime(path):
    return os.stat(path)[7]


def getmtime(path):
    return os.stat(path)[8]


def getctime(path):
    return os.stat(path)[9]


def commonprefix(paths):
    if not paths:
        return ""
    low, high = min(paths), max(paths)
    for i, char in enumerate(low):
        if char != high[i]:
            return low[:i]
    return low


def relpath(path, start="."):
    here, there = abspath(start).split("/"), abspath(path).split("/")
    here = [part for part in here if part]
    there = [part for part in there if part]
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def expanduser(path):
    return path
