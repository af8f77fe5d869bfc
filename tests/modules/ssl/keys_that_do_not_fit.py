# expect: hand, because streams of Python classes under TLS are MicroPython's
# mps2: no, because it has no TLS
# Unknown identities, other keys, and keys that are none end the handshake.
import ssl
from memory_pipe import connect, contexts


class Asked:
    def __init__(self, answer):
        self.answer = answer

    def get(self, identity):
        print("asked for", identity)
        if self.answer is KeyError:
            raise KeyError(identity)
        return self.answer


for answer in (None, b"another key", 5, KeyError, b"secret shared by both"):
    client, server = contexts(ssl.TLSVersion.TLSv1_2)
    server.server_psk_keys = Asked(answer)
    try:
        print(connect(client, server)[1].version())
    except (OSError, KeyError) as e:
        print(type(e).__name__, e)
