"""Files as gzip packs them."""
import builtins
import io
import os
import struct
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "compress", "decompress", "open"]

READ, WRITE = "rb", "wb"
_CHUNK = 4096


class BadGzipFile(OSError):
    pass


def _header(mtime, name=""):
    name = os.path.basename(name) if name else ""
    if name.endswith(".gz"):
        name = name[:-3]
    try:
        name = name.encode("latin-1")
    except (AttributeError, ValueError):
        name = b""
    if mtime is None:
        mtime = int(time.time())
    head = struct.pack("<4sLBB", b"\x1f\x8b\x08" + (b"\x08" if name else b"\0"),
                       mtime & 0xFFFFFFFF, 2, 255)
    return head + name + b"\0" if name else head


def compress(data, compresslevel=9, *, mtime=None):
    packer = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = packer.compress(data) + packer.flush()
    return _header(mtime) + body + struct.pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def decompress(data):
    parts = []
    data = bytes(data)
    while data:
        if data[:2] != b"\x1f\x8b":
            if parts and not data.strip(b"\0"):  # padding
                break
            raise BadGzipFile("Not a gzipped file (%r)" % data[:2])
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        parts.append(_unpack(unpacker, data))
        if not unpacker.eof:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        data = unpacker.unused_data
    return b"".join(parts)


def _unpack(unpacker, data, limit=0):
    try:
        return unpacker.decompress(data, limit)
    except zlib.error as e:
        raise BadGzipFile(str(e)) from None


class GzipFile(io.IOBase):
    """A file of bytes that is packed in another file."""

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        self._owned = None
        mode = mode or getattr(fileobj, "mode", READ) or READ
        if "t" in mode or "U" in mode:
            raise ValueError("Invalid mode: %r" % mode)
        kind = mode.replace("b", "")
        if kind not in ("r", "w", "a", "x"):
            raise ValueError("Invalid mode: %r" % mode)
        if fileobj is None:
            fileobj = self._owned = builtins.open(filename, kind + "b")
        if filename is None:
            filename = getattr(fileobj, "name", "")
        self.name = filename if isinstance(filename, str) else ""
        self.mode = READ if kind == "r" else WRITE
        self.fileobj = fileobj
        self._size = self._crc = self._position = 0
        self._left = b""
        self._input = b""
        self._unpacker = None
        if self.mode == WRITE:
            self._packer = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS)
            fileobj.write(_header(mtime, self.name))

    @property
    def closed(self):
        return self.fileobj is None

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def _check(self, mode):
        if self.fileobj is None:
            raise ValueError("I/O operation on closed file")
        if self.mode != mode:
            raise OSError(9, "%s on a file that is not open for it" %
                          ("read" if mode == READ else "write"))

    def write(self, data):
        self._check(WRITE)
        data = bytes(data)
        self._crc = zlib.crc32(data, self._crc)
        self._size += len(data)
        self._position = self._size
        packed = self._packer.compress(data)
        if packed:
            self.fileobj.write(packed)
        return len(data)

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        if self.fileobj is not None and self.mode == WRITE:
            self.fileobj.write(self._packer.flush(zlib_mode))
            self.fileobj.flush()

    def close(self):
        fileobj, self.fileobj = self.fileobj, None
        if fileobj is None:
            return
        try:
            if self.mode == WRITE:
                fileobj.write(self._packer.flush())
                fileobj.write(struct.pack("<LL", self._crc, self._size & 0xFFFFFFFF))
        finally:
            if self._owned is not None:
                self._owned.close()

    # Unpacks at most so much more; b"" at the end.
    def _more(self, limit):
        while True:
            if not self._input:
                self._input = self.fileobj.read(_CHUNK)
            if self._unpacker is None:
                self._input = self._input.lstrip(b"\0") if self._position else self._input
                if not self._input:
                    self._input = self.fileobj.read(_CHUNK)
                    if not self._input:
                        return b""
                    continue
                if self._input[0] != 0x1F:
                    raise BadGzipFile("Not a gzipped file (%r)" % self._input[:2])
                self._unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
            if not self._input:
                raise EOFError(
                    "Compressed file ended before the end-of-stream marker was reached")
            data = _unpack(self._unpacker, self._input, limit)
            if self._unpacker.eof:
                self._input = self._unpacker.unused_data
                self._unpacker = None
                self._position = self._position or 1
            else:
                self._input = self._unpacker.unconsumed_tail
            if data:
                return data

    def read(self, size=-1):
        self._check(READ)
        if size is None or size < 0:
            parts = [self._left]
            self._left = b""
            while True:
                data = self._more(0)
                if not data:
                    break
                parts.append(data)
            data = b"".join(parts)
        else:
            while len(self._left) < size:
                data = self._more(max(_CHUNK, size - len(self._left)))
                if not data:
                    break
                self._left += data
            data, self._left = self._left[:size], self._left[size:]
        self._size += len(data)
        return data

    def read1(self, size=-1):
        self._check(READ)
        if not self._left:
            self._left = self._more(_CHUNK)
        if size < 0:
            size = len(self._left)
        data, self._left = self._left[:size], self._left[size:]
        self._size += len(data)
        return data

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        self._check(READ)
        while b"\n" not in self._left and (size < 0 or len(self._left) < size):
            data = self._more(_CHUNK)
            if not data:
                break
            self._left += data
        end = self._left.find(b"\n") + 1 or len(self._left)
        if 0 <= size < end:
            end = size
        data, self._left = self._left[:end], self._left[end:]
        self._size += len(data)
        return data

    def tell(self):
        return self._size

    def rewind(self):
        self._check(READ)
        self.fileobj.seek(0)
        self._size = self._position = 0
        self._left = self._input = b""
        self._unpacker = None

    def seek(self, offset, whence=0):
        if whence == 1:
            offset += self._size
        elif whence:
            raise ValueError("Seek from end not supported")
        if self.mode == WRITE:
            if offset < self._size:
                raise OSError("Negative seek in write mode")
            self.write(bytes(offset - self._size))
            return offset
        if offset < self._size:
            self.rewind()
        while self._size < offset:
            if not self.read(min(_CHUNK, offset - self._size)):
                break
        return self._size


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """A GzipFile, or for text modes a text file over one."""
    is_text = "t" in mode
    if is_text and "b" in mode:
        raise ValueError("Invalid mode: %r" % mode)
    if not is_text and (encoding or errors or newline):
        raise ValueError("Arguments for text need a text mode")
    mode = mode.replace("t", "")
    if isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__"):
        file = GzipFile(filename, mode, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, mode, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    return io.TextIOWrapper(file, encoding, errors, newline) if is_text else file
