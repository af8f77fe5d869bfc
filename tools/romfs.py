#!/usr/bin/env python3
"""Builds an image of a folder for vfs.VfsRom, in MicroPython's ROMFS format.

    tools/romfs.py FOLDER -o IMAGE [--align N]

Entries are sorted by name, so that the same files make the same image. Names that begin with a dot
are left out. With --align the content of each file begins at a multiple of N bytes from the image's
start: it is stored apart from its entry, which points to it.
"""
import argparse
import pathlib
import sys

IMAGE = 0x14A6B1  # encoded: d2 cd 31, "RM1" with the upper bits of the first two set
PADDING, VERBATIM, POINTER, FOLDER, FILE = 1, 2, 3, 4, 5


def number(value):
    """Big-endian, seven bits a byte; the upper bit says that more follow."""
    out = [value & 0x7F]
    while value := value >> 7:
        out.insert(0, 0x80 | value & 0x7F)
    return bytes(out)


def record(kind, payload):
    return number(kind) + number(len(payload)) + payload


def named(name):
    encoded = name.encode()
    return number(len(encoded)) + encoded


def padding(size):
    """Records without meaning, of `size` bytes in all (not 1)."""
    out = b""
    while size:
        part = min(size, 100)
        part -= size - part == 1
        out += record(PADDING, bytes(part - 2))
        size -= part
    return out


HEADER = 3 + 5  # of an aligned image: the kind, and the length in five bytes


class Builder:
    def __init__(self, align):
        self.align = align
        self.data = bytearray()  # what stands before the entries of the root

    def content(self, data):
        if self.align <= 1:
            return record(VERBATIM, data)
        head = len(number(VERBATIM)) + len(number(len(data)))
        gap = -(HEADER + len(self.data) + head) % self.align
        self.data += padding(gap if gap != 1 else gap + self.align)
        self.data += record(VERBATIM, data)
        return record(POINTER, number(len(data)) + number(len(self.data) - len(data)))

    def folder(self, path):
        out = bytearray()
        for entry in sorted(path.iterdir(), key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                out += record(FOLDER, named(entry.name) + self.folder(entry))
            else:
                out += record(FILE, named(entry.name) + self.content(entry.read_bytes()))
        return bytes(out)


def build(folder, align=1):
    builder = Builder(align)
    entries = builder.folder(pathlib.Path(folder))
    payload = bytes(builder.data) + entries
    length = number(len(payload))
    if align > 1:
        length = b"\x80" * (HEADER - 3 - len(length)) + length
    elif (3 + len(length) + len(payload)) % 2:
        length = b"\x80" + length
    return number(IMAGE) + length + payload


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("-o", "--output", type=pathlib.Path, required=True)
    parser.add_argument("--align", type=int, default=1)
    options = parser.parse_args()
    if not options.folder.is_dir():
        parser.error(f"{options.folder} is no folder")
    if options.align < 1:
        parser.error("--align takes a number of 1 or more")
    image = build(options.folder, options.align)
    options.output.write_bytes(image)
    print(f"{options.output}: {len(image)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
