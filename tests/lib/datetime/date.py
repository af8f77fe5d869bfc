from datetime import MAXYEAR, MINYEAR, date, timedelta

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.toordinal(), d.isocalendar(), d.ctime(), d.isoformat())
print(date.fromordinal(738945), date(2024, 1, 1) - date(2023, 1, 1), d + timedelta(1), d - timedelta(60), timedelta(366) + d, d - timedelta(hours=23))
print(d.replace(year=2020), d.replace(day=1, month=3), d == date(2024, 2, 29), d < date(2024, 3, 1), d != 5, hash(d) == hash(date(2024, 2, 29)))
print(date.min, date.max, date.resolution, MINYEAR, MAXYEAR, d.timetuple()[:9], tuple(d.isocalendar()), d.isocalendar().week)
print([date(y, 1, 1).isocalendar()[:2] for y in range(2015, 2025)], [date(y, 12, 31).isocalendar()[1] for y in range(2015, 2025)])
print(all(date.fromordinal(n).toordinal() == n for n in range(1, 3652060, 997)), date.today() >= date(2024, 1, 1))
