"""The loop's methods for sockets that do not wait: loop.sock_recv(), loop.getaddrinfo(), ..."""

from errno import EAGAIN, EINPROGRESS

from . import core


async def _when(wait, sock, call, *args):
    """Calls until the socket has what it takes."""
    while True:
        try:
            return call(*args)
        except OSError as e:
            if e.errno != EAGAIN:
                raise
        await wait(sock)


def _check(sock):
    if sock.gettimeout() != 0:
        raise ValueError("the socket must be non-blocking")


async def sock_recv(sock, nbytes):
    _check(sock)
    return await _when(core.wait_readable, sock, sock.recv, nbytes)


async def sock_recv_into(sock, buf):
    _check(sock)
    return await _when(core.wait_readable, sock, sock.recv_into, buf)


async def sock_recvfrom(sock, bufsize):
    _check(sock)
    return await _when(core.wait_readable, sock, sock.recvfrom, bufsize)


async def sock_recvfrom_into(sock, buf, nbytes=0):
    _check(sock)
    return await _when(core.wait_readable, sock, sock.recvfrom_into, buf, nbytes)


async def sock_sendall(sock, data):
    _check(sock)
    rest = memoryview(data)
    while len(rest):
        rest = rest[await _when(core.wait_writable, sock, sock.send, rest) :]


async def sock_sendto(sock, data, address):
    _check(sock)
    return await _when(core.wait_writable, sock, sock.sendto, data, address)


async def sock_accept(sock):
    _check(sock)
    connection, address = await _when(core.wait_readable, sock, sock.accept)
    connection.setblocking(False)
    return connection, address


async def sock_connect(sock, address):
    import socket

    _check(sock)
    info = (await getaddrinfo(address[0], address[1], family=sock.family))[0]
    try:
        sock.connect(info[-1])
    except OSError as e:
        if e.errno != EINPROGRESS:
            raise
        await core.wait_writable(sock)
        error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error:
            raise OSError(error, "Connect call failed %r" % (address,))


async def getaddrinfo(host, port, *, family=0, type=0, proto=0, flags=0):
    import socket

    query = socket.resolve(host, port, type or socket.SOCK_STREAM)
    await core.wait_readable(query)
    found = [info for info in query.result() if family in (0, info[0])]
    if not found:
        raise OSError(-2, "no address of %s in that family" % host)
    return found
