from datetime import time, timedelta, timezone

t = time(12, 34, 56, 789)
tz = timezone(timedelta(hours=2))
print(t, repr(t), t.hour, t.minute, t.second, t.microsecond, t.tzinfo, t.fold, time(), repr(time(1)), repr(time(1, 2, tzinfo=tz, fold=1)))
print(t.isoformat(), [t.isoformat(s) for s in ("hours", "minutes", "seconds", "milliseconds", "microseconds", "auto")], time(1, tzinfo=tz))
print(t.replace(hour=1), t.replace(tzinfo=tz), t.replace(tzinfo=tz).utcoffset(), t.replace(tzinfo=tz).tzname(), t.replace(tzinfo=tz).dst(), t.utcoffset())
print(time(1) < time(2), time(1) == time(1, 0), time(3, tzinfo=tz) == time(1, tzinfo=timezone.utc), time(1) == time(1, tzinfo=tz), hash(time(1)) == hash(time(1)), bool(time()))
print(time.min, time.max, time.resolution, f"{t:%H.%M}", t.strftime("%I %p %S %f"))
for bad in (lambda: time(24), lambda: time(1, 60), lambda: time(1, 1, 60), lambda: time(1, 1, 1, 10**6), lambda: time(tzinfo=3), lambda: time(1) < time(1, tzinfo=tz),
            lambda: time(fold=2), lambda: t.isoformat("x"), lambda: time("a")):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
