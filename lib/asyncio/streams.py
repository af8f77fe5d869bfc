"""Streams over sockets and anything else that select.poll takes (I2S, UART, ...)."""

from collections import deque
from errno import EAGAIN, EINPROGRESS

from . import core
from .timeouts import Timeout

_CHUNK = 1024
_HANDSHAKE_MS = 60000
_PAUSE_MS = 100  # after an accept that failed for want of room


class IncompleteReadError(EOFError):
    def __init__(self, partial, expected):
        super().__init__(
            "%d bytes read on a total of %s expected bytes"
            % (len(partial), "undefined" if expected is None else repr(expected))
        )
        self.partial = partial
        self.expected = expected


class LimitOverrunError(Exception):
    """Differs: never raised, since lines have no limit here."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed


class Stream:
    """Both directions of a stream that does not block."""

    def __init__(self, s, e={}):
        self.s = s
        self.e = e
        self._unwritten = None  # what write() could not write at once
        self._out = deque()  # what comes after that
        self._drained = None  # a future, while a task writes that
        self._eof = False
        self._closing = False
        self._closer = None

    def get_extra_info(self, name, default=None):
        if name == "socket":
            return self.s
        if name == "sockname":
            return self.s.getsockname()
        if name == "ssl_object":
            return self.s if hasattr(self.s, "handshake_step") else default
        return self.e.get(name, default)

    # --- reading

    async def read(self, n=-1):
        """Up to n bytes, b"" at the end; all that comes until the end if n < 0."""
        if n == 0:
            return b""
        if n > 0:
            return await self._read(n)
        parts = []
        while True:
            data = await self._read(_CHUNK)
            if not data:
                return b"".join(parts)
            parts.append(data)

    async def _read(self, n):
        while True:
            await core.wait_readable(self.s)
            data = self.s.read(n)
            if data is not None:
                self._eof = not data
                return data

    async def readinto(self, buf):
        while True:
            await core.wait_readable(self.s)
            n = self.s.readinto(buf)
            if n is not None:
                self._eof = n == 0
                return n

    async def readexactly(self, n):
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        data = bytearray()
        while len(data) < n:
            more = await self._read(n - len(data))
            if not more:
                raise IncompleteReadError(bytes(data), n)
            data += more
        return bytes(data)

    async def readline(self):
        """A line with its end; what there is at the end of the stream."""
        line = b""
        while True:
            await core.wait_readable(self.s)
            more = self.s.readline()
            if more is None:
                continue
            line += more
            if not more or line.endswith(b"\n"):
                self._eof = not more
                return line

    async def readuntil(self, separator=b"\n"):
        if not separator:
            raise ValueError("Separator should be at least one-byte string")
        if separator == b"\n":
            line = await self.readline()
            if not line.endswith(separator):
                raise IncompleteReadError(line, None)
            return line
        data = bytearray()
        while not data.endswith(separator):
            # Not more than surely belongs to it, as nothing can be given back.
            more = await self._read(max(1, len(separator) - len(data)))
            if not more:
                raise IncompleteReadError(bytes(data), None)
            data += more
        return bytes(data)

    def at_eof(self):
        return self._eof

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
        if self._unwritten is not None:
            self._out.append(bytes(buf))
            return
        written = self.s.write(buf)
        if written != len(buf):
            self._unwritten = bytes(memoryview(buf)[written:] if written else buf)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    async def drain(self):
        if self._unwritten is None:
            # Lets others go on, as a writer that never waits would starve them.
            await core.sleep_ms(0)
        elif self._drained is not None:
            await self._drained
        else:
            await self._drain()

    async def _drain(self):
        drained = self._drained = core.Future()
        try:
            while self._unwritten is not None:
                await core.wait_writable(self.s)
                written = self.s.write(self._unwritten)
                if written == len(self._unwritten):
                    self._unwritten = self._out.popleft() if self._out else None
                elif written:
                    self._unwritten = memoryview(self._unwritten)[written:]
            drained.set_result(None)
        except OSError as e:
            self._unwritten = None
            self._out.clear()
            drained.set_exception(e)
            raise
        finally:
            self._drained = None
            drained.cancel()

    def can_write_eof(self):
        return hasattr(self.s, "shutdown")

    def write_eof(self):
        self.s.shutdown(1)

    async def start_tls(self, sslcontext, *, server_hostname=None):
        """Goes on with TLS over the same connection, as the context's side."""
        await self.drain()
        options = {"server_side": True} if sslcontext.protocol & 1 else {}
        if server_hostname is not None:
            options["server_hostname"] = server_hostname
        self.s = await _secured(self.s, sslcontext, **options)

    # --- the end

    def is_closing(self):
        return self._closing

    def close(self):
        """Closes it when what was written is gone; wait_closed() waits for that."""
        if not self._closing:
            self._closing = True
            if self._unwritten is not None:
                self._closer = core.create_task(self._close_drained())
            else:
                self._close()

    async def _close_drained(self):
        try:
            await self.drain()
        except OSError:
            pass  # the other side is gone
        finally:
            self._close()

    def _close(self):
        core._loop._streams.forget(self.s)
        self.s.close()

    async def wait_closed(self):
        self.close()
        if self._closer is not None:
            await self._closer

    aclose = wait_closed

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        await self.wait_closed()


StreamReader = Stream
StreamWriter = Stream


# --- connections


async def _secured(s, ssl, **options):
    """TLS over a connected socket. `ssl` is True (verified against the usual roots) or a context."""
    if ssl is True:
        import ssl as module

        ssl = module.create_default_context()
    s = ssl.wrap_socket(s, do_handshake_on_connect=False, **options)
    try:
        s.setblocking(False)
        async with Timeout(None, _HANDSHAKE_MS):
            while True:
                want = s.handshake_step()
                if want == 0:
                    return s
                await (core.wait_readable(s) if want == 1 else core.wait_writable(s))
    except BaseException:
        s.close()
        raise


async def _connected(info):
    import socket

    s = socket.socket(info[0], info[1], info[2])
    try:
        s.setblocking(False)
        try:
            s.connect(info[-1])
        except OSError as e:
            if e.errno != EINPROGRESS:
                raise
            await core.wait_writable(s)
            error = s.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if error:
                raise OSError(error, "Connect call failed %r" % (info[-1],))
    except BaseException:
        s.close()
        raise
    return s


async def _addresses(host, port):
    """What getaddrinfo() gives; other tasks run while the name is looked up."""
    import socket

    query = socket.resolve(host, port, socket.SOCK_STREAM)
    await core.wait_readable(query)
    return query.result()


async def _local_address(host, port):
    """Where to listen. Only a name is looked up, which takes time."""
    import socket

    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.inet_pton(family, host)
        except OSError:
            continue
        return socket.getaddrinfo(host, port, family, socket.SOCK_STREAM)[0]
    return (await _addresses(host, port))[0]


async def open_connection(host, port, ssl=None, server_hostname=None, *, limit=None):
    """A reader and a writer. Differs: lines have no limit."""
    failure = OSError("no address of %s" % host)
    for info in await _addresses(host, port):
        try:
            s = await _connected(info)
        except OSError as e:
            failure = e
            continue
        if ssl:
            s = await _secured(s, ssl, server_hostname=server_hostname or host)
        stream = Stream(s, {"peername": info[-1]})
        return stream, stream
    raise failure


class Server:
    """Accepts connections; each is served by a task of its own."""

    def __init__(self, s, callback, ssl):
        self._socket = s
        self._callback = callback
        self._ssl = ssl
        self._task = None

    @property
    def sockets(self):
        return () if self._socket is None else (self._socket,)

    def get_loop(self):
        return core._loop

    def is_serving(self):
        return self._task is not None and not self._task.done()

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        self.close()
        await self.wait_closed()

    async def start_serving(self):
        if self._task is None:
            self._task = core.create_task(self._serve())
            # Whoever is cancelled while waiting for the server ends it.
            self._task.add_done_callback(lambda task: self.close())

    async def serve_forever(self):
        if self._socket is None:
            raise RuntimeError("server %r is closed" % self)
        await self.start_serving()
        try:
            await self._task
        finally:
            self.close()

    def close(self):
        if self._socket is not None:
            core._loop._streams.forget(self._socket)
            self._socket.close()
            self._socket = None
            if self._task is not None:
                self._task.cancel()

    async def wait_closed(self):
        if self._task is not None:
            try:
                await self._task
            except core.CancelledError:
                if core._loop._current.cancelling():
                    raise

    async def _serve(self):
        while True:
            await core.wait_readable(self._socket)
            try:
                connection, address = self._socket.accept()
            except OSError as e:
                if e.errno != EAGAIN:
                    core._loop.call_exception_handler({"message": "accept failed", "exception": e})
                    await core.sleep_ms(_PAUSE_MS)
                continue
            connection.setblocking(False)
            core.create_task(self._talk(connection, address))

    async def _talk(self, s, address):
        if self._ssl:
            try:
                s = await _secured(s, self._ssl, server_side=True)
            except OSError as e:
                core._loop.call_exception_handler(
                    {"message": "TLS handshake failed", "exception": e}
                )
                return
        stream = Stream(s, {"peername": address})
        try:
            result = self._callback(stream, stream)
            if core.iscoroutine(result):
                await result
        except BaseException:
            stream.close()
            raise


async def start_server(
    callback,
    host=None,
    port=None,
    backlog=5,
    ssl=None,
    start_serving=True,
    *,
    limit=None,
    reuse_address=True,
    reuse_port=False,
):
    import socket

    info = await _local_address(host or "0.0.0.0", port or 0)
    s = socket.socket(info[0], info[1], info[2])
    try:
        if reuse_address:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if reuse_port:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        s.bind(info[-1])
        s.listen(backlog)
        s.setblocking(False)
    except BaseException:
        s.close()
        raise
    server = Server(s, callback, ssl)
    if start_serving:
        await server.start_serving()
    return server
