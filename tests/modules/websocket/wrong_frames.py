# expect: hand, because CPython has no websocket
import io
from websocket import websocket

for frame in (b"\x82\x7f" + bytes(8), b"", b"\x82", b"\x82\x05ab"):
    try:
        print(websocket(io.BytesIO(frame)).read(9))
    except OSError as e:
        print("OSError", e.errno)
try:
    websocket(io.BytesIO()).ioctl(77)
except OSError as e:
    print("OSError", e.errno)
try:
    websocket()
except TypeError:
    print("TypeError")
