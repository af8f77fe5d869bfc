"""warnings: messages to the programmer, filtered by what they say and where they come from."""

import re
import sys

__all__ = ("WarningMessage", "catch_warnings", "filterwarnings", "formatwarning", "resetwarnings",
           "showwarning", "simplefilter", "warn", "warn_explicit")

_actions = ("error", "ignore", "always", "default", "module", "once")


class WarningMessage:
    """A warning that was shown, and where it came from."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category = message, category
        self.filename, self.lineno = filename, lineno
        self.file, self.line, self.source = file, line, source

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self.category.__name__!r}, "
                f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}")


# --- filters ---

# The first filter that fits decides: (action, pattern of the text, category, pattern of the
# module, line), where None and 0 fit everything.
filters = []
defaultaction = "default"
onceregistry = {}
_version = 0  # of the filters; what a module has shown counts only under the filters of the time


def _filters_mutated():
    global _version
    _version += 1


def _insert(item, append):
    if item in filters:
        if append:
            return
        filters.remove(item)
    filters.insert(len(filters) if append else 0, item)
    _filters_mutated()


def _check_filter(action, category, lineno):
    assert action in _actions, f"invalid action: {action!r}"
    assert isinstance(category, type) and issubclass(category, Warning), \
        "category must be a Warning subclass"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _check_filter(action, category, lineno)
    assert isinstance(message, str), "message must be a string"
    assert isinstance(module, str), "module must be a string"
    text = re.compile(message, re.I) if message else None
    _insert((action, text, category, re.compile(module) if module else None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_filter(action, category, lineno)
    _insert((action, None, category, None, lineno), append)


def resetwarnings():
    filters.clear()
    _filters_mutated()


def _set_defaults():
    filterwarnings("default", category=DeprecationWarning, module="__main__$", append=True)
    for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning,
                     ResourceWarning):
        simplefilter("ignore", category, append=True)


_set_defaults()


def _action_for(text, category, module, lineno):
    for action, message, kind, where, line in filters:
        if ((message is None or message.match(text)) and issubclass(category, kind)
                and (where is None or where.match(module)) and line in (0, lineno)):
            return action
    return defaultaction


# --- showing ---

def _source_line(filename, lineno):
    try:
        with open(filename) as file:
            for number, line in enumerate(file, 1):
                if number == lineno:
                    return line.strip()
    except (OSError, ValueError):
        pass
    return ""


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    line = _source_line(filename, lineno) if line is None else line.strip()
    return f"{text}  {line}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass  # nowhere to complain


# --- warning ---

def _is_first(action, registry, text, category, lineno):
    """Whether this warning is new where the action looks; it is not from now on."""
    if registry.get("version") != _version:
        registry.clear()
        registry["version"] = _version
    if action == "once":
        registry, key = onceregistry, (text, category)
    elif action == "module":
        key = text, category, 0
    else:
        key = text, category, lineno
    if key in registry:
        return False
    registry[key] = True
    return True


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    if module is None:
        module = filename[:-3] if filename.endswith(".py") else filename or "<unknown>"
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = message, category(message)
    action = _action_for(text, category, module, int(lineno))
    if action == "ignore":
        return
    if action == "error":
        raise message
    registry = {} if registry is None else registry
    if action == "always" or _is_first(action, registry, text, category, lineno):
        showwarning(message, category, filename, lineno)


def _caller(depth, skipped):
    """The frame `depth` frames above the one that warns, not counting files that are skipped."""
    frame = sys._getframe(2)
    if skipped:
        depth = max(depth, 2)
    while depth > 1 and frame is not None:
        frame = frame.f_back
        while skipped and frame is not None and frame.f_code.co_filename.startswith(skipped):
            frame = frame.f_back
        depth -= 1
    return frame


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError("skip_file_prefixes must be a tuple of strs.")
    frame = _caller(stacklevel, skip_file_prefixes)
    if frame is None:  # the stack is not that deep
        names, filename, lineno = vars(sys), "sys", 1
    else:
        names, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    warn_explicit(message, category, filename, lineno, names.get("__name__", "<string>"),
                  names.setdefault("__warningregistry__", {}), names, source)


class catch_warnings:
    """Puts filters and showwarning() back at its end; with `record`, collects what is shown."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._before = None

    def __enter__(self):
        global filters, showwarning
        if self._before is not None:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._before = filters, showwarning
        filters = filters[:]
        _filters_mutated()
        log = None
        if self._record:
            log = []
            showwarning = lambda *args: log.append(WarningMessage(*args))
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, kind, value, traceback):
        global filters, showwarning
        if self._before is None:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters, showwarning = self._before
        _filters_mutated()

    def __repr__(self):
        return "catch_warnings(record=True)" if self._record else "catch_warnings()"
