# Makes images of ROMFS, for the scripts of this folder.


def number(n):
    out = [n & 127]
    while n := n >> 7:
        out.insert(0, n & 127 | 128)
    return bytes(out)


def record(kind, payload):
    return number(kind) + number(len(payload)) + payload


def entry(kind, name, content):
    return record(kind, number(len(name)) + name.encode() + content)


def file(name, data):
    return entry(5, name, record(2, data))


def image(content):
    return record(0x14A6B1, content)
