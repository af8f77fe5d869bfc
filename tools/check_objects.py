#!/usr/bin/env python3
"""Checks what the compiler made of the layers: tools/check_objects.py libkrait_*.a

No layer but src/sim may hold constructors that run at start-up (.init_array), data that can be
written (.data, .bss: an interpreter is one object, nothing is global), guards of local statics,
or calls of an allocator or of C++'s exceptions.
"""
import re
import subprocess
import sys

FREE = {"libkrait_sim.a"}
START_UP = re.compile(r"^\.(init_array|ctors|preinit_array)\b")
WRITABLE = re.compile(r"^\.(data|bss|tdata|tbss)(?!\.rel\.ro)\b")
FORBIDDEN = re.compile(r"^(malloc|calloc|realloc|free|_Znwm|_Znam|_Znwj|_Znaj|__cxa_guard\w*|"
                       r"__cxa_throw|__cxa_allocate_exception|__cxa_atexit|_Unwind_Resume)$")


def run(*command):
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return result.stdout.splitlines()


def check_library(library):
    member = "?"
    for line in run("objdump", "-t", library):
        if "file format" in line:
            member = line.split(":")[0]
            continue
        # address flags section<TAB>size [visibility] name
        before, tab, after = line.partition("\t")
        if not tab:
            continue
        section = before.split()[-1]
        size, _, name = after.partition(" ")
        name = name.strip()
        if section == "*UND*" and FORBIDDEN.match(name):
            yield f"{member}: uses {name}"
        if name == section or " d " in before[17:25] and "O" not in before[17:25]:
            continue
        if WRITABLE.match(section) and int(size, 16):
            yield f"{member}: {name} lies in {section}: writable data outside an interpreter"
    for line in run("objdump", "-h", library):
        if "file format" in line:
            member = line.split(":")[0]
        words = line.split()
        if len(words) > 2 and START_UP.match(words[1]) and int(words[2], 16):
            yield f"{member}: {words[1]}: a constructor that runs at start-up"


def main():
    problems = []
    libraries = [name for name in sys.argv[1:] if name.split("/")[-1] not in FREE]
    for library in libraries:
        problems += check_library(library)
    if problems:
        text = "\n".join(problems)
        problems = subprocess.run(["c++filt"], input=text, capture_output=True, text=True,
                                  check=True).stdout.splitlines()
    print("\n".join(problems) if problems else f"{len(libraries)} layers: nothing at start-up, "
          "no writable data, no allocator")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
