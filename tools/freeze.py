#!/usr/bin/env python3
"""Makes a C++ table of the Python files below a folder, for a port to link.

    tools/freeze.py LIB OUTPUT.cpp [NAME...]

With names: only those files and folders right below LIB.
Each file becomes a module by its path: asyncio/__init__.py is the package asyncio (its entry ends in
".__init__"), umqtt/simple.py the module umqtt.simple. A folder without __init__.py gets an empty
one. Folders named tests are left out.
"""
import pathlib
import sys

LINE = 96


def find_modules(lib, names=()):
    """(dotted name, source bytes) of all modules (or those of `names`), sorted by name."""
    modules = {}
    for file in sorted(lib.rglob("*.py")):
        parts = file.relative_to(lib).with_suffix("").parts
        if "tests" in parts or (names and parts[0] not in names):
            continue
        modules[".".join(parts)] = file.read_bytes()
        for depth in range(1, len(parts)):
            modules.setdefault(".".join([*parts[:depth], "__init__"]), b"")
    return sorted(modules.items())


def literal(data):
    """The bytes as C++ string literals, a few characters a line."""
    pieces, line = [], ""
    for byte in data:
        char = chr(byte)
        if char == "\n":
            char = "\\n"
        elif char in "\\\"":
            char = "\\" + char
        elif not 32 <= byte < 127 or char == "?":
            char = f"\\{byte:03o}"
        line += char
        if char == "\\n" or len(line) >= LINE:
            pieces.append(line)
            line = ""
    pieces.append(line)
    return "\n".join(f'     "{piece}"' for piece in pieces)


def table(modules):
    """The text of the C++ file."""
    rows = "".join(f'    {{"{name}",\n     {{\n{literal(source)},\n      {len(source)}}}}},\n'
                   for name, source in modules)
    count = len(modules)
    return f"""// Made by tools/freeze.py.
#include "core/interp.hpp"

namespace krait {{

std::span<const InterpConfig::FrozenModule> frozen_modules();

static constexpr InterpConfig::FrozenModule kFrozen[{count + 1}] = {{
{rows}}};

std::span<const InterpConfig::FrozenModule> frozen_modules() {{ return {{kFrozen, {count}}}; }}

}}  // namespace krait
"""


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    text = table(find_modules(pathlib.Path(sys.argv[1]), sys.argv[3:]))
    output = pathlib.Path(sys.argv[2])
    if not output.exists() or output.read_text() != text:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text)


if __name__ == "__main__":
    main()
