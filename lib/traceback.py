"""traceback: exceptions and call stacks as text."""

import sys

__all__ = ("FrameSummary", "StackSummary", "TracebackException", "clear_frames", "extract_stack",
           "extract_tb", "format_exc", "format_exception", "format_exception_only", "format_list",
           "format_stack", "format_tb", "print_exc", "print_exception", "print_last", "print_list",
           "print_stack", "print_tb", "walk_stack", "walk_tb")

_missing = object()
_repeats_shown = 3  # of a place that recurs again and again


def _source_line(filename, number, files):
    """A line of a source file, stripped; "" if there is none. `files` keeps what was read."""
    if filename not in files:
        try:
            with open(filename) as file:
                files[filename] = file.read().split("\n")
        except (OSError, ValueError):
            files[filename] = ()
    lines = files[filename]
    return lines[number - 1].strip() if number and 0 < number <= len(lines) else ""


# --- stacks ---

class FrameSummary:
    """A place in a stack; it unpacks as (filename, lineno, name, line)."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.locals = locals and {key: repr(value) for key, value in locals.items()}
        self._line = line
        if lookup_line:
            self.line

    @property
    def line(self):
        if self._line is None:
            self._line = _source_line(self.filename, self.lineno, {})
        return self._line

    def _parts(self):
        return self.filename, self.lineno, self.name, self.line

    def __iter__(self):
        return iter(self._parts())

    def __len__(self):
        return 4

    def __getitem__(self, index):
        return self._parts()[index]

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return self._parts() == tuple(other)
        return NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    """Places, the outermost first."""

    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        """Of pairs of a frame and a line number."""
        places = list(frames)
        if limit is not None:
            places = places[:limit] if limit >= 0 else places[limit:]
        summary, files = cls(), {}
        for frame, number in places:
            code = frame.f_code
            line = _source_line(code.co_filename, number, files) if lookup_lines else None
            summary.append(FrameSummary(code.co_filename, number, code.co_name, line=line,
                                        lookup_line=lookup_lines,
                                        locals=frame.f_locals if capture_locals else None))
        return summary

    @classmethod
    def from_list(cls, places):
        summary = cls()
        for place in places:
            if not isinstance(place, FrameSummary):
                filename, number, name, line = place
                place = FrameSummary(filename, number, name, line=line)
            summary.append(place)
        return summary

    def format_frame_summary(self, place):
        text = f'  File "{place.filename}", line {place.lineno}, in {place.name}\n'
        if place.line:
            text += f"    {place.line.strip()}\n"
        for name in sorted(place.locals or ()):
            text += f"    {name} = {place.locals[name]}\n"
        return text

    def format(self):
        result, last, count = [], None, 0
        for place in self:
            where = place.filename, place.lineno, place.name
            if where != last:
                _add_repeats(result, count)
                last, count = where, 0
            count += 1
            if count <= _repeats_shown:
                result.append(self.format_frame_summary(place))
        _add_repeats(result, count)
        return result


def _add_repeats(result, count):
    if count > _repeats_shown:
        more = count - _repeats_shown
        result.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(frame):
    frame = sys._getframe(1) if frame is None else frame
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def extract_tb(tb, limit=None):
    return StackSummary.extract(walk_tb(tb), limit=limit)


def _stack_of(frame, limit):
    places = list(walk_stack(frame))
    if limit is not None:
        places = places[:limit] if limit >= 0 else places[limit:]
    places.reverse()
    return StackSummary.extract(places)


def extract_stack(f=None, limit=None):
    return _stack_of(sys._getframe(1) if f is None else f, limit)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return _stack_of(sys._getframe(1) if f is None else f, limit).format()


# --- exceptions ---

def _check_pair(value, tb):
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")


def _exception_of(exc, value, tb):
    """The exception and the traceback that the three arguments of older calls mean."""
    _check_pair(value, tb)
    if value is not _missing:
        return value, tb
    if exc is not None and not isinstance(exc, BaseException):
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return exc, getattr(exc, "__traceback__", None)


def _text_of(exception, tb, chain):
    """What the interpreter prints for an exception, had it this traceback."""
    kept = exception.__traceback__, exception.__cause__, exception.__suppress_context__
    try:
        exception.__traceback__ = tb
        if not chain:
            exception.__cause__ = None  # and so its context is not shown either
        return sys._format_exception(exception)
    finally:
        exception.__traceback__, exception.__cause__, exception.__suppress_context__ = kept


def _only(exception):
    if exception is None:
        return "NoneType: None\n"
    return _text_of(exception, None, False)


def _format(exception, tb, limit, chain):
    if exception is None:
        return _only(None)
    if limit is not None and limit < 0:  # the innermost places: a traceback itself
        depth = sum(1 for _ in walk_tb(tb))
        for _ in range(max(depth + limit, 0)):
            tb = tb.tb_next
        limit = None
    if limit is None:
        return _text_of(exception, tb, chain)
    text = ""
    if chain:
        before, said = exception.__cause__, "The above exception was the direct cause of the " \
            "following exception:"
        if before is None and not exception.__suppress_context__:
            before = exception.__context__
            said = "During handling of the above exception, another exception occurred:"
        if before is not None:
            text = _format(before, before.__traceback__, limit, chain) + f"\n{said}\n\n"
    if tb is not None:
        text += "Traceback (most recent call last):\n" + "".join(format_tb(tb, limit))
    return text + _only(exception)


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    value, tb = _exception_of(exc, value, tb)
    return _format(value, tb, limit, chain).splitlines(True)


def format_exception_only(exc, /, value=_missing):
    return _only(exc if value is _missing else value).splitlines(True)


def format_exc(limit=None, chain=True):
    exception = sys.exception()
    return _format(exception, getattr(exception, "__traceback__", None), limit, chain)


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    value, tb = _exception_of(exc, value, tb)
    _print(_format(value, tb, limit, chain), file)


def print_exc(limit=None, file=None, chain=True):
    _print(format_exc(limit, chain), file)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_exc"):
        raise ValueError("no last exception")
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


def print_tb(tb, limit=None, file=None):
    _print("".join(format_tb(tb, limit)), file)


def print_stack(f=None, limit=None, file=None):
    _print("".join(_stack_of(sys._getframe(1) if f is None else f, limit).format()), file)


def print_list(extracted_list, file=None):
    _print("".join(format_list(extracted_list)), file)


def _print(text, file):
    (sys.stderr if file is None else file).write(text)


def clear_frames(tb):
    while tb is not None:
        if hasattr(tb.tb_frame, "clear"):
            try:
                tb.tb_frame.clear()
            except RuntimeError:  # it still runs
                pass
        tb = tb.tb_next


class TracebackException:
    """An exception as it was, to be shown later: only text is kept, none of its objects."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False):
        self.exc_type = exc_type
        self.stack = StackSummary.extract(walk_tb(exc_traceback), limit=limit,
                                          lookup_lines=lookup_lines, capture_locals=capture_locals)
        self._str = str(exc_value)
        self._only = format_exception_only(exc_value)
        self._texts = {chain: _format(exc_value, exc_traceback, limit, chain)
                       for chain in (False, True)}
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__cause__, self.__context__ = (
            None if other is None else TracebackException.from_exception(other, limit=limit)
            for other in (exc_value.__cause__, exc_value.__context__))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type_str(self):
        kind = self.exc_type
        module = "" if kind.__module__ in ("builtins", "__main__") else kind.__module__ + "."
        return module + kind.__qualname__

    def __str__(self):
        return self._str

    def __eq__(self, other):
        if not isinstance(other, TracebackException):
            return NotImplemented
        return self._texts == other._texts

    def format(self, *, chain=True):
        yield from self._texts[bool(chain)].splitlines(True)

    def format_exception_only(self):
        yield from self._only

    def print(self, *, file=None, chain=True):
        _print(self._texts[bool(chain)], file)
