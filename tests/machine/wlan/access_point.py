# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import network

ap = network.WLAN(network.AP_IF)
ap.config(ssid="board", key="secret12", channel=11, max_clients=3)
ap.active(True)
print(ap.config("ssid"), ap.config("channel"), ap.config("max_clients"))
print(ap.config("security") == network.AUTH_WPA2_PSK, ap.ifconfig()[0])
print(ap.active(), ap.isconnected(), ap.status("stations"))
try:
    ap.config(essid="x", password="short")
except ValueError as e:
    print(e)
try:
    ap.connect("x")
except OSError as e:
    print(e)
