#!/usr/bin/env python3
"""Prints what a port takes of flash and RAM, by folder, by module and by symbol, beside its record.

    tools/firmware_size.py ELF [--folders]      the table by folder, and the largest symbols
    tools/firmware_size.py ELF --modules        also each file's share
    tools/firmware_size.py ELF --check          fails where the port has grown by more than 1 %
    tools/firmware_size.py ELF --record         writes what it finds to the record

The linker's map (the ELF's name with .map) says which file each byte comes from. The record is
ports/PORT/size/NAME.txt, NAME the ELF's, with a line "bytes of flash, bytes of RAM, name" for each
folder; it is to be updated in the commit that makes a port grow. RAM is .data and .bss without the
interpreter's heap and the stack. Firmware is also started, to see how much heap is in use then.
"""
import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
sys.dont_write_bytecode = True
import run  # noqa: E402  (tests/run.py)

LIMIT_PERCENT = 1
SYMBOLS = 10
NOT_LOADED = re.compile(r"\.(debug|comment|symtab|strtab|shstrtab|ARM\.attributes|note|stack|rel)")
IN_RAM = re.compile(r"\.(data|bss|tdata|tbss|init_array|fini_array|got|dynamic)\b(?!\.rel\.ro)")
UNINITIALIZED = re.compile(r"\.t?bss\b")
THIRD_PARTY = ("mbedtls", "littlefs", "oofatfs", "")
HEAP = "heap_region"
LEFT_OVER = "(texts that are the same, once; gaps)"
SECTION = re.compile(r"^ (\.\S+|COMMON|\*fill\*)?\s+0x[0-9a-f]+\s+0x([0-9a-f]+) (\S.*)$")


class Sizes:
    """Bytes of flash and of RAM by some name."""

    def __init__(self):
        self.flash, self.ram = collections.Counter(), collections.Counter()

    def add(self, name, output_section, size):
        if not IN_RAM.match(output_section):
            self.flash[name] += size
            return
        self.ram[name] += size
        if not UNINITIALIZED.match(output_section):
            self.flash[name] += size  # its initial value

    def names(self):
        return sorted(self.flash | self.ram, key=lambda name: -self.flash[name])


def input_sections(map_file):
    """(output section, input section, size, origin) of all that the linker placed."""
    text = map_file.read_text(errors="replace")
    output = pending = ""
    for line in text[text.index("Linker script and memory map"):].splitlines():
        if line.startswith(".") or line.startswith("/DISCARD/"):
            output, pending = line.split()[0], ""
        elif found := SECTION.match(line):
            name, size = found[1] or pending, int(found[2], 16)
            if size and name.startswith((".", "COMMON")) and not NOT_LOADED.match(output):
                yield output, name, size, found[3]
            pending = ""
        elif line.startswith(" ") and len(line.split()) == 1:
            pending = line.strip()


def origin_names(origin):
    """The folder and the file that an object file of a map stands for."""
    member = re.search(r"([^/(]+)\((.*)\)$", origin)
    path = member[2] if member else origin
    source = re.search(r"CMakeFiles/[^/]+\.dir/(.*)\.o(?:bj)?$", path)
    file = source[1] if source else path.rsplit("/", 1)[-1]
    if "generated/krait_frozen" in file:
        return "lib", "lib"
    if "third_party/" in file:
        return next(f"third_party/{name}" for name in THIRD_PARTY if name in file), file
    if file.startswith(("src/", "ports/")):
        return "/".join(file.split("/")[:2]), file
    return (member[1].removesuffix(".a") if member else "start-up"), file


def loaded_sections(elf):
    """Size of each output section that is in flash or RAM."""
    tool = "arm-none-eabi-size" if is_arm(elf) else "size"
    out = subprocess.run([tool, "-A", elf], capture_output=True, text=True, check=True).stdout
    sizes = {m[1]: int(m[2]) for m in re.finditer(r"^(\.\S+)\s+(\d+)", out, re.M)}
    return {name: size for name, size in sizes.items() if not NOT_LOADED.match(name)}


def by_origin(elf):
    """Sizes by folder and by file."""
    folders, files = Sizes(), Sizes()
    heap, rest = heap_size(elf), collections.Counter(loaded_sections(elf))
    for output, _, size, origin in input_sections(elf.with_suffix(".map")):
        rest[output] -= size
        if size >= heap > 0:
            size -= heap
        folder, file = origin_names(origin)
        folders.add(folder, output, size)
        files.add(file if file.startswith(folder) else f"{folder}: {file}", output, size)
    for output, size in rest.items():
        folders.add(LEFT_OVER, output, size)
    return folders, files


def nm(elf):
    tool = "arm-none-eabi-nm" if is_arm(elf) else "nm"
    out = subprocess.run([tool, "-S", "-C", "--size-sort", "--reverse-sort", elf],
                         capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        _, size, kind, name = line.split(" ", 3)
        yield int(size, 16), kind, name


def is_arm(elf):
    with open(elf, "rb") as file:
        return file.read(20)[18] == 40


def heap_size(elf):
    return next((size for size, _, name in nm(elf) if name.endswith(HEAP)), 0)


def largest_symbols(elf):
    found = []
    for size, kind, name in nm(elf):
        if kind not in "bB" and (not found or found[-1][1] != name):
            found.append((size, name))
    return found[:SYMBOLS]


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


def read_record(file):
    """name: (flash, RAM)."""
    if not file.exists():
        return {}
    rows = (line.split(maxsplit=2) for line in file.read_text().splitlines()
            if not line.startswith("#"))
    return {name: (int(flash), int(ram)) for flash, ram, name in rows}


def write_record(file, now):
    file.parent.mkdir(exist_ok=True)
    rows = "".join(f"{flash:8} {ram:6} {name}\n" for name, (flash, ram) in now.items())
    file.write_text("# Flash, RAM and what takes them, in bytes; ./port PORT --record\n" + rows)


def difference(now, before):
    return f"{now - before:+}" if now != before else ""


def print_folders(now, record):
    print(f"{'flash':>9} {'':>8} {'RAM':>7} {'':>7}")
    for name, (flash, ram) in now.items():
        old_flash, old_ram = record.get(name, (0, 0)) if record else (flash, ram)
        print(f"{flash:9} {difference(flash, old_flash):>8} {ram:7} "
              f"{difference(ram, old_ram):>7}  {name}")
    for name in record.keys() - now.keys():
        print(f"{'':9} {-record[name][0]:>+8} {'':7} {-record[name][1]:>+7}  {name}")


def grown(now, record):
    """What has grown beyond the limit: messages."""
    for name in ("all", "heap after start"):
        for kind, size, before in zip(("flash", "RAM"), now.get(name, ()), record.get(name, ())):
            if size > before * (100 + LIMIT_PERCENT) / 100:
                yield (f"{name}: {size} bytes of {kind}, {size - before} more than recorded; "
                       "make it smaller, or record it (./port PORT --record) in this commit")


def measure(elf):
    folders, files = by_origin(elf)
    now = {"all": (folders.flash.total(), folders.ram.total())}
    if is_arm(elf):
        now["heap after start"] = (0, heap_after_start(elf))
    now.update({name: (folders.flash[name], folders.ram[name]) for name in folders.names()})
    return now, files


def port_of(elf):
    cache = (elf.parent / "CMakeCache.txt").read_text()
    return re.search(r"^KRAIT_PORT:\w+=(\w+)", cache, re.M)[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("elf", type=pathlib.Path)
    for option in ("--folders", "--modules", "--check", "--record"):
        parser.add_argument(option, action="store_true")
    options = parser.parse_args()
    record_file = ROOT / "ports" / port_of(options.elf) / "size" / f"{options.elf.stem}.txt"
    record = read_record(record_file)
    now, files = measure(options.elf)
    print_folders(now, record)
    if options.modules:
        print("\nfiles")
        for name in files.names():
            print(f"{files.flash[name]:9} {files.ram[name]:7}  {name}")
    print("\nlargest symbols")
    for size, name in largest_symbols(options.elf):
        print(f"{size:9}  {name[:86]}")
    if options.record:
        write_record(record_file, now)
    problems = list(grown(now, record)) if options.check else []
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
