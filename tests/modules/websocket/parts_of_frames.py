# expect: hand, because CPython has no websocket
import io
from websocket import websocket


class Dribble(io.IOBase):
    def __init__(self, data):
        self.data = data
        self.turn = 0

    def readinto(self, into):
        self.turn += 1
        if self.turn % 2:
            return None
        into[:1] = self.data[:1]
        self.data = self.data[1:]
        return min(len(into), 1)


socket = websocket(Dribble(b"\x82\x86\1\1\1\1" + bytes(b ^ 1 for b in b"abcdef") + b"\x88\x00"))
parts = []
while b"".join(parts) != b"abcdef":
    part = socket.read(4)
    parts.append(part or b"")
print(b"".join(parts))
