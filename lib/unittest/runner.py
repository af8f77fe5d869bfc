# Running tests with a report of text.
#
# The summary has one form, however long the tests took and whatever went wrong, so that tools (and
# people comparing two runs) can read it: "Ran N tests", an empty line, and "OK" or
# "FAILED (failures=N, errors=N)", with what else there was at its end.
import sys

from .result import TestResult

__unittest = True


class TextTestResult(TestResult):
    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions = stream, descriptions
        self.showAll, self.dots = verbosity > 1, verbosity == 1
        self._line_open = False  # "test ... " is written and its outcome is not

    def getDescription(self, test):
        line = test.shortDescription()
        return f"{test}\n{line}" if self.descriptions and line else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self._write(f"{self.getDescription(test)} ... ")
            self._line_open = True

    def _write(self, text):
        self.stream.write(text)
        flush = getattr(self.stream, "flush", None)
        if flush is not None:
            flush()

    def _tell(self, letter, word, test=None):
        if self.dots:
            self._write(letter)
        elif self.showAll:
            if not self._line_open or getattr(test, "test_case", None) is not None:
                lead = "\n" if self._line_open else ""
                indent = "  " if hasattr(test, "test_case") else ""
                word = f"{lead}{indent}{self.getDescription(test)} ... {word}"
            self._write(word + "\n")
            self._line_open = False

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(".", "ok", test)

    def addError(self, test, err):
        super().addError(test, err)
        self._tell("E", "ERROR", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell("F", "FAIL", test)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            self._tell("F" if failed else "E", "FAIL" if failed else "ERROR", subtest)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell("s", f"skipped {reason!r}", test)

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell("x", "expected failure", test)

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell("u", "unexpected success", test)

    def printErrors(self):
        if self.dots or self.showAll:
            self._write("\n")
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        if self.unexpectedSuccesses:
            self._write(self.separator1 + "\n")
            for test in self.unexpectedSuccesses:
                self._write(f"UNEXPECTED SUCCESS: {self.getDescription(test)}\n")

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self._write(f"{self.separator1}\n{flavour}: {self.getDescription(test)}\n"
                        f"{self.separator2}\n{text}\n")


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False,
                 resultclass=None):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions, self.verbosity, self.failfast = descriptions, verbosity, failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        result.printErrors()
        sys.stdout.flush()  # what the tests printed stands before the summary
        write = self.stream.write
        write(f"{getattr(result, 'separator2', '-' * 70)}\nRan {result.testsRun} tests\n\n")
        write(_verdict(result) + "\n")
        return result


def _verdict(result):
    """The last line of the report."""
    parts = []
    if not result.wasSuccessful():
        word = "FAILED"
        parts.append(f"failures={len(result.failures)}, errors={len(result.errors)}")
    elif result.testsRun or result.skipped:
        word = "OK"
    else:
        word = "NO TESTS RAN"
    for name, found in (("skipped", result.skipped),
                        ("expected failures", result.expectedFailures),
                        ("unexpected successes", result.unexpectedSuccesses)):
        if found:
            parts.append(f"{name}={len(found)}")
    return f"{word} ({', '.join(parts)})" if parts else word
