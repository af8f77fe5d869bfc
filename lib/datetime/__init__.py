# datetime: dates, times of day, spans and fixed offsets from UTC. What reads and writes texts by
# format stands in datetime.text, which is loaded when it is needed.
from operator import index as _index
import time as _time
from datetime.span import _DAY_US, _full_name, _ordered, _rounded, timedelta

MINYEAR, MAXYEAR = 1, 9999
_MAXORDINAL = 3652059
_month_days = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_day_names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_month_names = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                "Dec")


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _month_days[month]


# Days before January 1 of the year; the first day of year 1 has number 1.
def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _day_of_year(year, month, day):
    return sum(_month_days[1:month]) + (month > 2 and _is_leap(year)) + day


def _from_ordinal(n):
    year = (n - 1) * 400 // 146097 + 1  # right, or one off
    if _days_before_year(year) >= n:
        year -= 1
    elif _days_before_year(year + 1) < n:
        year += 1
    n -= _days_before_year(year)
    month = 1
    while n > _days_in_month(year, month):
        n -= _days_in_month(year, month)
        month += 1
    return year, month, n


def _offset_text(offset, sep=":"):
    if offset is None:
        return ""
    sign = "-" if offset._us < 0 else "+"
    seconds, us = divmod(abs(offset._us), 1000000)
    text = f"{sign}{seconds // 3600:02d}{sep}{seconds // 60 % 60:02d}"
    if seconds % 60 or us:
        text += f"{sep}{seconds % 60:02d}"
    return f"{text}.{us:06d}" if us else text


_timespecs = {"hours": "{:02d}", "minutes": "{:02d}:{:02d}", "seconds": "{:02d}:{:02d}:{:02d}",
              "milliseconds": "{:02d}:{:02d}:{:02d}.{:03d}",
              "microseconds": "{:02d}:{:02d}:{:02d}.{:06d}"}


def _time_text(hour, minute, second, us, timespec):
    if timespec == "auto":
        timespec = "microseconds" if us else "seconds"
    elif timespec == "milliseconds":
        us //= 1000
    form = _timespecs.get(timespec)
    if form is None:
        raise ValueError("Unknown timespec value")
    return form.format(hour, minute, second, us)


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type "
                        f"{type(tz).__name__!r}")
    return tz


def _check_offset(name, offset):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not "
                        f"{type(offset).__name__!r}")
    if not -_DAY_US < offset._us < _DAY_US:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                         f"timedelta(hours=24).")
    return offset


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, us, fold):
    hour, minute, second, us = _index(hour), _index(minute), _index(second), _index(us)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= us <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, us


class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset, dst = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - dst
        if standard:
            dt += standard
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc(): dt.dst gave inconsistent results; cannot convert")
        return dt + dst


class timezone(tzinfo):
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not "
                            f"{type(offset).__name__}")
        if name is None and not offset and cls is timezone and hasattr(cls, "utc"):
            return cls.utc
        if name is not None and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not -_DAY_US < offset._us < _DAY_US:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) "
                             f"and timedelta(hours=24), not {offset!r}.")
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return f"UTC{_offset_text(self._offset)}" if self._offset else "UTC"

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance, not "
                            f"{type(dt).__name__}")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"{_full_name(self)}({self._offset!r})"
        return f"{_full_name(self)}({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __reduce__(self):
        if self is timezone.utc:
            return "timezone.utc"
        return self.__class__, (self._offset,) if self._name is None else \
            (self._offset, self._name)


timezone.utc = UTC = timezone(timedelta(0))
timezone.min = timezone(timedelta(hours=-23, minutes=-59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


class _IsoCalendarDate(tuple):
    __slots__ = ()
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year={}, week={}, weekday={})".format(*self)


# The number of the Monday of the year's first ISO week.
def _first_monday(year):
    first = _days_before_year(year) + 1
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


@_ordered
class date:
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year, month, day):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        if timestamp is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        return cls(*_time.localtime(int(timestamp // 1))[:3])

    @classmethod
    def fromordinal(cls, n):
        n = _index(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _MAXORDINAL:
            raise ValueError(f"year {_from_ordinal(n)[0]} is out of range")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        from datetime.text import parse_date
        return cls(*parse_date(date_string))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        weeks = (_first_monday(year + 1) - _first_monday(year)) // 7
        if not 1 <= week <= weeks:
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid day: {day} (range is [1, 7])")
        return cls(*_from_ordinal(_first_monday(year) + (week - 1) * 7 + day - 1))

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    def toordinal(self):
        return _days_before_year(self._year) + _day_of_year(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        year, today = self._year, date.toordinal(self)
        if today >= _first_monday(year + 1):
            year += 1
        elif today < _first_monday(year):
            year -= 1
        week, day = divmod(today - _first_monday(year), 7)
        return _IsoCalendarDate((year, week + 1, day + 1))

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"{_full_name(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        return (f"{_day_names[self.weekday()]} {_month_names[self._month]} {self._day:2d} "
                f"00:00:00 {self._year:04d}")

    def strftime(self, format):
        from datetime.text import strftime
        return strftime(self, format)

    def __format__(self, format_spec):
        if not isinstance(format_spec, str):
            raise TypeError(f"must be str, not {type(format_spec).__name__}")
        return self.strftime(format_spec) if format_spec else str(self)

    def timetuple(self):
        from datetime.text import time_tuple
        return time_tuple(self, 0, 0, 0, -1)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other.days
        if not 1 <= n <= _MAXORDINAL:
            raise OverflowError("date value out of range")
        return type(self)(*_from_ordinal(n))

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta._of(-other.days * _DAY_US)
        if isinstance(other, date):
            return timedelta._of((self.toordinal() - other.toordinal()) * _DAY_US)
        return NotImplemented

    def _pair(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return (self._year, self._month, self._day), (other._year, other._month, other._day)
        return NotImplemented

    def __eq__(self, other):
        pair = self._pair(other)
        return pair if pair is NotImplemented else pair[0] == pair[1]

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day)


date.min, date.max = date(1, 1, 1), date(9999, 12, 31)
date.resolution = timedelta(days=1)


@_ordered
class time:
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = \
            _check_time(hour, minute, second, microsecond, fold)
        self._tzinfo, self._fold = _check_tzinfo(tzinfo), fold
        return self

    @classmethod
    def fromisoformat(cls, time_string):
        from datetime.text import parse_time
        return cls(*parse_time(time_string))

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def isoformat(self, timespec="auto"):
        return _time_text(self._hour, self._minute, self._second, self._microsecond, timespec) + \
            _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"{_full_name(self)}({_shown_time(self)}{_shown_zone(self)})"

    def strftime(self, format):
        from datetime.text import strftime
        return strftime(self, format)

    __format__ = date.__format__

    def utcoffset(self):
        tz = self._tzinfo
        return None if tz is None else _check_offset("utcoffset", tz.utcoffset(None))

    def dst(self):
        tz = self._tzinfo
        return None if tz is None else _check_offset("dst", tz.dst(None))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        return type(self)(self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def _since_midnight(self, offset):
        us = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        return us - offset._us if offset is not None else us

    def _pair(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, its = self.utcoffset(), other.utcoffset()
        if (mine is None) != (its is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._since_midnight(mine), other._since_midnight(its)

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, its = self.utcoffset(), other.utcoffset()
        return (mine is None) == (its is None) and \
            self._since_midnight(mine) == other._since_midnight(its)

    def __hash__(self):
        t = self.replace(fold=0) if self._fold else self
        return hash(t._since_midnight(t.utcoffset()))

    def __reduce__(self):
        return self.__class__, (self._hour, self._minute, self._second, self._microsecond,
                                self._tzinfo)


def _shown_time(t):
    parts = [t._hour, t._minute, t._second, t._microsecond]
    while len(parts) > 2 and not parts[-1]:
        parts.pop()
    return ", ".join(map(str, parts))


def _shown_zone(t):
    return (f", tzinfo={t._tzinfo!r}" if t._tzinfo is not None else "") + \
        (", fold=1" if t._fold else "")


time.min, time.max = time(0, 0, 0), time(23, 59, 59, 999999)
time.resolution = timedelta.resolution


class datetime(date):
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *,
                fold=0):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hour, self._minute, self._second, self._microsecond = \
            _check_time(hour, minute, second, microsecond, fold)
        self._tzinfo, self._fold = _check_tzinfo(tzinfo), fold
        return self

    hour, minute, second, microsecond = time.hour, time.minute, time.second, time.microsecond
    tzinfo, fold = time.tzinfo, time.fold

    # --- makers ---

    # From microseconds since 1970, UTC.
    @classmethod
    def _at(cls, us, tz, is_local=False):
        seconds, us = divmod(us, 1000000)
        if is_local:
            year, month, day, hour, minute, second = _time.localtime(seconds)[:6]
            return cls(year, month, day, hour, minute, second, us)
        days, seconds = divmod(seconds, 86400)
        if not 1 <= days + 719163 <= _MAXORDINAL:
            raise ValueError(f"year {1970 + days // 365} is out of range")
        return cls(*_from_ordinal(days + 719163), seconds // 3600, seconds // 60 % 60,
                   seconds % 60, us, tz)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_tzinfo(tz)
        us = _rounded(*(n * 1000000 if i == 0 else n
                        for i, n in enumerate(timestamp.as_integer_ratio())))
        if tz is None:
            return cls._at(us, None, True)
        return tz.fromutc(cls._at(us, tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        n, d = timestamp.as_integer_ratio()
        return cls._at(_rounded(n * 1000000, d), None)

    @classmethod
    def now(cls, tz=None):
        _check_tzinfo(tz)
        us = _time.time_ns() // 1000
        return cls._at(us, None, True) if tz is None else tz.fromutc(cls._at(us, tz))

    @classmethod
    def utcnow(cls):
        return cls._at(_time.time_ns() // 1000, None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date):
            raise TypeError("combine() argument 1 must be datetime.date, not "
                            f"{type(date).__name__}")
        if not isinstance(time, _time_class):
            raise TypeError("combine() argument 2 must be datetime.time, not "
                            f"{type(time).__name__}")
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second,
                   time.microsecond, time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string):
        from datetime.text import parse_datetime
        return cls(*parse_datetime(date_string))

    @classmethod
    def strptime(cls, date_string, format):
        from datetime.text import strptime
        return strptime(cls, date_string, format)

    # --- parts ---

    def date(self):
        return _date(self._year, self._month, self._day)

    def time(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond,
                           fold=self._fold)

    def timetz(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond,
                           self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day,
                          self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def utcoffset(self):
        tz = self._tzinfo
        return None if tz is None else _check_offset("utcoffset", tz.utcoffset(self))

    def dst(self):
        tz = self._tzinfo
        return None if tz is None else _check_offset("dst", tz.dst(self))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    # Microseconds since 1970 of the fields as they stand.
    def _us(self):
        seconds = (self.toordinal() - 719163) * 86400 + self._hour * 3600 + self._minute * 60 + \
            self._second
        return seconds * 1000000 + self._microsecond

    def _local_offset(self):
        seconds = self._us() // 1000000
        for _ in range(2):  # the offset there, by the offset nearby
            parts = _time.localtime(seconds)
            offset = datetime(*parts[:6])._us() // 1000000 - seconds
            seconds = self._us() // 1000000 - offset
        return timedelta._of(offset * 1000000)

    def timestamp(self):
        offset = self.utcoffset() if self._tzinfo is not None else self._local_offset()
        return (self._us() - offset._us) / 1000000

    def astimezone(self, tz=None):
        offset = self.utcoffset()
        if offset is None:
            offset = self._local_offset()
        if tz is None:
            utc = self.replace(tzinfo=None) - offset
            local = datetime._at(utc._us(), None, True)
            tz = timezone(local - utc)
        elif not isinstance(tz, tzinfo_class):
            raise TypeError("tz argument must be an instance of tzinfo")
        elif tz is self._tzinfo:
            return self
        return tz.fromutc((self.replace(tzinfo=None) - offset).replace(tzinfo=tz))

    def timetuple(self):
        from datetime.text import time_tuple
        dst = self.dst()
        return time_tuple(self, self._hour, self._minute, self._second,
                          -1 if dst is None else int(bool(dst)))

    def utctimetuple(self):
        from datetime.text import time_tuple
        offset = self.utcoffset()
        utc = self - offset if offset else self
        return time_tuple(utc, utc._hour, utc._minute, utc._second, 0)

    # --- text ---

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _time_text(
            self._hour, self._minute, self._second, self._microsecond, timespec) + \
            _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(sep=" ")

    def __repr__(self):
        return (f"{_full_name(self)}({self._year}, {self._month}, {self._day}, "
                f"{_shown_time(self)}{_shown_zone(self)})")

    def ctime(self):
        return (f"{_day_names[self.weekday()]} {_month_names[self._month]} {self._day:2d} "
                f"{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}")

    # --- arithmetic ---

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        days, us = divmod(self._us() + other._us, _DAY_US)
        if not 1 <= days + 719163 <= _MAXORDINAL:
            raise OverflowError("date value out of range")
        seconds, us = divmod(us, 1000000)
        return type(self)(*_from_ordinal(days + 719163), seconds // 3600, seconds // 60 % 60,
                          seconds % 60, us, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._us() - other._us()
        if self._tzinfo is not other._tzinfo:
            mine, its = self.utcoffset(), other.utcoffset()
            if (mine is None) != (its is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine is not None:
                difference += its._us - mine._us
        return timedelta._of(difference)

    def _pair(self, other):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError(f"can't compare {_full_name(self)} to {_full_name(other)}")
            return NotImplemented
        mine = its = None
        if self._tzinfo is not other._tzinfo:
            mine, its = self.utcoffset(), other.utcoffset()
        if (mine is None) != (its is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        if mine is None:
            return self._us(), other._us()
        return self._us() - mine._us, other._us() - its._us

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented if not isinstance(other, date) else False
        if self._tzinfo is other._tzinfo:
            return self._us() == other._us()
        mine, its = self.utcoffset(), other.utcoffset()
        if mine is None or its is None:
            return mine is its and self._us() == other._us()
        return self._us() - mine._us == other._us() - its._us

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        return hash(self._us() - (0 if offset is None else offset._us))

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day, self._hour, self._minute,
                                self._second, self._microsecond, self._tzinfo)


# For methods where these names mean something else.
_date, _time_class, tzinfo_class = date, time, tzinfo
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta.resolution
