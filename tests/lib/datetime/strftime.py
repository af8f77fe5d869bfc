from datetime import date, datetime, time, timedelta, timezone

d = datetime(2024, 3, 5, 15, 4, 9, 1234, tzinfo=timezone(timedelta(hours=-5, minutes=-30)))
for c in "aAwdbBmyYHIpMSfzZjUWcxX%GuVeDFTRhnt":
    print(c, repr(d.strftime("%" + c)))
print(d.strftime("%:z|%%|plain|é"), f"{d:%Y-%m-%d}", f"{d}", format(d, ""), date(2024, 1, 1).strftime("%H:%M %j"), time(5).strftime("%Y-%m-%d %H"), datetime(2024, 1, 1).strftime("[%z%Z]"))
print([date(2023, 1, n).strftime("%U %W %V") for n in (1, 2, 8, 9)], [datetime(2024, 1, 1, h).strftime("%I%p") for h in (0, 1, 12, 13, 23)], repr(d.strftime("")))
try:
    d.strftime(5)
except TypeError as e:
    print("TypeError")
