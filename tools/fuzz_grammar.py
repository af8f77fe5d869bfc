#!/usr/bin/env python3
"""Runs random programs in Krait and in CPython 3.12 and reports what differs, crashes or hangs.

    tools/fuzz_grammar.py                        1,000 valid programs: what they print must agree
    tools/fuzz_grammar.py --broken               almost valid ones: both compile them, or neither
    tools/fuzz_grammar.py --emit native          Krait's interpreter against its native code
    tools/fuzz_grammar.py --seed 7 --count 1     program 7 alone; --show prints it

Program N is made from the number N (--seed) alone. Findings are made small and left in
build/fuzz/grammar, one file each; the exit status says whether there are any. The grammar is in
tests/fuzz/grammar.
"""
import argparse
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
GRAMMAR = ROOT / "tests/fuzz/grammar"
sys.path[:0] = [str(GRAMMAR), str(ROOT / "tools")]
import expect  # noqa: E402  (tools/expect.py)
from minimise import minimise_program, minimise_text  # noqa: E402
from mutations import mutate  # noqa: E402
from statements import Programs  # noqa: E402

MARK = "#### "
SECONDS = 20  # for a batch, and 0.1 a program
MEMORY = 1 << 30


def limit_memory():
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def make_program(seed, broken):
    source = Programs(random.Random(seed)).program()
    return mutate(random.Random(seed), source) if broken else source


class Side:
    """An interpreter that runs batches of programs."""

    def __init__(self, name, command, mode):
        self.name, self.command, self.mode = name, command, mode

    def run(self, programs):
        """What each program printed, by its number; "crash: …" or "hang" where that happened."""
        found = {}
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "programs")
            file.write_text("".join(f"{MARK}{n}\n{text}" for n, text in programs.items()),
                            encoding="utf-8", newline="")
            missing = sorted(programs)
            while missing:
                found.update(self.run_from(file, missing[0], len(missing)))
                missing = [n for n in missing if n not in found]
        return found

    def run_from(self, file, first, count):
        command = [*self.command, str(GRAMMAR / "batch.py"), str(GRAMMAR / "prelude.py"),
                   str(file), str(first), self.mode]
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS + count / 10,
                                  preexec_fn=limit_memory)
            end, printed = "", done.stdout
            if done.returncode:
                end = f"crash: status {done.returncode} " + done.stderr.decode()[-3000:]
        except subprocess.TimeoutExpired as error:
            end, printed = "hang", error.stdout or b""
        found, last = {}, first
        for part in printed.decode("utf-8", "replace").split(MARK)[1:]:
            number, _, text = part.partition("\n")
            last, found[int(number)] = int(number), text
        if end:
            found[last] = end
        return found


def make_sides(options):
    mode = "compile" if options.broken else "run"
    krait = [options.krait, "-X", "heapsize=64M"]
    if options.emit:
        return [Side(e, [*krait, "-X", "emit=" + e], mode) for e in ("bytecode", options.emit)]
    sides = [Side("krait", krait, mode)]
    python = expect.find_python(options.python)
    if python:
        sides.append(Side("CPython", [python, "-W", "ignore", "-X", "utf8"], mode))
    else:
        print("no CPython 3.12 here: only crashes and hangs are looked for")
    return sides


def verdict(outputs):
    """What is wrong with one program; empty if nothing is."""
    for text in outputs:
        if text.startswith(("crash", "hang")):
            return text.split()[0].strip(":")
    if any("RecursionError" in text or text.startswith("MemoryError") for text in outputs):
        return ""  # how deep is too deep is everyone's own affair
    return "" if len({comparable(text) for text in outputs}) == 1 else "difference"


def comparable(text):
    """The output without what the sides may say in words of their own."""
    return "\n".join("SyntaxError" if line.startswith("SyntaxError") else line
                     for line in text.split("\n"))


def examine(sides, source):
    outputs = [side.run({1: source})[1] for side in sides]
    return verdict(outputs), outputs


def report(sides, number, source, options):
    kind, _ = examine(sides, source)
    kind = kind or "only in a batch"
    if options.minimise and kind in ("difference", "crash"):
        reduce = minimise_text if options.broken else minimise_program
        source = reduce(source, lambda text: examine(sides, text)[0] == kind)
    _, outputs = examine(sides, source)
    folder = ROOT / "build/fuzz/grammar"
    folder.mkdir(parents=True, exist_ok=True)
    said = "".join(f"\n{s.name}:\n{text}" for s, text in zip(sides, outputs))
    commented = "".join(f"# {line}\n" for line in said.split("\n"))
    (folder / f"{number}.py").write_text(source + "\n" + commented, encoding="utf-8")
    print(f"program {number}: {kind}\n{source}{said}", flush=True)


def parse_options():
    parser = argparse.ArgumentParser(description="random programs against CPython")
    parser.add_argument("--seed", type=int, default=1, help="the first program's number")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--batch", type=int, default=200, help="programs a process")
    parser.add_argument("--seconds", type=float, default=0, help="go on until then, not a count")
    parser.add_argument("--broken", action="store_true", help="almost valid programs, not run")
    parser.add_argument("--emit", choices=["native", "viper"], help="against Krait itself")
    parser.add_argument("--krait", default=str(ROOT / "build/host/krait"))
    parser.add_argument("--python", help="the CPython to compare with")
    parser.add_argument("--no-minimise", dest="minimise", action="store_false")
    parser.add_argument("--most", type=int, default=20, help="stop after so many findings")
    parser.add_argument("--show", action="store_true", help="print the programs, run nothing")
    return parser.parse_args()


def main():
    options = parse_options()
    first, end = options.seed, options.seed + options.count
    if options.show:
        for number in range(first, end):
            print(make_program(number, options.broken))
        return 0
    sides, began, findings = make_sides(options), time.monotonic(), 0
    while findings < options.most:
        if time.monotonic() - began > options.seconds if options.seconds else first >= end:
            break
        last = first + options.batch if options.seconds else min(first + options.batch, end)
        programs = {n: make_program(n, options.broken) for n in range(first, last)}
        outputs = [side.run(programs) for side in sides]
        for number, source in programs.items():
            if findings < options.most and verdict([o[number] for o in outputs]):
                findings += 1
                report(sides, number, source, options)
        first = last
    print(f"{first - options.seed} programs in {time.monotonic() - began:.0f} s: {findings} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
