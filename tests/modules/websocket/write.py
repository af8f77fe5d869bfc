# expect: hand, because CPython has no websocket
import io
from websocket import websocket

out = io.BytesIO()
socket = websocket(out)
print(socket.write(b"abc"), socket.write("text"))
print(socket.ioctl(9, 2), socket.ioctl(9))
socket.write(b"")
socket.write(bytes(126))
print(out.getvalue()[:15], len(out.getvalue()))
try:
    socket.write(bytes(65536))
except OSError as e:
    print(e.errno)
