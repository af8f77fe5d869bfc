# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import network
import time

w = network.WLAN(network.STA_IF)
print(w.active(), w.isconnected(), w.status() == network.STAT_IDLE)
try:
    w.connect("x", "y")
except OSError as e:
    print(e)
print(w.active(True))
w.connect("home", "secret")
print(w.status() == network.STAT_CONNECTING, w.ifconfig()[0])
while not w.isconnected():
    pass
print(900 < time.ticks_ms() < 1100, w.status() == network.STAT_GOT_IP)
print(w.ifconfig(), w.config("ssid"), w.status("rssi") < 0)
w.disconnect()
print(w.isconnected())
try:
    w.status("rssi")
except OSError as e:
    print(e)
w.active(False)
print(w.active())
