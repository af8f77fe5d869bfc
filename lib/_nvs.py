# esp32.NVS: keys and values that outlive a reset, in the flash partition "nvs".
#
# The partition has two halves, of which the one with the higher generation counts. Each is a log: a
# record replaces earlier ones of its key, and the first that is not whole ends it, so a loss of
# power takes at most what was not committed. A log that is full is written anew into the other
# half, and gets its header last.
import struct
from binascii import crc32

from esp32 import Partition

_SECTOR = 4096
_MAGIC = 0x314E524B
_INT, _BLOB, _GONE = 1, 2, 3
_HEADER = "<II"
_RECORD = "<BBBBHH"  # kind, 0, sizes of namespace and key, size of the value, checksum
_NOT_FOUND = (-0x1102, "ESP_ERR_NVS_NOT_FOUND")
_INVALID_NAME = (-0x1106, "ESP_ERR_NVS_INVALID_NAME")
_INVALID_LENGTH = (-0x110C, "ESP_ERR_NVS_INVALID_LENGTH")
_NO_SPACE = (-0x1105, "ESP_ERR_NVS_NOT_ENOUGH_SPACE")
_LONGEST = 15


def _record(space, key, kind, value):
    body = space + key + value
    head = struct.pack(_RECORD, kind, 0, len(space), len(key), len(value), crc32(body) & 0xFFFF)
    return head + body


class _Store:
    def __init__(self):
        self._part = Partition.find(Partition.TYPE_DATA, label="nvs")[0]
        self._half = self._part.ioctl(4, 0) // 2 * _SECTOR
        self._values = {}  # (namespace, key): (kind, value)
        self._changed = set()
        generations = [self._generation(half) for half in (0, 1)]
        self._active = generations.index(max(generations))
        self._end = struct.calcsize(_HEADER)
        if generations[self._active] == 0:
            self._rewrite(0)
        else:
            self._load()

    def _read(self, half, at, size):
        data = bytearray(size)
        self._part.readblocks(half * (self._half // _SECTOR), data, at)
        return data

    def _write(self, half, at, data):
        self._part.writeblocks(half * (self._half // _SECTOR), data, at)

    def _generation(self, half):
        magic, number = struct.unpack(_HEADER, self._read(half, 0, struct.calcsize(_HEADER)))
        return number if magic == _MAGIC else 0

    def _load(self):
        size = struct.calcsize(_RECORD)
        while self._end + size <= self._half:
            head = self._read(self._active, self._end, size)
            kind, _, space, key, length, checksum = struct.unpack(_RECORD, head)
            total = space + key + length
            if kind not in (_INT, _BLOB, _GONE) or self._end + size + total > self._half:
                break
            body = bytes(self._read(self._active, self._end + size, total))
            if crc32(body) & 0xFFFF != checksum:
                break
            name = body[:space], body[space:space + key]
            if kind == _GONE:
                self._values.pop(name, None)
            else:
                self._values[name] = kind, body[space + key:]
            self._end += size + total
        # What is not whole is in the way of what comes next.
        rest = self._read(self._active, self._end, min(size, self._half - self._end))
        if rest.count(b"\xff") != len(rest):
            self._rewrite(1 - self._active)

    def _rewrite(self, half):
        generation = self._generation(self._active) + 1
        log = b"".join(_record(*name, *value) for name, value in self._values.items())
        start = struct.calcsize(_HEADER)
        if start + len(log) > self._half:
            raise OSError(*_NO_SPACE)
        first = half * (self._half // _SECTOR)
        for block in range(self._half // _SECTOR):
            self._part.ioctl(6, first + block)
        self._write(half, start, log)
        self._write(half, 0, struct.pack(_HEADER, _MAGIC, generation))
        self._active, self._end = half, start + len(log)

    def commit(self):
        log = b""
        for name in self._changed:
            log += _record(*name, *self._values.get(name, (_GONE, b"")))
        if self._end + len(log) > self._half:
            self._rewrite(1 - self._active)
        elif log:
            self._write(self._active, self._end, log)
            self._end += len(log)
        self._changed.clear()

    def get(self, name, kind):
        found = self._values.get(name)
        if found is None or found[0] != kind:
            raise OSError(*_NOT_FOUND)
        return found[1]

    def set(self, name, kind, value):
        if self._values.get(name) != (kind, value):
            self._values[name] = kind, value
            self._changed.add(name)

    def erase(self, name):
        if self._values.pop(name, None) is None:
            raise OSError(*_NOT_FOUND)
        self._changed.add(name)


_store = None


def _name(text):
    data = text.encode()
    if not 0 < len(data) <= _LONGEST:
        raise OSError(*_INVALID_NAME)
    return data


class NVS:
    def __init__(self, namespace):
        global _store
        if _store is None:
            _store = _Store()
        self._space = _name(namespace)

    def set_i32(self, key, value):
        if not -0x80000000 <= value < 0x80000000:
            raise OverflowError("value must fit in 32 bits")
        _store.set((self._space, _name(key)), _INT, struct.pack("<i", value))

    def get_i32(self, key):
        return struct.unpack("<i", _store.get((self._space, _name(key)), _INT))[0]

    def set_blob(self, key, value):
        data = value.encode() if isinstance(value, str) else bytes(value)
        if len(data) > 4000:
            raise OSError(*_INVALID_LENGTH)
        _store.set((self._space, _name(key)), _BLOB, data)

    def get_blob(self, key, buffer):
        data = _store.get((self._space, _name(key)), _BLOB)
        if len(data) > len(buffer):
            raise OSError(*_INVALID_LENGTH)
        buffer[:len(data)] = data
        return len(data)

    def erase_key(self, key):
        _store.erase((self._space, _name(key)))

    def commit(self):
        _store.commit()
