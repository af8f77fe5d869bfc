# Two ends of TLS in one script, for the scripts of this folder.
import io, ssl


class Pipe(io.IOBase):
    """One end of a connection in memory, without ever waiting."""

    def __init__(self, other=None):
        self.other = other or Pipe(self)
        self.data = b""

    def readinto(self, room):
        data = self.other.data
        if not data:
            return None
        n = min(len(data), len(room))
        room[:n] = data[:n]
        self.other.data = data[n:]
        return n

    def write(self, data):
        self.data += data
        return len(data)

    def ioctl(self, request, flags):
        return flags & 4 | (1 if flags & 1 and self.other.data else 0) if request == 3 else 0


def connect(client_context, server_context, **options):
    below = Pipe()
    client = client_context.wrap_socket(below, do_handshake_on_connect=False, **options)
    server = server_context.wrap_socket(
        below.other, server_side=True, do_handshake_on_connect=False
    )
    while client.handshake_step() + server.handshake_step():
        pass
    return client, server


def contexts(version):
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.psk_identity, client.psk_key = b"sensor 7", b"secret shared by both"
    client.minimum_version = client.maximum_version = version
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.server_psk_keys = {b"sensor 7": b"secret shared by both"}
    return client, server
