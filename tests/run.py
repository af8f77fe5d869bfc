#!/usr/bin/env python3
"""Runs the behaviour tests: every tests/**/NAME.py that has a NAME.out beside it.

Each script runs in the interpreter under test, in an empty folder of its own; its standard output
must equal the .out file byte for byte. NAME.in, if there, is its standard input. The comment lines
at the top of a script may hold directives:

    # args: --board esp32s3     options of krait, before the script
    # argv: one two             arguments of the script
    # exit: 1                   the exit status (0 otherwise)
    # stderr-has: TypeError     must occur in standard error (may be repeated)
    # heap: 65536               heap size in bytes
    # timeout: 60               seconds (20 otherwise)
    # expect: hand, because ... the .out is written by hand (tools/expect.py leaves it alone)
    # mps2: no, because ...     not on the microcontroller
    # stress: no, because ...   not under --stress and --oom
    # oom: no, because ...      not under --oom
    # asan: no, because ...     not in a sanitized build

--stress native compiles all functions to machine code; tests/not_native.txt lists who cannot bear it.

Exit status 0 if all passed; the last line is "N passed, N failed".
"""
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import time

TESTS = pathlib.Path(__file__).resolve().parent
ROOT = TESTS.parent
DIRECTIVES = ("args", "argv", "exit", "stderr-has", "heap", "timeout", "expect", "mps2", "stress",
              "oom", "asan")
DEEPEST = 20
STRESS_OPTIONS = {"gc": ["-X", "gcstress"], "native": ["-X", "emit=native"]}


class Test:
    """One script with its directives and its expectation."""

    def __init__(self, script):
        self.script = script
        self.expected_file = script.with_suffix(".out")
        self.name = str(script.relative_to(TESTS)) if script.is_relative_to(TESTS) else str(script)
        self.directives = {}
        for line in script.read_text(encoding="utf-8", errors="surrogateescape").split("\n"):
            if not line.startswith("#"):
                break
            key, colon, value = line[1:].partition(":")
            if colon and key.strip() in DIRECTIVES:
                self.directives.setdefault(key.strip(), []).append(value.strip())

    def one(self, key, default=""):
        return self.directives.get(key, [default])[0]

    def says_no(self, key):
        return self.one(key).split(",")[0].split(" ")[0] == "no"

    @property
    def by_hand(self):
        return self.one("expect").startswith("hand")

    @property
    def exit_status(self):
        return int(self.one("exit", "0"))

    @property
    def options(self):
        options = shlex.split(self.one("args"))
        if "heap" in self.directives:
            options += ["-X", "heapsize=" + self.one("heap")]
        return options

    @property
    def arguments(self):
        return shlex.split(self.one("argv"))

    def stdin(self):
        file = self.script.with_suffix(".in")
        return file.read_bytes() if file.exists() else b""

    def expected(self):
        return self.expected_file.read_bytes()


def find_tests(paths, pattern="", with_out=True):
    """The tests below the paths (files or folders), in the order of their names."""
    scripts = set()
    for path in paths:
        path = pathlib.Path(path).resolve()
        if path.is_dir():
            scripts.update(path.rglob("*.py"))
        elif path.exists():
            scripts.add(path.with_suffix(".py"))
        else:
            sys.exit(f"error: no such test: {path}")
    found = [Test(s) for s in sorted(scripts)]
    for test in found:
        if with_out and test.by_hand and not test.expected_file.exists():
            sys.exit(f"error: {test.name} has no {test.expected_file.name}: it would not be run")
    return [t for t in found
            if (not with_out or t.expected_file.exists()) and pattern in t.name]


class Outcome:
    def __init__(self, status, stdout, stderr, seconds):
        self.status, self.stdout, self.stderr, self.seconds = status, stdout, stderr, seconds

    @property
    def crashed(self):
        """Ended by a signal, by its time limit, or by a sanitizer."""
        return self.status is None or self.status < 0 or self.status >= 128 or (
            b"runtime error:" in self.stderr or b"AddressSanitizer" in self.stderr)

    @property
    def ends_in_memory_error(self):
        return self.stderr.rstrip().rpartition(b"\n")[2].startswith(b"MemoryError")


def execute(command, stdin, timeout):
    """Runs a command in an empty folder; its whole process group ends with it."""
    environment = dict(os.environ, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="0")
    for name in ("MICROPYPATH", "PYTHONPATH"):
        environment.pop(name, None)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="krait-test-") as folder:
        try:
            process = subprocess.Popen(
                command, cwd=folder, env=environment, stdin=subprocess.PIPE,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        except OSError as error:
            sys.exit(f"error: cannot run {command[0]}: {error.strerror}")
        try:
            stdout, stderr = process.communicate(stdin, timeout)
            status = process.returncode
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            stdout, stderr = process.communicate()
            status = None
    return Outcome(status, stdout, stderr, time.monotonic() - began)


class Host:
    """Runs a script in a krait binary of this machine."""

    def __init__(self, krait):
        self.krait = os.path.abspath(krait)

    def command(self, test, extra):
        return [self.krait, *test.options, *extra, str(test.script), *test.arguments]

    def skips(self, _test):
        return False


class Mps2:
    """Runs a script in the firmware under QEMU, which reads it by semihosting."""

    def __init__(self, firmware):
        self.firmware = os.path.abspath(firmware)
        listed = (ROOT / "ports/mps2/skip.txt").read_text().split("\n")
        self.skipped = [line.split("#")[0].strip() for line in listed if line.split("#")[0].strip()]

    def command(self, test, extra):
        words = ["krait", *test.options, *extra, str(test.script), *test.arguments]
        semihosting = "enable=on,target=native" + "".join(
            ",arg=" + word.replace(",", ",,") for word in words)
        return ["qemu-system-arm", "-M", "mps2-an385", "-display", "none", "-monitor", "none",
                "-serial", "null", "-kernel", self.firmware, "-semihosting-config", semihosting]

    def skips(self, test):
        return test.says_no("mps2") or any(
            pathlib.PurePath(test.name).match(pattern) for pattern in self.skipped)


def failure_text(test, outcome):
    """What a person needs to see of a failed test; empty if it passed."""
    problems = []
    if outcome.status is None:
        problems.append(f"no end after {outcome.seconds:.0f} s")
    elif outcome.status != test.exit_status:
        problems.append(f"exit status {outcome.status}, expected {test.exit_status}")
    for wanted in test.directives.get("stderr-has", []):
        if wanted.encode() not in outcome.stderr:
            problems.append(f"standard error lacks {wanted!r}")
    if outcome.crashed and outcome.status == test.exit_status:
        problems.append("a sanitizer reported")
    if outcome.stdout != test.expected():
        problems.append("the output differs")
        want, got = (text.decode("utf-8", "backslashreplace").splitlines()
                     for text in (test.expected(), outcome.stdout))
        diff = list(difflib.unified_diff(want, got, "expected", "printed", lineterm=""))
        problems += diff[:60] + (["..."] if len(diff) > 60 else [])
    if problems and outcome.stderr:
        problems.append("standard error:")
        problems += outcome.stderr.decode("utf-8", "backslashreplace").splitlines()[-20:]
    return "\n".join("    " + line for line in problems)


def run_plain(test, runner, options):
    """What failed; None if nothing but the heap's size did."""
    extra = list(STRESS_OPTIONS.get(options.stress, []))
    if options.heap and "heap" not in test.directives:
        extra += ["-X", "heapsize=" + options.heap]
    if options.stack:
        extra += ["-X", "stack"]
    limit = float(test.one("timeout", "20")) * options.timeout_scale
    outcome = execute(runner.command(test, extra), test.stdin(), limit)
    if used := re.search(rb"C stack used: (\d+) bytes", outcome.stderr):
        options.stack_used[test.name] = int(used[1])
    if options.heap and not outcome.crashed and outcome.ends_in_memory_error:
        return None
    return failure_text(test, outcome)


def print_stack(used):
    for name in sorted(used, key=used.get, reverse=True)[:DEEPEST]:
        print(f"{used[name]:6} bytes of C stack  {name}")


def run_oom(test, runner, options):
    """Fails the n-th allocation for a growing row of n until none is left to fail.

    A script may end in MemoryError or handle it, so only crashes and hangs are failures.
    """
    limit = float(test.one("timeout", "20")) * options.timeout_scale
    n, undisturbed = 1, 0
    while undisturbed < 3 and n < 200000:
        command = runner.command(test, ["-X", f"failalloc={n}"])
        outcome = execute(command, test.stdin(), limit)
        if outcome.crashed:
            error = outcome.stderr.decode("utf-8", "backslashreplace").splitlines()[-20:]
            return "\n".join([f"    allocation {n} failing: status {outcome.status}",
                              *("    " + line for line in error)])
        same = outcome.stdout == test.expected() and outcome.status == test.exit_status
        undisturbed = undisturbed + 1 if same else 0
        n = n + 1 if n < 20 else n * 5 // 4
    return ""


def run_all(tests, runner, options):
    """Runs the tests, prints failures as they come; returns the counts."""
    run_one = run_oom if options.oom else run_plain
    passed = failed = starved = 0
    live = sys.stdout.isatty()
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        futures = {pool.submit(run_one, test, runner, options): test for test in tests}
        for future in concurrent.futures.as_completed(futures):
            test, text = futures[future], future.result()
            if text is None:
                starved += 1
            elif text:
                failed += 1
                print(("\r\033[K" if live else "") + f"FAIL {test.name}\n{text}", flush=True)
            else:
                passed += 1
            if live:
                count = f"[{passed + failed + starved}/{len(tests)}]"
                print(f"\r\033[K{count} {test.name[:70]}", end="", flush=True)
    if live:
        print("\r\033[K", end="")
    return passed, failed, starved


def parse_options():
    parser = argparse.ArgumentParser(description="runs the behaviour tests")
    parser.add_argument("paths", nargs="*", default=[TESTS], help="folders or scripts (all)")
    parser.add_argument("--krait", default=str(ROOT / "build/host/krait"), help="the interpreter")
    parser.add_argument("--wrapper", choices=["mps2"], help="run firmware under an emulator")
    parser.add_argument("--firmware", default=str(ROOT / "build/mps2/krait.elf"))
    parser.add_argument("--stress", choices=sorted(STRESS_OPTIONS), help="a stress mode")
    parser.add_argument("--sanitized", action="store_true", help="the interpreter is sanitized")
    parser.add_argument("--stack", action="store_true",
                        help="tell which tests use most of the C stack (--wrapper mps2)")
    parser.add_argument("--oom", action="store_true", help="fail one allocation after the other")
    parser.add_argument("--heap", default="", help="the size of scripts' heaps, as 256K; "
                        "one that does not do may end in MemoryError")
    parser.add_argument("--every", type=int, default=1, help="only each n-th script")
    parser.add_argument("--filter", default="", help="only tests whose path contains this")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--timeout-scale", type=float, default=1.0)
    parser.add_argument("--list", action="store_true", help="print the names and end")
    return parser.parse_args()


def main():
    options = parse_options()
    options.stack_used = {}
    runner = Mps2(options.firmware) if options.wrapper == "mps2" else Host(options.krait)
    found = find_tests(options.paths, options.filter)[::options.every]
    stressed = options.stress or options.oom
    not_native = (TESTS / "not_native.txt").read_text().split("\n")
    tests = [t for t in found if not runner.skips(t) and not (stressed and t.says_no("stress"))
             and not (options.oom and t.says_no("oom"))
             and not (options.stress == "native" and t.name in not_native)
             and not (options.sanitized and t.says_no("asan"))]
    if options.list:
        print("\n".join(test.name for test in tests))
        return 0
    passed, failed, starved = run_all(tests, runner, options)
    print_stack(options.stack_used)
    skipped = len(found) - len(tests)
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else "")
          + (f", {starved} need a larger heap" if starved else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
