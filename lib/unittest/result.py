# What became of the tests, and how an exception is shown without the frames of this package.
import traceback

__unittest = True


def _is_ours(tb):
    return "__unittest" in tb.tb_frame.f_globals


def _shown_part(kind, tb, failure):
    """The traceback from where the test begins, and for a failure how many frames of it are the
    test's: the rest is an assert method."""
    while tb is not None and _is_ours(tb):
        tb = tb.tb_next
    if not issubclass(kind, failure):
        return tb, None
    count, at = 0, tb
    while at is not None and not _is_ours(at):
        count, at = count + 1, at.tb_next
    return tb, None if at is None else count


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.collectedDurations = []
        self.testsRun = 0
        self.shouldStop = self.failfast = False

    def __repr__(self):
        kind = type(self)
        return (f"<{kind.__module__}.{kind.__qualname__} run={self.testsRun} "
                f"errors={len(self.errors)} failures={len(self.failures)}>")

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def printErrors(self):
        pass

    def addSuccess(self, test):
        pass

    def addError(self, test, err):
        self._record(self.errors, test, err)

    def addFailure(self, test, err):
        self._record(self.failures, test, err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            self._record(self.failures if failed else self.errors, subtest, err)

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        if self.failfast:
            self.stop()

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def _record(self, where, test, err):
        where.append((test, self._exc_info_to_string(err, test)))
        if self.failfast:
            self.stop()

    def _exc_info_to_string(self, err, test):
        kind, value, tb = err
        tb, limit = _shown_part(kind, tb, getattr(test, "failureException", AssertionError))
        return "".join(traceback.format_exception(kind, value, tb, limit))
