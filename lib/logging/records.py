# logging.records: the levels, the record of one event, and what filters it and makes it text.
# Users find all names in logging itself.
import sys
import time

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_level_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_level_numbers = {name: number for number, name in _level_names.items()}
_level_numbers["FATAL"] = FATAL
_level_numbers["WARN"] = WARN


def addLevelName(level, levelName):
    _level_names[level] = levelName
    _level_numbers[levelName] = level


def getLevelName(level):
    """The name of a number, or the number of a name."""
    if level in _level_names:
        return _level_names[level]
    return _level_numbers.get(level, f"Level {level}")


def getLevelNamesMapping():
    return _level_numbers.copy()


def _level_number(level):
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    if level not in _level_numbers:
        raise ValueError(f"Unknown level: {level!r}")
    return _level_numbers[level]


_started = time.time()


def _split_path(path):
    """The last part of a path, with and without its extension."""
    filename = path.replace("\\", "/").rpartition("/")[2]
    stem, dot, _ = filename.rpartition(".")
    return filename, stem if dot and stem else filename


def _thread_and_process(record):
    record.thread, record.threadName = None, "MainThread"
    record.process, record.processName, record.taskName = None, "MainProcess", None
    modules = sys.modules
    try:
        from _thread import get_ident
        record.thread = get_ident()
        if "threading" in modules:
            record.threadName = modules["threading"].current_thread().name
    except ImportError:  # a port without threads
        pass
    if "asyncio" in modules:
        try:
            record.taskName = modules["asyncio"].current_task().get_name()
        except (AttributeError, RuntimeError):  # outside of a task
            pass
    try:
        from os import getpid
        record.process = getpid()
    except ImportError:
        pass


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None,
                 **kwargs):
        self.name, self.msg = name, msg
        if args and len(args) == 1 and args[0] and hasattr(args[0], "keys"):
            args = args[0]  # "%(key)s" takes its values from the one mapping
        self.args = args
        self.levelno, self.levelname = level, getLevelName(level)
        self.pathname, self.lineno, self.funcName = pathname, lineno, func
        self.filename, self.module = _split_path(pathname)
        self.exc_info, self.exc_text, self.stack_info = exc_info, None, sinfo
        now = time.time()
        self.created = now
        self.msecs = int((now - int(now)) * 1000) + 0.0
        self.relativeCreated = (now - _started) * 1000
        _thread_and_process(self)

    def __repr__(self):
        return (f"<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "
                f"\"{self.msg}\">")

    def getMessage(self):
        message = str(self.msg)
        return message % self.args if self.args else message


class Filter:
    """Lets the records of a logger and of those below it pass."""

    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        return not self.name or (record.name + ".").startswith(self.name + ".")


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """False, or the record to go on with: a filter may put another in its place."""
        for each in self.filters:
            answer = each.filter(record) if hasattr(each, "filter") else each(record)
            if not answer:
                return False
            if isinstance(answer, LogRecord):
                record = answer
        return record


class PercentStyle:
    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    time_marks = ("%(asctime)",)

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return any([mark in self._fmt for mark in self.time_marks])

    def validate(self):
        fmt = self._fmt.replace("%%", "")
        if "%(" not in fmt or ")" not in fmt:
            raise ValueError(f"Invalid format '{self._fmt}' for '%' style")

    def format(self, record):
        values = record.__dict__
        if self._defaults:
            values = self._defaults | values
        try:
            return self._substitute(values)
        except KeyError as e:
            raise ValueError(f"Formatting field not found in record: {e}")

    def _substitute(self, values):
        return self._fmt % values


class StrFormatStyle(PercentStyle):
    default_format = "{message}"
    asctime_format = "{asctime}"
    time_marks = ("{asctime",)

    def validate(self):
        from string import Formatter
        try:
            names = [name for _, name, _, _ in Formatter().parse(self._fmt) if name is not None]
        except ValueError as e:
            raise ValueError(f"invalid format: {e}")
        for name in names:
            if not name or not name.replace(".", "_").replace("[", "_").replace("]",
                                                                                "_").isidentifier():
                raise ValueError(f"invalid field name/expression: {name!r}")
        if not names:
            raise ValueError("invalid format: no fields")

    def _substitute(self, values):
        return self._fmt.format(**values)


class StringTemplateStyle(PercentStyle):
    default_format = "${message}"
    asctime_format = "${asctime}"
    time_marks = ("$asctime", "${asctime}")

    def __init__(self, fmt, *, defaults=None):
        from string import Template
        super().__init__(fmt, defaults=defaults)
        self._template = Template(self._fmt)

    def validate(self):
        if not self._template.is_valid():
            raise ValueError("invalid format: bare '$' not allowed")
        if not self._template.get_identifiers():
            raise ValueError("invalid format: no fields")

    def _substitute(self, values):
        return self._template.substitute(**values)


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

# A style's class and the format that basicConfig gives it.
_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


def _check_style(style):
    if style not in _STYLES:
        raise ValueError("Style must be one of: " + ",".join(_STYLES))


class Formatter:
    converter = time.localtime
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        _check_style(style)
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        parts = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, parts)
        text = time.strftime(self.default_time_format, parts)
        if self.default_msec_format:
            text = self.default_msec_format % (text, record.msecs)
        return text

    def formatException(self, ei):
        from traceback import format_exception
        return "".join(format_exception(*ei)).removesuffix("\n")

    def formatStack(self, stack_info):
        return stack_info

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)  # kept for other handlers
        if record.exc_text:
            text = text.removesuffix("\n") + "\n" + record.exc_text
        if record.stack_info:
            text = text.removesuffix("\n") + "\n" + self.formatStack(record.stack_info)
        return text


class BufferingFormatter:
    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _default_formatter

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        lines = "".join([self.linefmt.format(record) for record in records])
        return self.formatHeader(records) + lines + self.formatFooter(records)


_default_formatter = Formatter()
