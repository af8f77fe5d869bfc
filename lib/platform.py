"""What the program runs on."""
import os
import sys

import _platform


def _names():
    return os.uname()


def system():
    name = sys.platform
    return name[:1].upper() + name[1:]


def node():
    return _names().nodename


def release():
    return _names().release


def version():
    return _names().version


def machine():
    return _names().machine


def processor():
    return ""


def architecture(executable="", bits="", linkage=""):
    return ("64bit" if sys.maxsize > 1 << 32 else "32bit", linkage)


def platform(aliased=False, terse=False):
    parts = [system(), release()]
    if not terse:
        parts += [machine().replace(" ", "_"), "with", "".join(libc_ver())]
    return "-".join(part for part in parts if part)


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return (_platform.libc, _platform.libc_version)


def python_compiler():
    return _platform.compiler


def python_implementation():
    return sys.implementation.name


def python_version():
    return "{}.{}.{}".format(*sys.version_info[:3])


def python_version_tuple():
    return tuple(str(part) for part in sys.version_info[:3])


def python_build():
    return ("", "")
