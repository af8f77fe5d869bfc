#!/usr/bin/env python3
"""Makes a C++ table of the Python files below a folder, for a port to link.

    tools/freeze.py [--pack] LIB OUTPUT.cpp [NAME...]

With names: only those files and folders right below LIB. With --pack the texts lose comments and
docstrings, not their lines, and are deflated (src/vm/frozen.hpp).
Each file becomes a module by its path: asyncio/__init__.py is the package asyncio (its entry ends in
".__init__"), umqtt/simple.py the module umqtt.simple. A folder without __init__.py gets an empty
one. Folders named tests are left out.
"""
import io
import pathlib
import sys
import tokenize
import zlib

LINE = 96
WINDOW_BITS = 12  # as src/vm/frozen.cpp unpacks


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


def without_comments(source):
    """The text without comments, with 0 for docstrings; what remains stays on its line."""
    lines = source.decode().splitlines(keepends=True)
    kept = tokenize.NEWLINE
    edits = []
    for token in tokenize.generate_tokens(io.StringIO(source.decode()).readline):
        begins = kept in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
        if token.type == tokenize.COMMENT:
            edits.append((token.start, token.end, ""))
        elif token.type == tokenize.STRING and begins:
            edits.append((token.start, token.end, "0"))
        if token.type not in (tokenize.COMMENT, tokenize.NL):
            kept = token.type
    for (row, column), (end_row, end_column), text in reversed(edits):
        rest = lines[end_row - 1][end_column:]
        before = lines[row - 1][:column]
        line = before + text + rest if text else before.rstrip() + rest
        lines[row - 1:end_row] = [line] + ["\n"] * (end_row - row)
    return "".join(lines).encode()


def packed(source):
    """Deflated text."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -WINDOW_BITS, 9)
    return packer.compress(source) + packer.flush()


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


def row(name, source, pack):
    text = without_comments(source) if pack else source
    data = packed(text) if pack and text else text
    size = len(text) if pack else 0
    return f'    {{"{name}",\n     {{\n{literal(data)},\n      {len(data)}}},\n     {size}}},\n'


def table(modules, pack=False):
    """The text of the C++ file."""
    rows = "".join(row(name, source, pack) for name, source in modules)
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
    words = [word for word in sys.argv[1:] if word != "--pack"]
    if len(words) < 2:
        sys.exit(__doc__)
    text = table(find_modules(pathlib.Path(words[0]), words[2:]), "--pack" in sys.argv)
    output = pathlib.Path(words[1])
    if not output.exists() or output.read_text() != text:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text)


if __name__ == "__main__":
    main()
