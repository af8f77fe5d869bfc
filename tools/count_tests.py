#!/usr/bin/env python3
"""Adds up what ctest ran: every GoogleTest case, unittest case and behaviour script
counts as one test.

    tools/count_tests.py [--broken N] RESULT.xml...     (written by ctest --output-junit)

Prints the names of failed entries and "N passed, N failed" on a line of its own; --broken adds
builds that failed. Exit status 1 if anything failed or nothing ran.
"""
import argparse
import re
import sys
import xml.etree.ElementTree

GTEST_PASSED = re.compile(r"^\[  PASSED  \] (\d+) test", re.M)
GTEST_FAILED = re.compile(r"^\[  FAILED  \] (\d+) test", re.M)
UNITTEST_RAN = re.compile(r"^Ran (\d+) tests? in", re.M)
UNITTEST_FAILED = re.compile(r"(?:failures|errors)=(\d+)")
SCRIPTS = re.compile(r"^(\d+) passed, (\d+) failed", re.M)


def count_entry(case):
    """(passed, failed) of one ctest entry, from what it printed."""
    output = case.findtext("system-out") or ""
    ended_well = case.get("status") == "run"
    scripts = SCRIPTS.search(output)
    if scripts:
        passed, failed = int(scripts[1]), int(scripts[2])
    elif GTEST_PASSED.search(output):
        passed = int(GTEST_PASSED.search(output)[1])
        failed = int(GTEST_FAILED.search(output)[1]) if GTEST_FAILED.search(output) else 0
    elif UNITTEST_RAN.search(output):
        failed = sum(int(n) for n in UNITTEST_FAILED.findall(output))
        passed = int(UNITTEST_RAN.search(output)[1]) - failed
    else:
        passed, failed = (1, 0) if ended_well else (0, 1)
    return passed, failed if ended_well else max(failed, 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--broken", type=int, default=0)
    parser.add_argument("results", nargs="*")
    options = parser.parse_args()
    passed, failed = 0, options.broken
    for result in options.results:
        try:
            cases = xml.etree.ElementTree.parse(result).getroot().iter("testcase")
        except (OSError, xml.etree.ElementTree.ParseError):
            print(f"no result in {result}")
            failed += 1
            continue
        for case in cases:
            if case.get("status") in ("disabled", "notrun"):
                continue
            good, bad = count_entry(case)
            passed, failed = passed + good, failed + bad
            if bad:
                print(f"failed: {case.get('name')}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
