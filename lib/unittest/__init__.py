"""unittest: test cases, their suites, and the runner that reports them."""

from .asserts import SkipTest
from .case import (FunctionTestCase, IsolatedAsyncioTestCase, TestCase, addModuleCleanup,
                   doModuleCleanups, enterModuleContext, expectedFailure, skip, skipIf, skipUnless)
from .loader import TestLoader, defaultTestLoader
from .program import TestProgram, main
from .result import TestResult
from .runner import TextTestResult, TextTestRunner
from .suite import TestSuite

__all__ = ("FunctionTestCase", "IsolatedAsyncioTestCase", "SkipTest", "TestCase", "TestLoader",
           "TestProgram", "TestResult", "TestSuite", "TextTestResult", "TextTestRunner",
           "addModuleCleanup", "defaultTestLoader", "doModuleCleanups", "enterModuleContext",
           "expectedFailure", "main", "skip", "skipIf", "skipUnless")
