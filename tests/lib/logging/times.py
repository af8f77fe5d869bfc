import logging
import time

record = logging.makeLogRecord({"created": 1000000000.25, "msecs": 250.0, "msg": "m"})
formatter = logging.Formatter("%(asctime)s %(message)s")
formatter.converter = time.gmtime
print(formatter.format(record), record.asctime)
print(formatter.formatTime(record, "%d.%m.%Y"))
formatter.default_msec_format = "%s.%03d"
print(formatter.format(record))
formatter.default_msec_format = None
print(formatter.format(record))
other = logging.Formatter("{asctime}", "%H:%M", style="{")
other.converter = time.gmtime
print(other.format(record), other.usesTime(), logging.Formatter("$asctime", style="$").usesTime())
now = time.time()
fresh = logging.makeLogRecord({})
print(abs(fresh.created - now) < 5, 0 <= fresh.msecs < 1000, fresh.relativeCreated >= 0)
