#!/usr/bin/env python3
"""Makes the .out files of behaviour tests with CPython 3.12 or newer, or checks them.

    tools/expect.py tests/objects/str        write NAME.out beside each NAME.py
    tools/expect.py --check [PATH...]        only compare what is committed with what CPython prints

Tests marked "# expect: hand" are left alone. --check ends well, saying so, on a machine without a
suitable CPython. A script that does not end with the exit status it declares is refused.
"""
import argparse
import glob
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tests"))
import run  # noqa: E402  (tests/run.py)

OLDEST = (3, 12)


def version_of(python):
    probe = "import sys; print(sys.implementation.name, *sys.version_info[:2])"
    try:
        result = subprocess.run([python, "-c", probe], capture_output=True, text=True, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return (0, 0)
    words = result.stdout.split()
    return (int(words[1]), int(words[2])) if len(words) == 3 and words[0] == "cpython" else (0, 0)


def find_python(named):
    if named:
        if version_of(named) < OLDEST:
            sys.exit(f"error: {named} is not CPython {OLDEST[0]}.{OLDEST[1]} or newer")
        return named
    candidates = []  # the oldest first: messages change from version to version
    for minor in range(12, 16):
        candidates.append(shutil.which(f"python3.{minor}"))
        candidates += glob.glob(os.path.expanduser(f"~/.pyenv/versions/3.{minor}.*/bin/python3"))
    candidates += [shutil.which("python3"), sys.executable]
    for candidate in candidates:
        if candidate and version_of(candidate) >= OLDEST:
            return candidate
    return None


def cpython_output(python, test):
    """What CPython prints, or a message in the second place why that is no expectation."""
    outcome = run.execute([python, "-X", "utf8", str(test.script), *test.arguments],
                          test.stdin(), 60)
    if outcome.status is None:
        return b"", "does not end"
    if outcome.status != test.exit_status:
        last = outcome.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        return b"", f"exit status {outcome.status}: {last}"
    return outcome.stdout, ""


def main():
    parser = argparse.ArgumentParser(description="expectations from CPython")
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--python", help="the CPython to ask")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args()
    if not options.paths and not options.check:
        parser.error("name the tests to write (folders or scripts)")
    python = find_python(options.python)
    if python is None:
        print("no CPython 3.12 or newer here: nothing checked")
        return 0 if options.check else 1
    good = bad = 0
    for test in run.find_tests(options.paths or [run.TESTS], with_out=options.check):
        if test.by_hand or test.script.parent == run.TESTS:
            continue
        output, problem = cpython_output(python, test)
        if not problem and options.check and output != test.expected():
            problem = "the .out differs from what CPython prints"
        if not problem and not options.check:
            test.expected_file.write_bytes(output)
        bad += bool(problem)
        good += not problem
        if problem:
            print(f"{test.name}: {problem}")
    print(f"{good} {'match' if options.check else 'written'}, {bad} refused")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
