# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --wifi home:secret12 --wifi open
import network
import time

w = network.WLAN(network.WLAN.IF_STA)
w.active(True)


def join(*args, **kw):
    w.connect(*args, **kw)
    while w.status() == network.STAT_CONNECTING:
        time.sleep_ms(100)
    return w.status()


print(join("home", "wrong") == network.STAT_WRONG_PASSWORD, w.isconnected())
print(join("nowhere", "x") == network.STAT_NO_AP_FOUND)
print(join(ssid=b"home", key=b"secret12", bssid=None) == network.STAT_GOT_IP, w.isconnected())
w.disconnect()
print(join("open") == network.STAT_GOT_IP)
for ssid, bssid, channel, rssi, security, hidden in w.scan():
    print(ssid, len(bssid), channel, rssi < 0, security == network.AUTH_WPA2_PSK, hidden)
for wrong in (("x" * 33,), ("a", "b" * 65)):
    try:
        w.connect(*wrong)
    except OSError as e:
        print(e)
try:
    w.connect("a", "b", bssid=b"short")
except ValueError as e:
    print(e)
