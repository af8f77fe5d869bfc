#!/usr/bin/env python3
"""Prints what a firmware takes: text, data, bss, the largest parts, and the heap in use after start.

    tools/firmware_size.py build/mps2/krait.elf

The heap array itself is not counted in bss. Fails if the firmware does not start, or if more heap
is in use after start than an interpreter may need.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests"))
sys.dont_write_bytecode = True
import run  # noqa: E402  (tests/run.py)

HEAP_LIMIT = 1024


def sections(elf):
    out = subprocess.run(["arm-none-eabi-size", "-A", elf], capture_output=True, text=True,
                         check=True).stdout
    return {m[1]: int(m[2]) for m in re.finditer(r"^(\.\S+)\s+(\d+)", out, re.M)}


def heap_region_size(elf):
    out = subprocess.run(["arm-none-eabi-nm", "-S", "-C", elf], capture_output=True, text=True,
                         check=True).stdout
    match = re.search(r"^\S+ (\S+) \S .*heap_region$", out, re.M)
    return int(match[1], 16) if match else 0


def heap_after_start(elf):
    with tempfile.TemporaryDirectory() as folder:
        script = pathlib.Path(folder) / "empty.py"
        script.write_text("")
        runner = run.Mps2(elf)
        outcome = run.execute(runner.command(run.Test(script), ["-X", "memory"]), b"", 20)
    match = re.search(rb"heap in use after start: (\d+)", outcome.stdout)
    if not match:
        sys.exit(f"the firmware did not start: {outcome.stdout + outcome.stderr!r}")
    return int(match[1])


def main():
    elf = sys.argv[1]
    size = sections(elf)
    text = sum(size.get(name, 0) for name in (".vectors", ".krait_symbols", ".text", ".ARM.exidx"))
    bss = size.get(".bss", 0) - heap_region_size(elf)
    used = heap_after_start(elf)
    print(f"text {text} bytes, data {size.get('.data', 0)}, bss {bss} (without heap and stack)")
    print(f"heap in use after start: {used} bytes (limit {HEAP_LIMIT})")
    return 0 if used <= HEAP_LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
