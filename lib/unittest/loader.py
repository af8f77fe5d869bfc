# Finding tests: in classes, in modules, by name, and in the files below a folder.
import os
import sys
from fnmatch import fnmatchcase

from .asserts import SkipTest
from .case import FunctionTestCase, IsolatedAsyncioTestCase, TestCase
from .suite import BaseTestSuite, TestSuite

__unittest = True

_bases = (TestCase, FunctionTestCase, IsolatedAsyncioTestCase)


def _is_case(value):
    return isinstance(value, type) and issubclass(value, TestCase) and value not in _bases


def _broken(name, error):
    """A suite of one test, that raises what went wrong in loading."""

    def fails(self):
        raise error

    kind = type("_FailedTest", (TestCase,), {name: fails, "__module__": "unittest.loader"})
    return TestSuite([kind(name)])


class TestLoader:
    testMethodPrefix = "test"
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def sortTestMethodsUsing(self, a, b):
        return (a > b) - (a < b)

    def getTestCaseNames(self, testCaseClass):
        names = [name for name in dir(testCaseClass)
                 if name.startswith(self.testMethodPrefix)
                 and callable(getattr(testCaseClass, name))
                 and self._is_wanted(testCaseClass, name)]
        if self.sortTestMethodsUsing:
            from functools import cmp_to_key

            names.sort(key=cmp_to_key(self.sortTestMethodsUsing))
        return names

    def _is_wanted(self, kind, name):
        if not self.testNamePatterns:
            return True
        full = f"{kind.__module__}.{kind.__qualname__}.{name}"
        return any(fnmatchcase(full, pattern) for pattern in self.testNamePatterns)

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, BaseTestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to "
                            "derive from TestCase?")
        names = [] if testCaseClass in _bases else self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        values = (getattr(module, name) for name in sorted(dir(module)))
        tests = self.suiteClass([self.loadTestsFromTestCase(value)
                                 for value in values if _is_case(value)])
        load_tests = getattr(module, "load_tests", None)
        return tests if load_tests is None else load_tests(self, tests, pattern)

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        if module is None:
            module, parts = self._import_longest(parts)
        value, parent = module, None
        for part in parts:
            if not hasattr(value, part):
                error = AttributeError(f"module {module.__name__!r} has no attribute {part!r}"
                                       if value is module else
                                       f"type object {value.__name__!r} has no attribute {part!r}")
                self.errors.append(str(error))
                return _broken(part, error)
            parent, value = value, getattr(value, part)
        return self._load_value(value, parent, parts[-1] if parts else name)

    def _import_longest(self, parts):
        """The module that the longest beginning of a dotted name means, and the rest."""
        for count in range(len(parts), 0, -1):
            name = ".".join(parts[:count])
            try:
                __import__(name)
            except ImportError:
                if count == 1:
                    raise
                continue
            return sys.modules[name], parts[count:]

    def _load_value(self, value, parent, name):
        if isinstance(value, type(sys)):
            return self.loadTestsFromModule(value)
        if _is_case(value):
            return self.loadTestsFromTestCase(value)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(name)])
        if isinstance(value, BaseTestSuite):
            return value
        if not callable(value):
            raise TypeError(f"don't know how to make test from: {value}")
        test = value()
        if isinstance(test, BaseTestSuite):
            return test
        if isinstance(test, TestCase):
            return self.suiteClass([test])
        raise TypeError(f"calling {value} returned {test}, not a test")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        top = start_dir if top_level_dir is None else top_level_dir
        if top not in sys.path:
            sys.path.insert(0, top)
        prefix = start_dir[len(top):].strip("/").replace("/", ".")
        return self.suiteClass(self._discover(start_dir, prefix, pattern))

    def _discover(self, folder, prefix, pattern):
        for entry in sorted(os.listdir(folder)):
            path = f"{folder}/{entry}"
            if fnmatchcase(entry, pattern) and entry.endswith(".py"):
                yield self._load_file(f"{prefix}.{entry[:-3]}" if prefix else entry[:-3], pattern)
            elif os.path.isfile(f"{path}/__init__.py"):
                yield from self._discover(path, f"{prefix}.{entry}" if prefix else entry, pattern)

    def _load_file(self, name, pattern):
        try:
            __import__(name)
        except SkipTest as skipped:
            return _broken(name, skipped)
        except Exception as error:
            self.errors.append(f"Failed to import test module: {name}")
            return _broken(name, error)
        return self.loadTestsFromModule(sys.modules[name], pattern=pattern)


defaultTestLoader = TestLoader()
