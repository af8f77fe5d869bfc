# ntptime: sets the clock from a time server (SNTP).
import socket
import struct
from time import gmtime

host = "pool.ntp.org"
timeout = 1
_PORT = 123
_SINCE_1970 = 2208988800  # NTP counts from 1900
_SINCE_2000 = 3155673600


def time():
    """Seconds since the board's epoch."""
    query = bytearray(48)
    query[0] = 0x1B  # version 3, from a client
    address = socket.getaddrinfo(host, _PORT)[0][-1]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        s.settimeout(timeout)
        s.sendto(query, address)
        answer = s.recv(48)
    if len(answer) < 48:
        raise OSError(5, "the time server's answer is too short")
    seconds = struct.unpack("!I", answer[40:44])[0]
    if seconds < 0x80000000:  # the next era, from 2036 on
        seconds += 1 << 32
    return seconds - (_SINCE_2000 if gmtime(0)[0] == 2000 else _SINCE_1970)


def settime():
    from machine import RTC
    t = gmtime(time())
    RTC().datetime((t[0], t[1], t[2], t[6], t[3], t[4], t[5], 0))
