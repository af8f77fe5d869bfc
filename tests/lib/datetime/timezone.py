from datetime import UTC, datetime, timedelta, timezone, tzinfo

z = timezone(timedelta(hours=-3, minutes=-30))
print(z, repr(z), timezone.utc, repr(timezone.utc), UTC is timezone.utc, timezone(timedelta(0)) is timezone.utc, timezone(timedelta(0), "X"), repr(timezone(timedelta(hours=1), "X")))
print(z.utcoffset(None), z.tzname(None), z.dst(None), z == timezone(timedelta(hours=-3, minutes=-30), "N"), hash(z) == hash(timezone(-timedelta(hours=3.5))), timezone.min, timezone.max)
print(timezone(timedelta(seconds=1)), timezone(timedelta(microseconds=-1)), timezone(timedelta(hours=23, minutes=59, seconds=59)))
for bad in lambda: timezone(timedelta(1)), lambda: timezone(5), lambda: timezone(timedelta(-1)), lambda: timezone(timedelta(0), 5), lambda: timezone(), lambda: tzinfo().utcoffset(None):
    try:
        bad()
    except (ValueError, TypeError, NotImplementedError) as e:
        print(type(e).__name__)
