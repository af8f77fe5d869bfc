# expect: hand, because CPython has no websocket
import io
from websocket import websocket

stream = io.BytesIO(b"\x89\x03png\x8a\x00\x82\x02ok\x88\x02\x03\xe8")
socket = websocket(stream)
print(socket.read(2), socket.read(1), socket.read(1))
print(stream.getvalue()[-2:])
socket.close()
print(stream.closed)
