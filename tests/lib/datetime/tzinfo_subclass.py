from datetime import datetime, timedelta, tzinfo


class Zone(tzinfo):
    "An hour ahead, two in the summer half."

    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if dt is not None and 4 <= dt.month <= 9 else timedelta(0)

    def tzname(self, dt):
        return "S" if self.dst(dt) else "W"

    def __repr__(self):
        return "Zone()"


z = Zone()
for month in 1, 7:
    d = datetime(2024, month, 1, 12, tzinfo=z)
    print(d, d.tzname(), d.dst(), repr(d), d.timestamp(), datetime.fromtimestamp(d.timestamp(), z), d.timetuple()[8])


class Bad(tzinfo):
    def utcoffset(self, dt):
        return 5


try:
    datetime(2024, 1, 1, tzinfo=Bad()).utcoffset()
except TypeError as e:
    print("TypeError")
