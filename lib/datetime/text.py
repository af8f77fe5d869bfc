# datetime: texts in ISO 8601, strftime() and strptime(), with the names of the C locale.
import datetime as _dt
from datetime import date, timedelta, timezone

_days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_months = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")


# Nine numbers with names, as time.localtime() gives them in CPython.
def time_tuple(d, hour, minute, second, is_dst):
    from collections import namedtuple
    global struct_time
    try:
        cls = struct_time
    except NameError:
        cls = namedtuple("struct_time", "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday "
                         "tm_yday tm_isdst", module="time")
        cls.__repr__ = lambda self: "time.struct_time(" + ", ".join(
            [f"{name}={value}" for name, value in zip(self._fields, self)]) + ")"
        struct_time = cls
    return cls(d.year, d.month, d.day, hour, minute, second, d.weekday(),
               _dt._day_of_year(d.year, d.month, d.day), is_dst)


# --- ISO 8601 ---

def _number(text):
    if not text.isdigit() or not text.isascii():
        raise ValueError
    return int(text)


def _date_parts(text):
    sep = "-" if text[4:5] == "-" else ""
    rest = text[4 + len(sep):]
    year = _number(text[:4])
    if len(text) < 7 or len(text[:4]) < 4:
        raise ValueError
    if rest[:1] == "W":
        week, rest = _number(rest[1:3]), rest[3:]
        if len(rest) and (rest[:1] == "-") != bool(sep):
            raise ValueError
        day = rest[len(sep):]
        if rest and len(day) != 1:
            raise ValueError
        try:
            made = date.fromisocalendar(year, week, _number(day) if day else 1)
        except ValueError:
            raise ValueError from None
        return made.year, made.month, made.day
    month, rest = rest[:2], rest[2:]
    if rest[:len(sep)] != sep:
        raise ValueError
    day = rest[len(sep):]
    if len(month) != 2 or len(day) != 2:
        raise ValueError
    return year, _number(month), _number(day)


def _clock_parts(text):
    parts, sep = [0, 0, 0, 0], ":" if text[2:3] == ":" else ""
    for i in range(3):
        parts[i] = _number(text[:2])
        if len(text[:2]) < 2:
            raise ValueError
        text = text[2:]
        if not text:
            return parts
        if text[0] in ".,":  # of a second, as CPython takes it, also where no seconds are given
            break
        if i == 2 or sep and text[0] != ":":
            raise ValueError
        text = text[len(sep):]
        if not text:
            raise ValueError
    digits = text[1:]
    _number(digits)
    parts[3] = int((digits + "00000")[:6])
    return parts


def _time_parts(text):
    at = next((i for i, c in enumerate(text) if c in "+-Z"), None)
    if at is None:
        return (*_clock_parts(text), None)
    parts, zone = _clock_parts(text[:at]), text[at + 1:]
    if text[at] == "Z":
        if zone:
            raise ValueError
        return (*parts, timezone.utc)
    hours, minutes, seconds, us = _clock_parts(zone)
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=us)
    if text[at] == "-":
        offset = -offset
    return (*parts, timezone(offset))


def _checked(text, parse):
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")
    try:
        return parse(text)
    except ValueError as error:
        if error.args:  # a number that is out of range
            raise
        raise ValueError(f"Invalid isoformat string: {text!r}") from None


def parse_date(text):
    return _checked(text, _date_parts)


def parse_time(text):
    return _checked(text, lambda text: _time_parts(text[1:] if text[:1] == "T" else text))


# Where the date ends: as long as its form says.
def _date_size(text):
    if text[4:5] == "-":
        if text[5:6] != "W":
            return 10
        return 10 if text[8:9] == "-" and text[9:10].isdigit() and \
            not text[10:11].isdigit() else 8
    if text[4:5] != "W":
        return 8
    end = 7  # of the digits: those of a time, which may follow at once, come in pairs
    while text[end:end + 1].isdigit():
        end += 1
    return end if end < 9 else 7 + end % 2


def _datetime_parts(text):
    if len(text) < 7:
        raise ValueError
    size = _date_size(text)
    parts = _date_parts(text[:size])
    if len(text) == size:
        return parts
    clock = text[size + 1:]
    if not clock:
        raise ValueError
    return (*parts, *_time_parts(clock))


def parse_datetime(text):
    return _checked(text, _datetime_parts)


# --- strftime ---

def strftime(t, format):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    out, at = [], 0
    while at < len(format):
        char = format[at]
        at += 1
        if char != "%" or at == len(format):
            out.append(char)
            continue
        char = format[at]
        at += 1
        if char == ":" and format[at:at + 1] == "z":
            at += 1
            char = ":z"
        text = _directive(t, char)
        out.append(f"%{char}" if text is None else text)
    return "".join(out)


_composed = {"c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y",
             "F": "%Y-%m-%d", "T": "%H:%M:%S", "R": "%H:%M", "r": "%I:%M:%S %p", "h": "%b",
             "n": "\n", "t": "\t"}


def _directive(t, char):
    if char == "%":
        return "%"
    if char in _composed:
        return strftime(t, _composed[char])
    if char in ("z", ":z", "Z"):
        if not hasattr(t, "utcoffset"):
            return ""
        if char == "Z":
            return t.tzname() or ""
        return _dt._offset_text(t.utcoffset(), ":" if char == ":z" else "")
    if char == "f":
        return f"{getattr(t, 'microsecond', 0):06d}"
    hour = getattr(t, "hour", 0)
    if char in "HIMSp":
        return {"H": f"{hour:02d}", "I": f"{(hour + 11) % 12 + 1:02d}",
                "p": "AM" if hour < 12 else "PM",
                "M": f"{getattr(t, 'minute', 0):02d}", "S": f"{getattr(t, 'second', 0):02d}"}[char]
    return _date_directive(t if isinstance(t, date) else date(1900, 1, 1), char)


def _date_directive(d, char):
    if char in "Yy":
        return str(d.year) if char == "Y" else f"{d.year % 100:02d}"
    if char in "mdeC":
        return {"m": f"{d.month:02d}", "d": f"{d.day:02d}", "e": f"{d.day:2d}",
                "C": f"{d.year // 100:02d}"}[char]
    if char in "bB":
        return _months[d.month - 1] if char == "B" else _months[d.month - 1][:3]
    weekday = d.weekday()
    if char in "aA":
        return _days[weekday] if char == "A" else _days[weekday][:3]
    if char in "uw":
        return str(weekday + 1) if char == "u" else str((weekday + 1) % 7)
    day = _dt._day_of_year(d.year, d.month, d.day)
    if char == "j":
        return f"{day:03d}"
    if char in "UW":
        since = (weekday + 1) % 7 if char == "U" else weekday
        return f"{(day + 6 - since) // 7:02d}"
    if char in "GgV":
        year, week, _ = date.isocalendar(d)
        return {"G": str(year), "g": f"{year % 100:02d}", "V": f"{week:02d}"}[char]
    return None


# --- strptime ---

# Numbers: digits at most, least and greatest value.
_numbers = {"d": (2, 1, 31), "m": (2, 1, 12), "Y": (4, 0, 9999), "y": (2, 0, 99), "H": (2, 0, 23),
            "I": (2, 1, 12), "M": (2, 0, 59), "S": (2, 0, 61), "j": (3, 1, 366), "U": (2, 0, 53),
            "W": (2, 0, 53), "w": (1, 0, 6), "u": (1, 1, 7), "G": (4, 0, 9999), "V": (2, 1, 53)}
_read_as = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y",
            "T": "%H:%M:%S", "R": "%H:%M", "F": "%Y-%m-%d"}


class _Mismatch(Exception):
    pass


def _read_number(text, at, char):
    most, low, high = _numbers[char]
    if char in "YG" and not text[at:at + 4].isdigit():
        raise _Mismatch
    end = at
    if char == "d" and text[at:at + 1] == " ":
        end = at + 1
    while end < len(text) and end - at < most and text[end] in "0123456789":
        end += 1
    while end > at and text[at:end].strip():
        if low <= int(text[at:end]) <= high and (char not in "YG" or end - at == 4):
            return int(text[at:end]), end
        end -= 1
    raise _Mismatch


def _read_name(text, at, names, short):
    for size in (None, 3) if short is None else (3,) if short else (None,):
        for i, name in enumerate(names):
            name = name[:size]
            if text[at:at + len(name)].lower() == name.lower():
                return i, at + len(name)
    raise _Mismatch


def _read_zone(text, at):
    if text[at:at + 1] in ("Z", "z"):
        return timedelta(0), at + 1
    sign = text[at:at + 1]
    if sign not in ("+", "-") or not sign:
        raise _Mismatch
    digits, colon, end = [], None, at + 1
    for i in range(3):
        start = end
        if i and text[end:end + 1] == ":":
            start += 1
        if not text[start:start + 2].isdigit() or len(text[start:start + 2]) < 2 or \
                i and colon is not None and (start > end) != colon:
            break
        if i:
            colon = start > end
        digits.append(int(text[start:start + 2]))
        end = start + 2
    if len(digits) < 2 or digits[1] > 59:
        raise _Mismatch
    us = 0
    if len(digits) == 3 and text[end:end + 1] == ".":
        start = end = end + 1
        while end < len(text) and end - start < 6 and text[end].isdigit():
            end += 1
        us = int((text[start:end] + "00000")[:6])
    hours, minutes, seconds = (*digits, 0)[:3]
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=us)
    return (-offset if sign == "-" else offset), end


# One directive: puts what it finds into `found` and returns where it ends.
def _read(text, at, char, found):
    if char in _numbers:
        found[char], at = _read_number(text, at, char)
    elif char in "bB":
        month, at = _read_name(text, at, _months, char == "b")
        found["m"] = month + 1
    elif char in "aA":
        found["a"], at = _read_name(text, at, _days, char == "a")
    elif char == "p":
        found["p"], at = _read_name(text, at, ("AM", "PM"), False)
    elif char == "f":
        end = at
        while end < len(text) and end - at < 6 and text[end] in "0123456789":
            end += 1
        if end == at:
            raise _Mismatch
        found["f"], at = int((text[at:end] + "00000")[:6]), end
    elif char == "z":
        found["z"], at = _read_zone(text, at)
    elif char == "Z":
        import time
        names = [name for name in ("utc", "gmt", *map(str.lower, getattr(time, "tzname", ())))]
        name = max((n for n in names if text[at:at + len(n)].lower() == n), key=len, default=None)
        if name is None:
            raise _Mismatch
        found["Z"], at = text[at:at + len(name)], at + len(name)
    else:
        return None
    return at


def _scan(text, format, at, found):
    i = 0
    while i < len(format):
        char = format[i]
        i += 1
        if char.isspace():
            if not text[at:at + 1].isspace():
                raise _Mismatch
            while text[at:at + 1].isspace():
                at += 1
            while format[i:i + 1].isspace():
                i += 1
        elif char != "%":
            if text[at:at + 1].lower() != char.lower():
                raise _Mismatch
            at += 1
        else:
            at = _scan_directive(text, format, i, at, found)
            i += 1
    return at


def _scan_directive(text, format, i, at, found):
    char = format[i:i + 1]
    if not char:
        raise ValueError(f"stray % in format {format!r}")
    if char == "%":
        if text[at:at + 1] != "%":
            raise _Mismatch
        return at + 1
    if char in _read_as:
        return _scan(text, _read_as[char], at, found)
    end = _read(text, at, char, found)
    if end is None:
        raise ValueError(f"{char!r} is a bad directive in format {format!r}")
    return end


def strptime(cls, text, format):
    for number, arg in enumerate((text, format)):
        if not isinstance(arg, str):
            raise TypeError(f"strptime() argument {number + 1} must be str, not "
                            f"{type(arg).__name__}")
    found = {}
    try:
        end = _scan(text, format, 0, found)
    except _Mismatch:
        raise ValueError(f"time data {text!r} does not match format {format!r}") from None
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")
    hour = found.get("H", 0)
    if "I" in found:
        hour = found["I"] % 12 + (12 if found.get("p") else 0)
    zone = None
    if "z" in found:
        zone = timezone(found["z"], found["Z"]) if "Z" in found else timezone(found["z"])
    return cls(*_date_of(found), hour, found.get("M", 0), found.get("S", 0), found.get("f", 0),
               zone)


def _date_of(found):
    year, month, day = found.get("Y"), found.get("m"), found.get("d")
    if "y" in found:
        year = found["y"] + (1900 if found["y"] > 68 else 2000)
    weekday = found.get("a")
    if "u" in found:
        weekday = found["u"] - 1
    elif "w" in found:
        weekday = (found["w"] - 1) % 7
    if "V" in found or "G" in found:
        if "V" not in found or "G" not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive "
                             "'%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
        made = date.fromisocalendar(found["G"], found["V"], weekday + 1)
        return made.year, made.month, made.day
    year_given = 1900 if year is None else year
    if year is None and month == 2 and day == 29:
        raise ValueError("day is out of range for month")
    number = found.get("j")
    if number is None and year is not None and weekday is not None and \
            ("U" in found or "W" in found):
        week, from_sunday = (found["U"], True) if "U" in found else (found["W"], False)
        first = date(year, 1, 1).weekday()
        since, first = ((weekday + 1) % 7, (first + 1) % 7) if from_sunday else (weekday, first)
        number = 1 + since - first + week * 7 if first == 0 else 1 + since + (week - 1) * 7 + \
            (7 - first)
        number -= 7 if first == 0 else 0
    if number is not None and (month is None or day is None):
        made = date.fromordinal(_dt._days_before_year(year_given) + number)
        return made.year, made.month, made.day
    return year_given, month or 1, day or 1
