from datetime import timedelta as td

print(td(1, 2, 3), repr(td(1, 2, 3)), td(), repr(td()), td(-1), td(hours=-1), repr(td(hours=-1)), td(weeks=1, days=1, hours=1, minutes=1, seconds=1, milliseconds=1, microseconds=1))
d = td(days=1, seconds=3661, microseconds=5)
print(d.days, d.seconds, d.microseconds, d.total_seconds(), bool(d), bool(td()), abs(td(-3)), -d, +d)
print(d + d, d - td(1), d * 3, 2 * d, d // 7, d / 2, d / td(1), d // td(hours=5), d % td(hours=5), divmod(d, td(hours=5)), d * 0.5, d / 1.5)
print(td(0.5), td(seconds=0.1), td(microseconds=0.5), td(microseconds=1.5), td(microseconds=2.5), td(days=1.23456789), td(seconds=1e-7), td(milliseconds=0.0005, microseconds=0.5))
print(td(1) > td(0, 86399), td(1) == td(hours=24), td(1) != 1, td(1) == 1, hash(td(1)) == hash(td(hours=24)), sorted([td(2), td(1)]))
print(td.min, td.max, td.resolution, repr(td.max), str(td(days=-1, hours=5)))
