"""Streams over sockets and anything else that select.poll takes (I2S, UART, ...)."""

from . import core


class IncompleteReadError(EOFError):
    def __init__(self, partial, expected):
        super().__init__(
            "%d bytes read on a total of %r expected bytes"
            % (len(partial), "undefined" if expected is None else expected)
        )
        self.partial = partial
        self.expected = expected


class Stream:
    def __init__(self, s, e={}):
        self.s = s
        self.e = e
        self.out_buf = b""
        self._eof = False

    def get_extra_info(self, name, default=None):
        if name == "socket":
            return self.s
        return self.e.get(name, default)

    # --- reading

    async def read(self, n=-1):
        """Up to n bytes, b"" at the end; all that comes until the end if n < 0."""
        if n == 0:
            return b""
        parts = []
        while True:
            await core.wait_readable(self.s)
            data = self.s.read(n if n > 0 else 512)
            if data is None:
                continue
            if n > 0:
                return data
            if not data:
                return b"".join(parts)
            parts.append(data)

    async def readinto(self, buf):
        while True:
            await core.wait_readable(self.s)
            n = self.s.readinto(buf)
            if n is not None:
                return n

    async def readexactly(self, n):
        data = b""
        while len(data) < n:
            await core.wait_readable(self.s)
            more = self.s.read(n - len(data))
            if more is None:
                continue
            if not more:
                raise IncompleteReadError(data, n)
            data += more
        return data

    async def readline(self):
        line = b""
        while True:
            await core.wait_readable(self.s)
            more = self.s.readline()
            if more is None:
                continue
            line += more
            if not more or line.endswith(b"\n"):
                return line

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line

    # --- writing

    def write(self, buf):
        """Writes what can be written at once; drain() waits until the rest is gone."""
        if not self.out_buf:
            written = self.s.write(buf)
            if written == len(buf):
                return
            if written:
                buf = memoryview(buf)[written:]
        self.out_buf += bytes(buf)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    async def drain(self):
        if not self.out_buf:
            # Lets others go on, as a writer that never waits would starve them.
            return await core.sleep_ms(0)
        view = memoryview(self.out_buf)
        at = 0
        try:
            while at < len(view):
                await core.wait_writable(self.s)
                written = self.s.write(view[at:])
                if written:
                    at += written
        finally:
            self.out_buf = bytes(view[at:])

    def can_write_eof(self):
        return False

    def is_closing(self):
        return self.s is None

    def close(self):
        if self.s is not None:
            core._loop._streams.forget(self.s)

    async def wait_closed(self):
        if self.s is not None:
            core._loop._streams.forget(self.s)
            self.s.close()

    aclose = wait_closed

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


StreamReader = Stream
StreamWriter = Stream


def _context(ssl):
    """What `ssl=` means: False, True (verify against the usual roots), or a context."""
    if ssl is True:
        import ssl as module

        return module.create_default_context()
    return ssl


async def open_connection(host, port, ssl=None, server_hostname=None):
    import socket
    from errno import EINPROGRESS

    info = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)[0]
    s = socket.socket(info[0], info[1], info[2])
    s.setblocking(False)
    try:
        s.connect(info[-1])
    except OSError as e:
        if e.errno != EINPROGRESS:
            s.close()
            raise
    try:
        await core.wait_writable(s)
        error = s.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error:
            raise OSError(error)
        if ssl:
            context = _context(ssl)
            s = context.wrap_socket(
                s,
                server_hostname=server_hostname if server_hostname is not None else host,
                do_handshake_on_connect=False,
            )
            s.setblocking(False)
            await _handshake(s)
    except BaseException:
        core._loop._streams.forget(s)
        s.close()
        raise
    stream = Stream(s, {"peername": info[-1]})
    return stream, stream


async def _handshake(s):
    """Goes on with the TLS handshake whenever the socket allows; other tasks run meanwhile."""
    while True:
        want = s.handshake_step()
        if want == 0:
            return
        await (core.wait_readable(s) if want == 1 else core.wait_writable(s))


class Server:
    def __init__(self, sockets):
        self.sockets = sockets
        self._task = None

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()

    def close(self):
        if self._task is not None:
            self._task.cancel()

    async def wait_closed(self):
        if self._task is not None:
            try:
                await self._task
            except core.CancelledError:
                pass

    def is_serving(self):
        return self._task is not None and not self._task.done()

    async def start_serving(self):
        pass

    async def serve_forever(self):
        await self._task

    async def _serve(self, s, callback, ssl):
        try:
            while True:
                await core.wait_readable(s)
                try:
                    connection, address = s.accept()
                except OSError:
                    continue
                connection.setblocking(False)
                core.create_task(self._connected(connection, address, callback, ssl))
        finally:
            core._loop._streams.forget(s)
            s.close()

    async def _connected(self, connection, address, callback, ssl):
        if ssl:
            try:
                connection = ssl.wrap_socket(
                    connection, server_side=True, do_handshake_on_connect=False
                )
                connection.setblocking(False)
                await _handshake(connection)
            except OSError as e:
                connection.close()
                core._loop.call_exception_handler(
                    {"message": "TLS handshake failed", "exception": e}
                )
                return
        stream = Stream(connection, {"peername": address})
        result = callback(stream, stream)
        if core.iscoroutine(result):
            await result


async def start_server(callback, host, port, backlog=5, ssl=None):
    import socket

    host = host or "0.0.0.0"
    info = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)[0]
    s = socket.socket(info[0], info[1], info[2])
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(info[-1])
    s.listen(backlog)
    s.setblocking(False)
    server = Server([s])
    server._task = core.create_task(server._serve(s, callback, ssl))
    return server
