from datetime import date, datetime, time, timedelta, timezone

d = datetime(2024, 2, 29, 13, 5, 7, 89)
print(d, repr(d), d.date(), d.time(), d.timetz(), d.weekday(), d.ctime(), d.isoformat(" ", "minutes"), d.timetuple()[:9], d.toordinal())
print(d + timedelta(hours=11), d - timedelta(days=60, seconds=1), d - datetime(2024, 1, 1), datetime(2024, 1, 1) < d, d == datetime(2024, 2, 29, 13, 5, 7, 89), d != date(2024, 2, 29), d == 5)
print(d.replace(year=2023, day=28), d.replace(hour=0, microsecond=0), datetime.combine(date(2020, 1, 2), time(3, 4)), repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 0, 0, 1, fold=1)))
print(datetime.min, datetime.max, datetime.resolution, isinstance(d, date), datetime.fromordinal(1), datetime.fromisocalendar(2024, 9, 4), d.isocalendar())
print(datetime.now() - datetime.now() <= timedelta(0), datetime.now(timezone.utc).tzinfo, datetime.today().year >= 2024, hash(d) == hash(d.replace()))
for bad in (lambda: datetime(2024, 2, 30), lambda: datetime(2024, 1, 1, 24), lambda: datetime.max + timedelta(1), lambda: d < date(2024, 1, 1), lambda: d < 5, lambda: d - 5,
            lambda: datetime(2024, 1), lambda: datetime.combine(1, 2), lambda: datetime(2024, 1, 1, tzinfo="x"), lambda: datetime.min - timedelta(1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__)
