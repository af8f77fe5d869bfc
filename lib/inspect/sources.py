# inspect.sources: what needs the source text of a function or class, and frames on the call stack.
# Source text is read from its file; modules that are part of the image have none.
import sys
from collections import namedtuple

from . import isclass, iscode, isframe, isfunction, ismethod, ismodule, istraceback, unwrap

Traceback = namedtuple("Traceback", "filename lineno function code_context index")
FrameInfo = namedtuple("FrameInfo", ("frame",) + Traceback._fields)


def _code(object):
    """The code object of anything that runs; None for the rest."""
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return object if iscode(object) else None


def getfile(object):
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        if object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    code = _code(object)
    if code:
        return code.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was "
                    f"expected, got {type(object).__name__}")


def getsourcefile(object):
    name = getfile(object)
    return name if name.endswith(".py") else None


def getabsfile(object, _filename=None):
    from os import path
    return path.abspath(_filename or getfile(object))


def findsource(object):
    """All lines of the file, and the index of the line where the object begins."""
    try:
        with open(getfile(object)) as file:
            lines = file.readlines()
    except (OSError, ValueError):
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _class_line(lines, object.__qualname__)
    code = _code(object)
    if code.co_firstlineno > len(lines):
        raise OSError("lineno is out of bounds")
    return lines, _first_decorator(lines, code.co_firstlineno - 1)


def _indent(line):
    return len(line) - len(line.lstrip())


def _class_line(lines, qualname):
    start = 0
    for name in qualname.split("."):
        if name == "<locals>":
            continue
        for index in range(start, len(lines)):
            words = lines[index].replace("(", " ").replace(":", " ").split()
            if words[:2] in (["class", name], ["def", name]):
                start = index
                break
        else:
            raise OSError("could not find class definition")
    return _first_decorator(lines, start)


def _first_decorator(lines, index):
    indent = _indent(lines[index])
    first = index
    while index and _indent(lines[index - 1]) >= indent and lines[index - 1].strip():
        index -= 1
        if _indent(lines[index]) == indent:
            if not lines[index].lstrip().startswith(("@", ")")):
                break
            if lines[index].lstrip().startswith("@"):
                first = index
    return first


class _Nesting:
    """How deep in brackets, and in which string, the text seen so far ends."""

    def __init__(self):
        self.depth, self.quote = 0, ""

    def is_open(self):
        return self.depth > 0 or self.quote

    def feed(self, line):
        place = 0
        while place < len(line):
            place += self._step(line, place)
        if len(self.quote) == 1 and not line.endswith("\\\n"):
            self.quote = ""

    def _step(self, line, place):
        char = line[place]
        if self.quote:
            if char == "\\":
                return 2
            if line.startswith(self.quote, place):
                length, self.quote = len(self.quote), ""
                return length
        elif char == "#":
            return len(line)
        elif char in "\"'":
            self.quote = char * 3 if line.startswith(char * 3, place) else char
            return len(self.quote)
        elif char in "([{":
            self.depth += 1
        elif char in ")]}":
            self.depth -= 1
        return 1


def getblock(lines):
    """The lines of the definition that the first line (or its decorators) begins."""
    nesting, indent, in_body, end = _Nesting(), _indent(lines[0]), False, 0
    for index, line in enumerate(lines):
        text = line.strip()
        whole = not nesting.is_open()
        if text and whole and in_body and _indent(line) <= indent:
            if text.startswith("#"):
                continue  # belongs to the block only if more of it follows
            break
        nesting.feed(line)
        if text:
            end = index + 1
        if whole and not text.startswith(("@", "#")):
            in_body = True
    return lines[:end]


def getsourcelines(object):
    object = unwrap(object)
    lines, index = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or (isframe(object) and object.f_code.co_name == "<module>"):
        return lines, 0
    return getblock(lines[index:]), index + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


# --- frames ---------------------------------------------------------------------------------------


def getframeinfo(frame, context=1):
    lineno = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    if istraceback(frame):
        frame = frame.tb_frame
    lines = index = None
    if context > 0:
        try:
            lines = findsource(frame)[0]
        except OSError:
            pass
        else:
            start = max(0, min(lineno - 1 - context // 2, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(frame.f_code.co_filename, lineno, frame.f_code.co_name, lines, index)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    error = sys.exception()
    return getinnerframes(error.__traceback__ if error else None, context)
