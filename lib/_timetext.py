# What of the module time concerns texts: asctime(), ctime(), strptime(). Names are those of the C
# locale.
import time


def asctime(t=None):
    t = time.localtime() if t is None else t
    if len(t) < 8:
        raise TypeError("asctime(): illegal time tuple argument")
    return f"{time.strftime('%a %b', t)} {t[2]:2} {time.strftime('%H:%M:%S', t)} {t[0]}"


def ctime(seconds=None):
    return asctime(time.localtime(seconds))


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    from datetime import datetime
    from datetime.text import strptime as parse
    t = parse(datetime, string, format).timetuple()
    return time.gmtime(time.mktime(tuple(t)[:8]))


tzname = ("UTC", "UTC")
