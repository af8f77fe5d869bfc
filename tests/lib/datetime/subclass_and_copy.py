import copy
from datetime import date, datetime, timedelta, timezone


class MyDate(date):
    pass


class MyDateTime(datetime):
    def extra(self):
        return self.year + 1


d = MyDate(2024, 1, 2)
e = MyDateTime(2024, 1, 2, 3)
print(repr(d), type(d + timedelta(1)).__name__, type(d.replace(day=3)).__name__, type(MyDate.fromordinal(5)).__name__, e.extra(), type(e + timedelta(1)).__name__, type(e.date()).__name__)
for x in d, e, timedelta(1, 2), timezone.utc, timezone(timedelta(hours=1)), e.time(), datetime(2024, 1, 1, tzinfo=timezone.utc):
    y = copy.deepcopy(x)
    print(y == x, type(y) is type(x), copy.copy(x) == x)
print({datetime(2024, 1, 1): 1}[datetime(2024, 1, 1)], date(2024, 1, 2) == d, hash(d) == hash(date(2024, 1, 2)))
try:
    d.year = 5
except AttributeError:
    print("read-only")
