# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import network

w = network.WLAN()
print(len(w.config("mac")), w.config("hostname"), network.hostname())
network.hostname("monitor")
w.config(pm=w.PM_NONE, txpower=8.5, reconnects=3)
print(w.config("hostname"), w.config("pm"), w.config("txpower"), w.config("reconnects"))
network.country("DE")
print(network.country())
for call in (lambda: w.config("nothing"), lambda: w.config(nothing=1), lambda: w.config(),
             lambda: w.config("mac", "pm"), lambda: w.config("mac", pm=1),
             lambda: w.config(txpower=99), lambda: network.hostname(""),
             lambda: network.country("DEU"), lambda: network.WLAN(7), lambda: w.status("x")):
    try:
        call()
        print("no error")
    except (ValueError, TypeError, OSError) as e:
        print(type(e).__name__, e)
