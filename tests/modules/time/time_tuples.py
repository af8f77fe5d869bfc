# expect: hand, because the tuples have MicroPython's eight fields
import time

for s in (0, 86399, 951782400, 1700000000, -1, 4102444800):
    t = time.gmtime(s)
    print(t, time.mktime(t) == s)
t = time.gmtime(1700000000)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, len(t))
print(time.mktime((2023, 13, 32, 25, 61, 61, 0, 0)))
print(time.strftime("%Y-%m-%d %H:%M:%S %j %a %A %b %B %p %I %y %w %%", t))
print(time.localtime(0)[:6])
for bad in ((1, 2), "x", (1, 2, 3, 4, 5, "x", 7, 8)):
    try:
        time.mktime(bad)
    except TypeError as e:
        print("TypeError")
