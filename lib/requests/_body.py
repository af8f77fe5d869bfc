"""The body of an answer: of a known length, in chunks, or until the connection ends."""


class Body:
    def __init__(self, sock, headers, is_empty):
        self._sock = sock
        self._chunked = "chunked" in headers.get("Transfer-Encoding", "").lower()
        self._ended = is_empty
        # Bytes of the body or of the chunk that are still to come; None: unknown.
        self._left = 0
        if not self._chunked:
            length = headers.get("Content-Length")
            self._left = None if length is None else int(length)

    def _more(self):
        """Whether there is something to read, and how much of it is known."""
        if self._chunked and not self._left and not self._ended:
            self._left = self._next_chunk()
        if self._left == 0:
            self._ended = True
        return not self._ended

    def _next_chunk(self):
        line = self._sock.readline()
        if line == b"\r\n":  # behind the chunk before
            line = self._sock.readline()
        try:
            size = int(line.partition(b";")[0], 16)
        except ValueError:
            raise OSError("bad chunk: %r" % line)
        if size == 0:
            while self._sock.readline().strip():  # trailers
                pass
        return size

    def readinto(self, buf):
        """What comes first, into the buffer; 0 at the end."""
        room = memoryview(buf)
        if not len(room) or not self._more():
            return 0
        if self._left is not None and self._left < len(room):
            room = room[: self._left]
        n = self._sock.recv_into(room)
        if self._left is None:
            self._ended = n == 0
        elif n == 0:
            raise OSError("the connection ended within the body")
        else:
            self._left -= n
        return n

    def read1(self, size):
        """Up to so many bytes, as soon as there are some; b"" at the end."""
        if not self._more():
            return b""
        room = bytearray(size if self._left is None else min(size, self._left))
        n = self.readinto(room)
        return bytes(memoryview(room)[:n])

    def read(self, size=-1):
        """So many bytes, fewer at the end; all if size < 0."""
        parts = []
        while size:
            part = self.read1(1024 if size < 0 else size)
            if not part:
                break
            parts.append(part)
            if size > 0:
                size -= len(part)
        return b"".join(parts)

    def close(self):
        self._ended = True
        self._sock.close()
