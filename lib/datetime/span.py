# datetime.timedelta, and what the classes of datetime share.

__name__ = "datetime"  # the module of the class, as its users see it
_DAY_US = 86400000000  # microseconds of a day


# The nearest int to a ratio; halves go to the even one.
def _rounded(n, d):
    if d < 0:
        n, d = -n, -d
    q, r = divmod(n, d)
    if 2 * r > d or 2 * r == d and q % 2:
        q += 1
    return q


# The four orderings, by the class's _pair(other): two values to compare, or NotImplemented.
def _ordered(cls):
    def make(name, compare):
        def method(self, other):
            pair = self._pair(other)
            return pair if pair is NotImplemented else compare(*pair)
        method.__name__ = name
        setattr(cls, name, method)
    make("__lt__", lambda a, b: a < b)
    make("__le__", lambda a, b: a <= b)
    make("__gt__", lambda a, b: a > b)
    make("__ge__", lambda a, b: a >= b)
    return cls


@_ordered
class timedelta:
    __slots__ = ("_us",)  # all of it, in microseconds

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,
                weeks=0):
        total, rest, divisor = 0, 0, 1
        for value, unit in ((days, _DAY_US), (seconds, 1000000), (microseconds, 1),
                            (milliseconds, 1000), (minutes, 60000000), (hours, 3600000000),
                            (weeks, 7 * _DAY_US)):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                n, d = value.as_integer_ratio()
                whole, n = divmod(n * unit, d)
                total += whole
                rest, divisor = rest * d + n * divisor, divisor * d
            else:
                raise TypeError("unsupported type for timedelta component: "
                                f"{type(value).__name__}")
        return cls._of(total if not rest else total + _rounded_beside(total, rest, divisor))

    @classmethod
    def _of(cls, us):
        days = us // _DAY_US
        if not -999999999 <= days <= 999999999:
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._us = us
        return self

    days = property(lambda self: self._us // _DAY_US)
    seconds = property(lambda self: self._us // 1000000 % 86400)
    microseconds = property(lambda self: self._us % 1000000)

    def total_seconds(self):
        return self._us / 1000000

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in
                 (("days", self.days), ("seconds", self.seconds),
                  ("microseconds", self.microseconds)) if value]
        return f"{_full_name(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        days, seconds, us = self.days, self.seconds, self.microseconds
        text = f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        if days:
            text = f"{days} day{'' if abs(days) == 1 else 's'}, {text}"
        return f"{text}.{us:06d}" if us else text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._us + other._us)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._us - other._us)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(other._us - self._us)
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._us)

    def __pos__(self):
        return timedelta._of(self._us)

    def __abs__(self):
        return timedelta._of(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._us * other)
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return timedelta._of(_rounded(self._us * n, d))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return timedelta._of(self._us // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("division by zero")
            return timedelta._of(_rounded(self._us, other))
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            if not n:
                raise ZeroDivisionError("division by zero")
            return timedelta._of(_rounded(self._us * d, n))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._us % other._us)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._us, other._us)
            return q, timedelta._of(r)
        return NotImplemented

    def _pair(self, other):
        return (self._us, other._us) if isinstance(other, timedelta) else NotImplemented

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._us != 0

    def __reduce__(self):
        return self.__class__, (self.days, self.seconds, self.microseconds)


# What to add to `total` for the ratio beside it: halves make the sum even.
def _rounded_beside(total, n, d):
    return _rounded(total * d + n, d) - total


def _full_name(obj):
    cls = type(obj)
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__


timedelta.min = timedelta._of(-999999999 * _DAY_US)
timedelta.max = timedelta._of(1000000000 * _DAY_US - 1)
timedelta.resolution = timedelta._of(1)
