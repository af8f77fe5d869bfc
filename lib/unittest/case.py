# A test case: one run of one method, with its set-up, its tear-down and its clean-ups.
import sys
from functools import wraps

from .asserts import Asserts, SkipTest
from .result import TestResult

__unittest = True


def skip(reason):
    def decorate(item):
        if not isinstance(item, type):
            function = item

            @wraps(function)
            def item(*args, **kwargs):
                raise SkipTest(reason)

        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason):  # @skip without a reason
        function, reason = reason, ""
        return decorate(function)
    return decorate


def _unchanged(item):
    return item


def skipIf(condition, reason):
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    return _unchanged if condition else skip(reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


def _enter(manager, add_cleanup):
    kind = type(manager)
    if not hasattr(kind, "__enter__") or not hasattr(kind, "__exit__"):
        raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the "
                        "context manager protocol")
    value = kind.__enter__(manager)
    add_cleanup(kind.__exit__, manager, None, None, None)
    return value


# --- clean-ups of modules ---

_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter(cm, addModuleCleanup)


def doModuleCleanups():
    first = None
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            first = first or error
    if first is not None:
        raise first


# --- the parts of a test ---

class _Outcome:
    """How a running test has done so far."""

    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting = False  # a failure is wanted from the part that runs
        self.expected = None  # the failure that was wanted
        self.subtest = None  # the innermost sub-test that runs


class _Part:
    """A with statement around a part of a test: an exception is put down in the result."""

    def __init__(self, outcome, test, parent=None):
        self.outcome, self.test, self.parent = outcome, test, parent

    def __enter__(self):
        self._before, self.outcome.success = self.outcome.success, True
        return self

    def __exit__(self, kind, value, tb):
        outcome = self.outcome
        if kind is None:
            if self.parent is not None and outcome.success:
                outcome.result.addSubTest(self.parent, self.test, None)
        elif issubclass(kind, (KeyboardInterrupt, _Stop)):
            return False
        else:
            outcome.success = False
            self._put_down(kind, (kind, value, tb))
        outcome.success = outcome.success and self._before
        return True

    def _put_down(self, kind, err):
        outcome = self.outcome
        if issubclass(kind, SkipTest):
            outcome.result.addSkip(self.test, str(err[1]))
        elif outcome.expecting:
            outcome.expected = err
        elif self.parent is not None:
            outcome.result.addSubTest(self.parent, self.test, err)
        elif issubclass(kind, self.test.failureException):
            outcome.result.addFailure(self.test, err)
        else:
            outcome.result.addError(self.test, err)


class _Stop(Exception):
    """Leaves a test whose sub-test failed, where the result wants no more."""


class _SubTestContext:
    def __init__(self, case, message, params):
        self.case, self.message, self.params = case, message, params

    def __enter__(self):
        outcome = self.case._outcome
        self._outer = outcome.subtest
        params = dict(self.params)  # and those of the sub-tests around it
        for name, value in self._outer.params.items() if self._outer is not None else ():
            params.setdefault(name, value)
        outcome.subtest = _SubTest(self.case, self.message, params)
        self._part = _Part(outcome, outcome.subtest, self.case)
        self._part.__enter__()

    def __exit__(self, kind, value, tb):
        outcome = self.case._outcome
        outcome.subtest = self._outer
        handled = self._part.__exit__(kind, value, tb)
        if outcome.result.failfast and not outcome.success or outcome.expected is not None:
            raise _Stop
        return handled


class _NoContext:
    def __enter__(self):
        return None

    def __exit__(self, kind, value, tb):
        return False


class TestCase(Asserts):
    _class_cleanups = []
    tearDown_exceptions = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        method = getattr(self, methodName, None)
        if method is None and methodName != "runTest":
            raise ValueError(f"no such test method in {type(self)}: {methodName}")
        self._testMethodName = methodName
        self._testMethodDoc = getattr(getattr(method, "__func__", method), "__doc__", None)
        self._outcome = None
        self._cleanups = []

    # --- what a test case replaces ---

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def defaultTestResult(self):
        return TestResult()

    def countTestCases(self):
        return 1

    # --- names ---

    def id(self):
        kind = type(self)
        return f"{kind.__module__}.{kind.__qualname__}.{self._testMethodName}"

    def shortDescription(self):
        lines = (self._testMethodDoc or "").strip().split("\n")
        return lines[0].strip() or None

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} testMethod={self._testMethodName}>"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    # --- clean-ups ---

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

    def doCleanups(self):
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with _Part(outcome, self):
                self._call(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    # --- running ---

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        if self._outcome is None:  # debug(): nothing is caught
            return _NoContext()
        return _SubTestContext(self, msg, params)

    def _call(self, function, /, *args, **kwargs):
        return function(*args, **kwargs)

    def _run_test(self):
        self._call(getattr(self, self._testMethodName))

    def _run_parts(self, outcome, expecting):
        with _Part(outcome, self):
            self._call(self.setUp)
        if outcome.success:
            outcome.expecting = expecting
            try:
                with _Part(outcome, self):
                    self._run_test()
            except _Stop:
                pass
            outcome.expecting = False
            with _Part(outcome, self):
                self._call(self.tearDown)
        self.doCleanups()

    def _report(self, outcome, expecting):
        result = outcome.result
        if expecting and outcome.expected is not None:
            result.addExpectedFailure(self, outcome.expected)
        elif outcome.success and expecting:
            result.addUnexpectedSuccess(self)
        elif outcome.success:
            result.addSuccess(self)

    def _marked(self, name):
        method = getattr(self, self._testMethodName)
        return getattr(type(self), name, None) or getattr(method, name, None)

    def run(self, result=None):
        alone = result is None
        if alone:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            if self._marked("__unittest_skip__"):
                result.addSkip(self, self._marked("__unittest_skip_why__") or "")
                return result
            expecting = bool(self._marked("__unittest_expecting_failure__"))
            self._outcome = outcome = _Outcome(result)
            self._run_parts(outcome, expecting)
            self._report(outcome, expecting)
            return result
        finally:
            self._outcome = None
            result.stopTest(self)
            if alone:
                result.stopTestRun()

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        if self._marked("__unittest_skip__"):
            raise SkipTest(self._marked("__unittest_skip_why__"))
        self._call(self.setUp)
        self._run_test()
        self._call(self.tearDown)
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._call(function, *args, **kwargs)


class _SubTest(TestCase):
    """A part of a test, told apart by a message and parameters."""

    def __init__(self, case, message, params):
        super().__init__()
        self.test_case, self.message, self.params = case, message, params
        self.failureException = case.failureException

    def _description(self):
        parts = [] if self.message is None else [f"[{self.message}]"]
        if self.params:
            listed = ", ".join(f"{key}={value!r}" for key, value in self.params.items())
            parts.append(f"({listed})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._description()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._description()}"


class FunctionTestCase(TestCase):
    """A function, as a test case."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._functions = testFunc, setUp, tearDown
        self._description = description

    def setUp(self):
        if self._functions[1] is not None:
            self._functions[1]()

    def tearDown(self):
        if self._functions[2] is not None:
            self._functions[2]()

    def runTest(self):
        self._functions[0]()

    def id(self):
        return self._functions[0].__name__

    def __str__(self):
        return f"{type(self).__module__}.{type(self).__qualname__} ({self.id()})"

    def shortDescription(self):
        if self._description is not None:
            return self._description
        return (self._functions[0].__doc__ or "").split("\n")[0].strip() or None


class IsolatedAsyncioTestCase(TestCase):
    """A test case whose tests may be coroutines; each test has an event loop of its own."""

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        value = await cm.__aenter__()
        self.addAsyncCleanup(cm.__aexit__, None, None, None)
        return value

    def _call(self, function, /, *args, **kwargs):
        if function == self.tearDown:
            with _Part(self._outcome, self) if self._outcome else _NoContext():
                self._runner.run(self.asyncTearDown())
        value = function(*args, **kwargs)
        if function == self.setUp:
            self._runner.run(self.asyncSetUp())
        elif hasattr(value, "send") and hasattr(value, "throw"):
            value = self._runner.run(value)
        return value

    def _run_parts(self, outcome, expecting):
        with self._new_runner():
            super()._run_parts(outcome, expecting)

    def _new_runner(self):
        import asyncio

        self._runner = asyncio.Runner()
        return self._runner

    def debug(self):
        with self._new_runner():
            super().debug()
