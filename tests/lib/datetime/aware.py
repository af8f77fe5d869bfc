from datetime import datetime, timedelta, timezone

east, west = timezone(timedelta(hours=5, minutes=30)), timezone(-timedelta(hours=8), "PST")
a = datetime(2024, 1, 1, 12, tzinfo=east)
b = datetime(2023, 12, 31, 22, 30, tzinfo=west)
print(a, b, repr(a), a == b, a - b, a.utcoffset(), b.tzname(), a.tzname(), a.dst(), hash(a) == hash(a.astimezone(west)))
print(a.astimezone(west), a.astimezone(timezone.utc), a.astimezone(timezone.utc).timestamp(), a.timestamp(), a.utctimetuple()[:6], a.timetuple()[8])
print(a < b, a == datetime(2024, 1, 1, 12), a.replace(tzinfo=None), a.isoformat(), a + timedelta(1), a.astimezone(east) is a)
print(datetime.fromtimestamp(1704090600, east), datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1.25, timezone.utc), datetime.fromtimestamp(-1.5, timezone.utc), datetime.fromtimestamp(0.0000005, timezone.utc))
for bad in lambda: a < datetime(2024, 1, 1), lambda: a - datetime(2024, 1, 1), lambda: a.astimezone(5):
    try:
        bad()
    except TypeError as e:
        print(type(e).__name__)
