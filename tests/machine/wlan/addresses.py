# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import network
import time

w = network.WLAN(network.STA_IF)
w.active(True)
w.ifconfig(("10.0.0.5", "255.255.255.0", "10.0.0.1", "8.8.8.8"))
print(w.ifconfig(), w.ipconfig("dhcp4"))
w.ipconfig(addr4="10.1.2.3/20", gw4="10.1.0.1")
print(w.ipconfig("addr4"), w.ipconfig("gw4"))
w.ipconfig(addr4=("10.9.9.9", "255.0.0.0"))
print(w.ipconfig("addr4"), w.ipconfig("addr6"))
w.ifconfig("dhcp")
w.connect("x")
time.sleep(2)
print(w.ipconfig("has_dhcp4"), network.ipconfig("addr4")[0])
for wrong in ("10.0.0", "10.0.0.1/33", "10.0.0.1/", "256.0.0.1", "::1", 5, ("1.1.1.1",)):
    try:
        w.ipconfig(addr4=wrong)
        print("no error", wrong)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
