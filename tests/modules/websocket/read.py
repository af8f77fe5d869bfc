# expect: hand, because CPython has no websocket
import io
from websocket import websocket

masked = bytes([0x82, 0x85, 1, 2, 3, 4]) + bytes(b ^ m for b, m in zip(b"hello", b"\1\2\3\4\1"))
frames = b"\x01\x03abc\x80\x02de" + masked + b"\x82\x7e\x00\x80" + b"z" * 128
print(websocket(io.BytesIO(frames)).read(5))
socket = websocket(io.BytesIO(frames))
print(socket.read(2), socket.read(6), len(socket.read()), socket.read(1))
