# logging: loggers in a tree of names, handlers that write their records, formatters that make text.
#
# A logger keeps its nearest existing ancestor as `parent`; creating one in between moves the
# children below it. The handlers that still live are kept by weak references, so that the end of
# the program flushes them. Imports that only some programs need are made where they are needed.
import sys

from _weakref import ref as _ref

from .records import (BASIC_FORMAT, BufferingFormatter, CRITICAL, DEBUG, ERROR, FATAL, Filter,
                      Filterer, Formatter, INFO, LogRecord, NOTSET, PercentStyle, StrFormatStyle,
                      StringTemplateStyle, WARN, WARNING, _STYLES, _check_style,
                      _default_formatter, _level_number, addLevelName, getLevelName,
                      getLevelNamesMapping)

__all__ = ["BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL",
           "FileHandler", "Filter", "Formatter", "Handler", "INFO", "LogRecord", "Logger",
           "LoggerAdapter", "NOTSET", "NullHandler", "StreamHandler", "WARN", "WARNING",
           "addLevelName", "basicConfig", "captureWarnings", "critical", "debug", "disable",
           "error", "exception", "fatal", "getHandlerByName", "getHandlerNames", "getLevelName",
           "getLevelNamesMapping", "getLogRecordFactory", "getLogger", "getLoggerClass", "info",
           "lastResort", "log", "makeLogRecord", "raiseExceptions", "setLogRecordFactory",
           "setLoggerClass", "shutdown", "warn", "warning"]

raiseExceptions = True  # whether a handler that fails says so on stderr

_handlers = []  # weak references, in the order of creation
_handler_names = {}
_record_factory = LogRecord


def getLogRecordFactory():
    return _record_factory


def setLogRecordFactory(factory):
    global _record_factory
    _record_factory = factory


def makeLogRecord(dict):
    record = _record_factory(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


# --- handlers -------------------------------------------------------------------------------------


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        super().__init__()
        self._name = None
        self.level = _level_number(level)
        self.formatter = None
        self._closed = False
        _handlers.append(_ref(self, _handlers.remove))
        self.createLock()

    def __repr__(self):
        return f"<{type(self).__name__} ({getLevelName(self.level)})>"

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        _handler_names.pop(self._name, None)
        self._name = name
        if name:
            _handler_names[name] = _ref(self)

    def get_name(self):
        return self.name

    def set_name(self, name):
        self.name = name

    def createLock(self):
        try:
            from _thread import RLock
            self.lock = RLock()
        except ImportError:  # a port without threads
            self.lock = None

    def acquire(self):
        if self.lock:
            self.lock.acquire()

    def release(self):
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        self.level = _level_number(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or _default_formatter).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        record = self.filter(record)
        if record:
            self.acquire()
            try:
                self.emit(record)
            finally:
                self.release()
        return record

    def flush(self):
        pass

    def close(self):
        self._closed = True
        _handler_names.pop(self._name, None)

    def handleError(self, record):
        if not raiseExceptions or not sys.stderr:
            return
        write = sys.stderr.write
        write("--- Logging error ---\n")
        sys.print_exception(sys.exception(), sys.stderr)
        write("Call stack:\n" + _stack_lines(_caller(1)))
        write(f"Message: {record.msg!r}\nArguments: {record.args}\n")


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def __repr__(self):
        name = str(getattr(self.stream, "name", "") or "")
        return f"<{type(self).__name__} {name + ' ' if name else ''}({getLevelName(self.level)})>"

    def flush(self):
        self.acquire()
        try:
            if self.stream and hasattr(self.stream, "flush"):
                self.stream.flush()
        finally:
            self.release()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """Puts a stream in the place of the old one, which it returns; None if it is the same."""
        if stream is self.stream:
            return None
        old = self.stream
        self.flush()
        self.stream = stream
        return old


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        from os import fspath, path
        self.baseFilename = path.abspath(fspath(filename))
        self.mode, self.encoding, self.errors, self.delay = mode, encoding, errors, delay
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            super().__init__(self._open())

    def __repr__(self):
        return f"<{type(self).__name__} {self.baseFilename} ({getLevelName(self.level)})>"

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def emit(self, record):
        if self.stream is None and (self.mode != "w" or not self._closed):
            self.stream = self._open()
        if self.stream:
            super().emit(record)

    def close(self):
        self.acquire()
        try:
            stream, self.stream = self.stream, None
            if stream:
                try:
                    stream.flush()
                finally:
                    stream.close()
            super().close()
        finally:
            self.release()


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        self.lock = None


class _StderrHandler(StreamHandler):
    """Writes to what sys.stderr is at the time."""

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


lastResort = _StderrHandler(WARNING)


def getHandlerByName(name):
    handler = _handler_names.get(name)
    return handler and handler()


def getHandlerNames():
    return frozenset(_handler_names)


# --- where a record comes from --------------------------------------------------------------------

_here = (lambda: None).__code__.co_filename


def _caller(stacklevel):
    """The frame that called into logging, `stacklevel` - 1 frames further up; None if there are no
    frames to see."""
    frame = sys._getframe(1) if hasattr(sys, "_getframe") else None
    while frame and frame.f_code.co_filename == _here:
        frame = frame.f_back
    while frame and stacklevel > 1 and frame.f_back:
        frame = frame.f_back
        stacklevel -= 1
    return frame


def _stack_lines(frame):
    from traceback import format_stack
    return "".join(format_stack(frame)) if frame else ""


# --- loggers --------------------------------------------------------------------------------------


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = _level_number(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

    def setLevel(self, level):
        self.level = _level_number(level)

    def getEffectiveLevel(self):
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        if self.disabled or self.manager.disable >= level:
            return False
        return level >= self.getEffectiveLevel()

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            if raiseExceptions:
                raise TypeError("level must be an integer")
            return
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    warn = warning
    fatal = critical

    def findCaller(self, stack_info=False, stacklevel=1):
        frame = _caller(stacklevel)
        if not frame:
            return "(unknown file)", 0, "(unknown function)", None
        sinfo = None
        if stack_info:
            sinfo = "Stack (most recent call last):\n" + _stack_lines(frame).removesuffix("\n")
        code = frame.f_code
        return code.co_filename, frame.f_lineno, code.co_name, sinfo

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None,
                   sinfo=None):
        record = _record_factory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        for key in extra or ():
            if key in ("message", "asctime") or key in record.__dict__:
                raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
            record.__dict__[key] = extra[key]
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if isinstance(exc_info, BaseException):
            exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
        elif exc_info and not isinstance(exc_info, tuple):
            exc_info = sys.exc_info()
        fn, lno, func, sinfo = self.findCaller(stack_info, stacklevel)
        self.handle(self.makeRecord(self.name, level, fn, lno, msg, args, exc_info, func, extra,
                                    sinfo))

    def handle(self, record):
        if self.disabled:
            return
        record = self.filter(record)
        if record:
            self.callHandlers(record)

    def callHandlers(self, record):
        found = False
        logger = self
        while logger:
            for handler in logger.handlers:
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and lastResort and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        logger = self
        while logger:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def getChild(self, suffix):
        return self.manager.getLogger(suffix if self is root else f"{self.name}.{suffix}")

    def getChildren(self):
        depth = 0 if self is root else self.name.count(".") + 1
        return {each for each in self.manager.loggerDict.values()
                if each.parent is self and each.name.count(".") == depth}


class RootLogger(Logger):
    def __init__(self, level):
        super().__init__("root", level)


class Manager:
    """All loggers but the root, by name."""

    def __init__(self, rootnode):
        self.root = rootnode
        self.disable = 0
        self.loggerDict = {}
        self.loggerClass = None

    def getLogger(self, name):
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        if name in self.loggerDict:
            return self.loggerDict[name]
        logger = (self.loggerClass or _logger_class)(name)
        logger.manager = self
        logger.parent = self._nearest(name)
        below = name + "."
        for other in self.loggerDict.values():
            if other.parent is logger.parent and other.name.startswith(below):
                other.parent = logger
        self.loggerDict[name] = logger
        return logger

    def _nearest(self, name):
        while "." in name:
            name = name.rpartition(".")[0]
            if name in self.loggerDict:
                return self.loggerDict[name]
        return self.root

    def setLoggerClass(self, klass):
        _check_logger_class(klass)
        self.loggerClass = klass


_logger_class = Logger
root = RootLogger(WARNING)
Logger.root = root
Logger.manager = Manager(root)


def _check_logger_class(klass):
    if not issubclass(klass, Logger):
        raise TypeError("logger not derived from logging.Logger: " + klass.__name__)


def setLoggerClass(klass):
    global _logger_class
    _check_logger_class(klass)
    _logger_class = klass


def getLoggerClass():
    return _logger_class


def getLogger(name=None):
    if not name or name == "root":
        return root
    return Logger.manager.getLogger(name)


class LoggerAdapter:
    """A logger that adds what `extra` says to each record."""

    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra

    def __repr__(self):
        level = getLevelName(self.getEffectiveLevel())
        return f"<{type(self).__name__} {self.logger.name} ({level})>"

    def process(self, msg, kwargs):
        kwargs["extra"] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    warn = warning

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    @property
    def manager(self):
        return self.logger.manager

    @manager.setter
    def manager(self, value):
        self.logger.manager = value

    @property
    def name(self):
        return self.logger.name


# --- the root logger by functions -----------------------------------------------------------------


def _chosen_handlers(filename, stream, handlers, filemode, encoding, errors):
    if handlers is not None:
        if filename or stream:
            raise ValueError("'stream' or 'filename' should not be specified together with "
                             "'handlers'")
        return handlers
    if filename and stream:
        raise ValueError("'stream' and 'filename' should not be specified together")
    if filename:
        if "b" in filemode:
            encoding = errors = None
        return [FileHandler(filename, filemode, encoding=encoding, errors=errors)]
    return [StreamHandler(stream)]


def basicConfig(*, force=False, filename=None, filemode="a", format=None, datefmt=None, style="%",
                level=None, stream=None, handlers=None, encoding=None, errors="backslashreplace",
                **unknown):
    """Gives the root logger handlers and a level, if it has no handlers yet or with `force`."""
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    if root.handlers:
        return
    handlers = _chosen_handlers(filename, stream, handlers, filemode or "a", encoding, errors)
    _check_style(style)
    formatter = Formatter(_STYLES[style][1] if format is None else format, datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)
    if unknown:
        raise ValueError("Unrecognised argument(s): " + ", ".join(unknown))


def log(level, msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    log(DEBUG, msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    log(INFO, msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    log(WARNING, msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    log(ERROR, msg, *args, **kwargs)


def critical(msg, *args, **kwargs):
    log(CRITICAL, msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    log(ERROR, msg, *args, exc_info=exc_info, **kwargs)


warn = warning
fatal = critical


def disable(level=CRITICAL):
    """Drops the records of all loggers at this level and below."""
    root.manager.disable = _level_number(level)


def captureWarnings(capture):
    """Sends what the warnings module shows to the logger py.warnings, or no longer."""
    global _show_warning
    import warnings
    if capture and _show_warning is None:
        _show_warning = warnings.showwarning
        warnings.showwarning = _log_warning
    elif not capture and _show_warning is not None:
        warnings.showwarning = _show_warning
        _show_warning = None


_show_warning = None  # the function that captureWarnings has put aside


def _log_warning(message, category, filename, lineno, file=None, line=None):
    if file is not None:
        _show_warning(message, category, filename, lineno, file, line)
        return
    import warnings
    getLogger("py.warnings").warning(
        "%s", warnings.formatwarning(message, category, filename, lineno, line))


def shutdown(handlerList=_handlers):
    """Flushes and closes all handlers, the newest first."""
    for reference in handlerList[::-1]:
        handler = reference()
        if handler is None:
            continue
        try:
            handler.acquire()
            try:
                handler.flush()
                handler.close()
            finally:
                handler.release()
        except (OSError, ValueError):  # its stream was closed before
            pass


import atexit as _atexit

_atexit.register(shutdown)
