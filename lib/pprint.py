"""pprint: values over as many lines as they need, each within a width."""

import re
import sys

__all__ = ("PrettyPrinter", "isreadable", "isrecursive", "pformat", "pp", "pprint", "saferepr")

_brackets = {list: "[]", tuple: "()", set: "{}", frozenset: "{}", dict: "{}"}


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False,
           sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    return PrettyPrinter()._one_line(object, (), 0)


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _Key:
    """Orders what has no order of its own, by type and then by identity."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return ((str(type(self.value)), id(self.value))
                    < (str(type(other.value)), id(other.value)))


def _in_order(values):
    return sorted(values, key=_Key)


def _kind(value):
    """The container that a value is shown as; None for what its repr() shows."""
    for kind in _brackets:
        if isinstance(value, kind) and type(value).__repr__ is kind.__repr__:
            return kind
    return None


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth = int(indent), int(width), depth
        self._stream = sys.stdout if stream is None else stream
        self._compact, self._sort_dicts = bool(compact), sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        return self._lines(object, 0, 0, (), 0)

    def isrecursive(self, object):
        return "<Recursion on " in self._one_line(object, (), 0)

    def isreadable(self, object):
        """Whether eval() could read the text of a value."""
        text = self._one_line(object, (), 0)
        return "..." not in text and "<" not in re.sub(r"'[^']*'|\"[^\"]*\"", "", text)

    # --- in one line ---

    def format(self, object, context, maxlevels, level):
        """For classes derived from this: the text, whether it is readable, and recursive."""
        return (self._plain_line(object, tuple(context), level), self.isreadable(object),
                self.isrecursive(object))

    def _one_line(self, value, within, level):
        """The text of a value in one line; `within`: the ids of the containers around it."""
        if type(self).format is PrettyPrinter.format:
            return self._plain_line(value, within, level)
        return self.format(value, dict.fromkeys(within, 1), self._depth, level)[0]

    def _plain_line(self, value, within, level):
        kind = _kind(value)
        if type(value) is int and self._underscore_numbers:
            return f"{value:_d}"
        if kind not in (list, tuple, dict) or not value:
            return repr(value)
        if self._depth is not None and level >= self._depth:
            return _cut(value, kind)
        if id(value) in within:
            return _recursion(value)
        within += (id(value),)
        if kind is dict:
            parts = [f"{self._one_line(key, within, level + 1)}: "
                     f"{self._one_line(item, within, level + 1)}"
                     for key, item in self._items(value)]
        else:
            parts = [self._one_line(item, within, level + 1) for item in value]
        left, right = _brackets[kind]
        comma = "," if kind is tuple and len(parts) == 1 else ""
        return f"{left}{', '.join(parts)}{comma}{right}"

    def _items(self, mapping):
        if not self._sort_dicts:
            return list(mapping.items())
        return [(key, mapping[key]) for key in _in_order(mapping)]

    # --- over lines ---

    def _lines(self, value, column, after, within, level):
        """The text of a value that begins at a column; `after` characters follow its end."""
        if id(value) in within:
            return _recursion(value)
        text = self._one_line(value, within, level)
        kind = _kind(value)
        if len(text) <= self._width - column - after:
            return text
        if isinstance(value, str) and type(value).__repr__ is str.__repr__ and value:
            return self._string(value, column, after, level)
        if not kind or not value:
            return text
        within += (id(value),)
        if kind is dict:
            return self._dict(value, column, after, within, level)
        return self._sequence(value, kind, column, after, within, level)

    def _dict(self, value, column, after, within, level):
        column += self._indent
        items, parts = self._items(value), []
        for index, (key, item) in enumerate(items):
            shown = self._one_line(key, within, level + 1)
            following = after + 1 if index == len(items) - 1 else 1
            parts.append(f"{shown}: " + self._lines(item, column + len(shown) + 2, following,
                                                    within, level + 1))
        return "{" + " " * (self._indent - 1) + (",\n" + " " * column).join(parts) + "}"

    def _sequence(self, value, kind, column, after, within, level):
        left, right = _brackets[kind]
        if kind in (set, frozenset):
            value = _in_order(value)
            if kind is frozenset:
                left, right, column = "frozenset({", "})", column + len("frozenset(")
        elif kind is tuple and len(value) == 1:
            right = ",)"
        column += self._indent
        after += len(right)
        text = left + " " * (self._indent - 1)
        return text + self._filled(list(value), column, after, within, level) + right

    def _filled(self, items, column, after, within, level):
        """Items a line each; compact: as many in a line as it can take."""
        text, end = "", 0  # the column behind what is written
        for index, item in enumerate(items):
            last = index == len(items) - 1
            following = after if last else 1
            shown = self._one_line(item, within, level + 1)
            # CPython wants a column more for the last; so do we, to break lines where it does.
            fits = end + 2 + len(shown) + following + last <= self._width
            if self._compact and text and fits:
                text, end = f"{text}, {shown}", end + 2 + len(shown)
                continue
            shown = self._lines(item, column, following, within, level + 1)
            text += (",\n" + " " * column if text else "") + shown
            end = self._width if "\n" in shown else column + len(shown)
        return text

    def _string(self, value, column, after, level):
        """A string as several, cut behind white space."""
        outermost = level == 0
        if outermost:  # parentheses hold it together
            column, after = column + 1, after + 1
        pieces, lines = [], value.splitlines(True)
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            pieces += self._pieces(line, self._width - column, after if last else 0)
        if len(pieces) == 1:
            return pieces[0]
        text = ("\n" + " " * column).join(pieces)
        return f"({text})" if outermost else text

    def _pieces(self, line, width, after):
        """A line in pieces whose texts fit a width; `after` characters follow the last."""
        if len(repr(line)) <= width - after:
            return [repr(line)]
        words, pieces, piece = re.findall(r"\S*\s+|\S+", line), [], ""
        for number, word in enumerate(words):
            room = width - after if number == len(words) - 1 else width
            if piece and len(repr(piece + word)) > room:
                pieces.append(repr(piece))
                piece = ""
            piece += word
        return pieces + [repr(piece)]


def _cut(value, kind):
    """What is shown of a container that is too deep."""
    left, right = _brackets[kind]
    comma = "," if kind is tuple and len(value) == 1 else ""
    return f"{left}...{comma}{right}"


def _recursion(value):
    return f"<Recursion on {type(value).__name__} with id={id(value)}>"
