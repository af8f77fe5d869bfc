# The assert methods of a test case. A module with the name `__unittest` is left out of the
# tracebacks that are reported: they end where the test called.
import re

__unittest = True

_LONGEST = 80


class SkipTest(Exception):
    """Raised by a test to say that it is to be skipped."""


def short_repr(value, short=False):
    text = repr(value)
    return text if not short or len(text) < _LONGEST else text[:_LONGEST] + " [truncated]..."


class RaisesContext:
    """What assertRaises() gives to a with statement; `exception` is what was raised."""

    def __init__(self, case, expected, pattern=None, msg=None, called=None):
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, msg
        self.called = called
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self._complain(f"{names_of(self.expected)} not raised")
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self.pattern is not None and not re.search(self.pattern, str(value)):
            shown = getattr(self.pattern, "pattern", self.pattern)
            self._complain(f'"{shown}" does not match "{value}"')
        return True

    def _complain(self, text):
        if self.called is not None and self.exception is None:
            text += f" by {getattr(self.called, '__name__', self.called)}"
        raise self.case.failureException(self.case._formatMessage(self.msg, text))


def names_of(expected):
    if isinstance(expected, tuple):
        return str(expected)
    return getattr(expected, "__name__", str(expected))


class WarnsContext:
    """What assertWarns() gives to a with statement; `warning` is the first that fitted."""

    def __init__(self, case, expected, pattern=None, msg=None, called=None):
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, msg
        self.called = called
        self.warning = self.filename = self.lineno = None

    def __enter__(self):
        import warnings

        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, value, traceback):
        self._catcher.__exit__(kind, value, traceback)
        if kind is not None:
            return False
        other = None
        for record in self.warnings:
            if not isinstance(record.message, self.expected):
                continue
            if self.pattern is None or re.search(self.pattern, str(record.message)):
                self.warning = record.message
                self.filename, self.lineno = record.filename, record.lineno
                return False
            other = record.message
        text = f"{names_of(self.expected)} not triggered"
        if other is not None:
            shown = getattr(self.pattern, "pattern", self.pattern)
            text = f'"{shown}" does not match "{other}"'
        elif self.called is not None:
            text += f" by {getattr(self.called, '__name__', self.called)}"
        raise self.case.failureException(self.case._formatMessage(self.msg, text))


class LogsContext:
    """What assertLogs() gives to a with statement: the records, and their texts as `output`."""

    def __init__(self, case, name, level, none=False):
        import logging

        self.case, self.name, self.none = case, name, none
        if isinstance(level, str):
            level = logging.getLevelName(level)
        self.level = level or logging.INFO
        self.records, self.output = [], []

    def __enter__(self):
        import logging

        context = self

        class Collector(logging.Handler):
            def emit(self, record):
                context.records.append(record)
                context.output.append(f"{record.levelname}:{record.name}:{record.getMessage()}")

        named = isinstance(self.name, logging.Logger)
        self.logger = logger = self.name if named else logging.getLogger(self.name)
        self._before = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [Collector(self.level)]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.none else self

    def __exit__(self, kind, value, traceback):
        handlers, level, propagate = self._before
        self.logger.handlers, self.logger.propagate = handlers, propagate
        self.logger.setLevel(level)
        if kind is not None:
            return False
        if self.none and self.records:
            text = f"Unexpected logs found: {self.output!r}"
        elif not self.none and not self.records:
            import logging

            text = (f"no logs of level {logging.getLevelName(self.level)} or higher triggered on "
                    f"{self.logger.name}")
        else:
            return False
        raise self.case.failureException(text)


class Asserts:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f"{standardMsg} : {msg}"

    def _check(self, holds, msg, standard):
        if not holds:
            raise self.failureException(self._formatMessage(msg, standard()))

    # --- truth and identity ---

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, lambda: f"{short_repr(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, lambda: f"{short_repr(expr)} is not false")

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, msg, lambda: f"{short_repr(expr1)} is not {short_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, msg, lambda: f"unexpectedly identical: {short_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, lambda: f"{short_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, lambda: "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg,
                    lambda: f"{short_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg,
                    lambda: f"{short_repr(obj)} is an instance of {cls!r}")

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg,
                    lambda: f"{short_repr(member)} not found in {short_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg,
                    lambda: f"{short_repr(member)} unexpectedly found in {short_repr(container)}")

    # --- order ---

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, lambda: f"{short_repr(a)} not less than {short_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg,
                    lambda: f"{short_repr(a)} not less than or equal to {short_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, lambda: f"{short_repr(a)} not greater than {short_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg,
                    lambda: f"{short_repr(a)} not greater than or equal to {short_repr(b)}")

    def _near(self, first, second, places, delta):
        """Whether two numbers are near each other, their distance, and how it was judged."""
        if places is not None and delta is not None:
            raise TypeError("specify delta or places not both")
        distance = abs(first - second)
        if delta is not None:
            return distance <= delta, distance, f"{short_repr(delta)} delta"
        places = 7 if places is None else places
        return round(distance, places) == 0, distance, f"{places} places"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        near, distance, how = self._near(first, second, places, delta)
        self._check(near, msg, lambda: f"{short_repr(first)} != {short_repr(second)} within {how} "
                                       f"({short_repr(distance)} difference)")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, distance, how = self._near(first, second, places, delta)
        if delta is not None:
            how += f" ({short_repr(distance)} difference)"
        self._check(first != second and not near, msg,
                    lambda: f"{short_repr(first)} == {short_repr(second)} within {how}")

    # --- equality ---

    def addTypeEqualityFunc(self, typeobj, function):
        if "_equality" not in self.__dict__:
            self._equality = {}
        self._equality[typeobj] = function

    def _comparer(self, kind):
        own = self.__dict__.get("_equality", {}).get(kind)
        name = _comparers.get(kind) if own is None else own
        return getattr(self, name) if isinstance(name, str) else name

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            comparer = self._comparer(type(first))
            if comparer is not None:
                comparer(first, second, msg=msg)
                return
        self._check(first == second, msg, lambda: f"{short_repr(first)} != {short_repr(second)}")

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, lambda: f"{short_repr(first)} == {short_repr(second)}")

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        self._check(first == second, msg,
                    lambda: f"{short_repr(first, True)} != {short_repr(second, True)}"
                            + self._lines_apart(first.splitlines(), second.splitlines()))

    def _lines_apart(self, first, second):
        """The lines from the first that differs, a side each, cut at maxDiff."""
        same = 0
        while same < len(first) and same < len(second) and first[same] == second[same]:
            same += 1
        lines = ["  " + line for line in first[:same]]
        lines += ["- " + line for line in first[same:]] + ["+ " + line for line in second[same:]]
        text = "\n".join(lines) + "\n"
        if self.maxDiff is not None and len(text) > self.maxDiff:
            return f"\nDiff is {len(text)} characters long. Set self.maxDiff to None to see it."
        return "\n" + text

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if seq_type is not None:
            for place, value in (("First", seq1), ("Second", seq2)):
                if not isinstance(value, seq_type):
                    raise self.failureException(f"{place} sequence is not a {seq_type.__name__}: "
                                                f"{short_repr(value)}")
        if seq1 == seq2:
            return
        kind = "sequence" if seq_type is None else seq_type.__name__
        text = (f"{kind.capitalize()}s differ: {short_repr(seq1, True)} != "
                f"{short_repr(seq2, True)}\n" + _first_difference(kind, seq1, seq2))
        text += self._lines_apart([repr(seq1)], [repr(seq2)])
        raise self.failureException(self._formatMessage(msg, text))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        try:
            only_first, only_second = set1.difference(set2), set2.difference(set1)
        except (TypeError, AttributeError) as error:
            self.fail(f"first or second argument does not support set difference: {error}")
        lines = []
        for place, items in (("first", only_first), ("second", only_second)):
            if items:
                lines.append(f"Items in the {place} set but not the "
                             f"{'second' if place == 'first' else 'first'}:")
                lines += [repr(item) for item in items]
        self._check(not lines, msg, lambda: "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        self._check(d1 == d2, msg, lambda: f"{short_repr(d1, True)} != {short_repr(d2, True)}"
                                           + self._lines_apart([repr(d1)], [repr(d2)]))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        seen, lines = [], []
        for item in first + second:
            if item in seen:
                continue
            seen.append(item)
            counts = first.count(item), second.count(item)
            if counts[0] != counts[1]:
                lines.append("First has %d, Second has %d:  %r" % (counts[0], counts[1], item))
        self._check(not lines, msg,
                    lambda: "\n".join(["Element counts were not equal:", *lines]))

    # --- text ---

    def assertRegex(self, text, expected_regex, msg=None):
        shown = getattr(expected_regex, "pattern", expected_regex)
        self._check(re.search(expected_regex, text), msg,
                    lambda: f"Regex didn't match: {shown!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        shown = getattr(unexpected_regex, "pattern", unexpected_regex)
        match = re.search(unexpected_regex, text)
        self._check(not match, msg,
                    lambda: f"Regex matched: {match.group(0)!r} matches {shown!r} in {text!r}")

    # --- what is raised, warned and logged ---

    def _expect(self, context_type, expected, pattern, args, kwargs):
        if not args:
            msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this "
                                "function")
            return context_type(self, expected, pattern, msg)
        function, *rest = args
        if function is None:
            raise TypeError("the callable must not be None")
        with context_type(self, expected, pattern, called=function):
            function(*rest, **kwargs)

    def assertRaises(self, expected_exception, *args, **kwargs):
        _need_classes("assertRaises", expected_exception, BaseException, "exception")
        return self._expect(RaisesContext, expected_exception, None, args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        _need_classes("assertRaisesRegex", expected_exception, BaseException, "exception")
        return self._expect(RaisesContext, expected_exception, expected_regex, args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        _need_classes("assertWarns", expected_warning, Warning, "warning")
        return self._expect(WarnsContext, expected_warning, None, args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        _need_classes("assertWarnsRegex", expected_warning, Warning, "warning")
        return self._expect(WarnsContext, expected_warning, expected_regex, args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return LogsContext(self, logger, level)

    def assertNoLogs(self, logger=None, level=None):
        return LogsContext(self, logger, level, none=True)


_comparers = {dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual",
              set: "assertSetEqual", frozenset: "assertSetEqual", str: "assertMultiLineEqual"}


def _need_classes(method, expected, base, what):
    for kind in expected if isinstance(expected, tuple) else (expected,):
        if not isinstance(kind, type) or not issubclass(kind, base):
            article = "an" if what == "exception" else "a"
            raise TypeError(f"{method}() arg 1 must be {article} {what} type or tuple of {what} "
                            "types")


def _first_difference(kind, seq1, seq2):
    """Where two sequences part, as text."""
    size1, size2 = len(seq1), len(seq2)
    text = ""
    for index in range(min(size1, size2)):
        if seq1[index] != seq2[index]:
            text = (f"\nFirst differing element {index}:\n{short_repr(seq1[index], True)}\n"
                    f"{short_repr(seq2[index], True)}\n")
            break
    if size1 == size2:
        return text
    place, longer, at = ("First", seq1, size2) if size1 > size2 else ("Second", seq2, size1)
    return (f"{text}\n{place} {kind} contains {abs(size1 - size2)} additional elements.\n"
            f"First extra element {at}:\n{short_repr(longer[at], True)}\n")
