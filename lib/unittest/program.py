# The program of a file of tests: its options, and the status it ends with.
import sys

from .loader import defaultTestLoader
from .runner import TextTestRunner

__unittest = True

_usage = """\
usage: {name} [-h] [-v] [-q] [-f] [-k PATTERN] [TEST ...]

  -h, --help      show this message and exit
  -v, --verbose   a line for each test
  -q, --quiet     only the summary
  -f, --failfast  stop at the first failure or error
  -k PATTERN      only tests whose names have PATTERN in them; it may hold *
  TEST            a module, a class or a test method; all tests if there is none
"""


class TestProgram:
    verbosity = 1
    failfast = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=defaultTestLoader, exit=True, verbosity=1, failfast=None):
        self.module = module
        if isinstance(module, str):
            self.module = __import__(module)
            for part in module.split(".")[1:]:
                self.module = getattr(self.module, part)
        self.exit, self.verbosity, self.failfast = exit, verbosity, failfast
        self.testRunner, self.testLoader = testRunner, testLoader
        self.defaultTest = [defaultTest] if isinstance(defaultTest, str) else defaultTest
        argv = sys.argv if argv is None else argv
        self.progName = argv[0].rsplit("/", 1)[-1] if argv else ""
        self.testNames, self.testNamePatterns = [], []
        self.parseArgs(argv)
        self.runTests()

    def usageExit(self, msg=None):
        stream = sys.stdout if msg is None else sys.stderr
        stream.write(_usage.format(name=self.progName))
        if msg is not None:
            stream.write(f"{self.progName}: error: {msg}\n")
        sys.exit(0 if msg is None else 2)

    def parseArgs(self, argv):
        options = iter(argv[1:])
        for option in options:
            if option in ("-h", "--help"):
                self.usageExit()
            elif option in ("-v", "--verbose"):
                self.verbosity = 2
            elif option in ("-q", "--quiet"):
                self.verbosity = 0
            elif option in ("-f", "--failfast"):
                self.failfast = True
            elif option.startswith("-k"):
                self._add_pattern(option[2:] or next(options, None))
            elif option.startswith("-"):
                self.usageExit(f"unrecognized arguments: {option}")
            else:
                self.testNames.append(option)
        self.createTests()

    def _add_pattern(self, pattern):
        if pattern is None:
            self.usageExit("argument -k: expected one argument")
        self.testNamePatterns.append(pattern if "*" in pattern else f"*{pattern}*")

    def createTests(self):
        loader = self.testLoader
        if self.testNamePatterns:
            loader.testNamePatterns = self.testNamePatterns
        names = self.testNames or self.defaultTest
        if self.module is None and (not names or names[0] == "discover"):
            self.test = loader.discover(*(names or ["", "."])[1:])
        elif names:
            self.test = loader.loadTestsFromNames(names, self.module)
        else:
            self.test = loader.loadTestsFromModule(self.module)

    def runTests(self):
        runner = self.testRunner or TextTestRunner
        if isinstance(runner, type):
            runner = runner(verbosity=self.verbosity, failfast=self.failfast)
        self.result = runner.run(self.test)
        if not self.exit:
            return
        if not self.result.testsRun and not self.result.skipped:
            sys.exit(5)
        sys.exit(not self.result.wasSuccessful())


main = TestProgram
