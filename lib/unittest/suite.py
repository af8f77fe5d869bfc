# Suites: tests in order, with the fixtures of their classes and modules around them.
import sys

from .asserts import SkipTest

__unittest = True


class FixtureHolder:
    """Stands in a result for a class or a module whose fixture did not work."""

    failureException = AssertionError

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description

    def __repr__(self):
        return f"<FixtureHolder description={self.description!r}>"

    def countTestCases(self):
        return 0


class BaseTestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} tests={list(self)}>"

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to "
                            "addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        for test in self:
            test.debug()


class Fixtures:
    """Which class and which module the last test belonged to, and whether their set-up worked."""

    def __init__(self, result):
        self.result = result
        self.kind = self.module = None
        self.kind_works = self.module_works = True

    def enter(self, test):
        """Leaves and enters classes and modules on the way to a test; whether it may run."""
        kind = type(test)
        if kind is not self.kind:
            self.leave_class()
            if kind.__module__ != self.module:
                self.leave_module()
                self.enter_module(kind.__module__)
            self.enter_class(kind)
        return self.kind_works and self.module_works

    def leave(self):
        self.leave_class()
        self.leave_module()

    def enter_module(self, name):
        self.module = name
        self.module_works = self.call(getattr(sys.modules.get(name), "setUpModule", None),
                                      f"setUpModule ({name})")
        if not self.module_works:
            self.clean_module(name)

    def leave_module(self):
        if self.module is None:
            return
        if self.module_works:
            self.call(getattr(sys.modules.get(self.module), "tearDownModule", None),
                      f"tearDownModule ({self.module})")
            self.clean_module(self.module)
        self.module, self.module_works = None, True

    def clean_module(self, name):
        from .case import doModuleCleanups

        self.call(doModuleCleanups, f"tearDownModule ({name})")

    def enter_class(self, kind):
        self.kind, self.kind_works = kind, True
        if not self.module_works or getattr(kind, "__unittest_skip__", False):
            return
        name = f"{kind.__module__}.{kind.__qualname__}"
        self.kind_works = self.call(getattr(kind, "setUpClass", None), f"setUpClass ({name})")
        if not self.kind_works:
            self.clean_class(kind, f"setUpClass ({name})")

    def leave_class(self):
        kind, self.kind = self.kind, None
        if (kind is None or not self.kind_works or not self.module_works
                or getattr(kind, "__unittest_skip__", False)):
            return
        name = f"tearDownClass ({kind.__module__}.{kind.__qualname__})"
        self.call(getattr(kind, "tearDownClass", None), name)
        self.clean_class(kind, name)

    def clean_class(self, kind, name):
        if hasattr(kind, "doClassCleanups"):
            kind.doClassCleanups()
            for err in kind.tearDown_exceptions:
                self.result.addError(FixtureHolder(name), err)

    def call(self, function, description):
        if function is None:
            return True
        try:
            function()
            return True
        except SkipTest as skipped:
            self.result.addSkip(FixtureHolder(description), str(skipped))
        except KeyboardInterrupt:
            raise
        except BaseException:
            self.result.addError(FixtureHolder(description), sys.exc_info())
        return False


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        fixtures = getattr(result, "_fixtures", None)
        outermost = fixtures is None
        if outermost:
            fixtures = result._fixtures = Fixtures(result)
        for test in self:
            if result.shouldStop:
                break
            if isinstance(test, BaseTestSuite) or fixtures.enter(test):
                test(result)
        if outermost:
            fixtures.leave()
            result._fixtures = None
        return result
