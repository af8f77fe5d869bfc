# expect: hand, because CPython has no ntptime
# args: --board esp32s3 --resolve pool.ntp.org:123=127.0.0.1:45123
import _thread
import machine
import network
import ntptime
import socket
import struct
import time

wlan = network.WLAN(network.WLAN.IF_STA)
wlan.active(True)
wlan.connect("any")
while not wlan.isconnected():
    time.sleep_ms(10)
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 45123))
UNIX_TIME = 1_700_000_000


def serve():
    for answer in (struct.pack("!40xII", UNIX_TIME + 2208988800, 0),) * 2 + (b"short",):
        query, client = server.recvfrom(99)
        print(len(query), query[0])
        server.sendto(answer, client)


_thread.start_new_thread(serve, ())
print(ntptime.time() + 946684800 == UNIX_TIME)
ntptime.settime()
print(machine.RTC().datetime()[:6])
try:
    ntptime.time()
except OSError as e:
    print(e)
ntptime.timeout = 0.05
try:
    ntptime.time()
except OSError as e:
    print(e.errno)
