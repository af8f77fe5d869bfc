# expect: hand, because streams of Python classes under TLS are MicroPython's
# mps2: no, because it has no TLS
# DTLS with a key known beforehand, and with a cookie when the client is named.
import ssl
from memory_pipe import Pipe


def contexts():
    client = ssl.SSLContext(ssl.PROTOCOL_DTLS_CLIENT)
    client.psk_identity, client.psk_key = b"node", b"secret"
    server = ssl.SSLContext(ssl.PROTOCOL_DTLS_SERVER)
    server.server_psk_keys = {b"node": b"secret"}
    return client, server


class Datagrams(Pipe):
    """Keeps the messages apart."""

    def __init__(self, other=None):
        super().__init__(other)
        self.data = []

    def readinto(self, room):
        if not self.other.data:
            return None
        message = self.other.data.pop(0)
        room[: len(message)] = message
        return len(message)

    def write(self, data):
        self.data.append(bytes(data))
        return len(data)


below = Datagrams(Datagrams.__new__(Datagrams))
below.other.__init__(below)
client_context, server_context = contexts()
client = client_context.wrap_socket(below, do_handshake_on_connect=False)
for _ in range(2):
    server = server_context.wrap_socket(
        below.other, server_side=True, do_handshake_on_connect=False, client_id=b"10.0.0.2:5684"
    )
    try:
        while client.handshake_step() + server.handshake_step():
            pass
        print(client.version(), server.version())
    except OSError as e:
        print(e)
client.write(b"first")
client.write(b"second")
print(server.recv(100), server.recv(100))
try:
    server_context.wrap_socket(below.other, server_side=True, client_id=5)
except OSError as e:
    print(e.errno)
