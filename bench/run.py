#!/usr/bin/env python3
"""Times the programs of bench/programs in Krait, in CPython and, with --peer, in a third binary.

Each program runs in each interpreter once a round, one after the other, so that a busy moment of
the machine falls on all alike. What counts is processor time (user and system); the table shows
Krait's median and best, and for the others how many times as long their median (and best) took.
The outputs of all must agree.
"""
import argparse
import json
import math
import os
import pathlib
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading

TIMEOUT_S = 60
ROOT = pathlib.Path(__file__).resolve().parent.parent


def run_once(command, program):
    """(seconds of processor time, output); the output says so if the program failed."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([*command, str(program)], stdin=subprocess.DEVNULL,
                                   stdout=output, stderr=subprocess.STDOUT)
        watchdog = threading.Timer(TIMEOUT_S, process.kill)
        watchdog.start()
        _, status, usage = os.wait4(process.pid, 0)
        watchdog.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    if process.returncode:
        last = text.strip().split("\n")[-1]
        text = f"failed with status {process.returncode}: {last}"
    return usage.ru_utime + usage.ru_stime, text


class Result:
    """The times of one program: interpreter name -> seconds, one a round."""

    def __init__(self, program, interpreters, rounds):
        self.name = program.stem
        self.times = {name: [] for name in interpreters}
        outputs = {}
        for _ in range(rounds):
            for name, command in interpreters.items():
                seconds, outputs[name] = run_once(command, program)
                self.times[name].append(seconds)
        self.outputs = outputs
        self.good = len(set(outputs.values())) == 1 and not any(
            text.startswith("failed with status") for text in outputs.values())

    def ratio(self, name, of):
        return of(self.times[name]) / max(of(self.times["krait"]), 1e-4)


def geometric_mean(values):
    return math.exp(statistics.fmean(math.log(value) for value in values))


def print_table(results, others):
    print(f"{'program':16}{'krait median':>14}{'best':>9}" + "".join(
        f"{name + ' median':>18}{'best':>9}" for name in others))
    for result in results:
        own = result.times["krait"]
        line = f"{result.name:16}{statistics.median(own):12.3f} s{min(own):7.3f} s"
        for name in others:
            line += f"{result.ratio(name, statistics.median):17.2f}x{result.ratio(name, min):8.2f}x"
        print(line if result.good else f"{result.name:16}outputs differ")
        if not result.good:
            for name, text in result.outputs.items():
                print(f"    {name}: {text.strip()[:100]}")
    good = [result for result in results if result.good]
    if good and others:
        line = f"{'geometric mean':39}"
        for name in others:
            line += "".join(f"{geometric_mean([r.ratio(name, of) for r in good]):{width}.2f}x"
                            for of, width in ((statistics.median, 17), (min, 8)))
        print(line)


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--krait", default=str(ROOT / "build/host/krait"))
    parser.add_argument("--cpython", default=sys.executable, help="'none' leaves it out")
    parser.add_argument("--peer", help="a third interpreter: its binary, with options")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--filter", default="", help="only programs whose name contains this")
    parser.add_argument("--json", help="write all times to this file")
    return parser.parse_args()


def main():
    options = parse_options()
    interpreters = {"krait": options.krait}
    if options.cpython != "none":
        interpreters["cpython"] = options.cpython
    if options.peer:
        interpreters["peer"] = options.peer
    for name, text in interpreters.items():
        binary, *words = shlex.split(text)
        if not shutil.which(binary):
            sys.exit(f"error: {name}: no such program: {binary}")
        interpreters[name] = [shutil.which(binary), *words]
    programs = [p for p in sorted((ROOT / "bench/programs").glob("*.py"))
                if options.filter in p.stem]
    results = []
    for number, program in enumerate(programs, 1):
        print(f"[{number}/{len(programs)}] {program.stem}", file=sys.stderr)
        results.append(Result(program, interpreters, options.rounds))
    print_table(results, [name for name in interpreters if name != "krait"])
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps({r.name: r.times for r in results}))
    return 0 if results and all(result.good for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
