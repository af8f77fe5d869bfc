#!/usr/bin/env python3
"""Checks the habits of STYLE that a machine can see.

- ARCHITECTURE.md has at most 200 lines and every path in `backquotes` exists.
- src/ has at most 2 #if per 1000 lines.
- no file of src/ is longer than 800 lines (the interpreter loop is exempt), no line than 100 columns
  (120 in a table, .def).
- every file of src/ starts with a comment that says what it is (a .cpp's header may say it).
- no comment promises work (TODO, XXX, HACK).
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXEMPT_FROM_LENGTH = {"src/vm/loop.cpp"}
PROMISE = re.compile(r"\b(TODO|XXX|HACK)\b")
CONDITIONAL = re.compile(r"^\s*#\s*if")
FOLDERS = ("src/", "ports/", "tests/", "tools/", "bench/", "examples/", "third_party/", "docs/",
           "lib/", "cmake/", ".ci/")


def check_architecture():
    page = ROOT / "ARCHITECTURE.md"
    if not page.exists():
        return
    text = page.read_text()
    if text.count("\n") > 200:
        yield f"ARCHITECTURE.md has {text.count(chr(10))} lines; 200 is the limit"
    for path in re.findall(r"`([^`\s]+)`", text):
        known = path.startswith(FOLDERS) or re.fullmatch(r"[\w-]+\.(md|txt|json)", path)
        plain = path.split(":")[0].rstrip("/")
        if known and not any(mark in path for mark in "<>*{}…") and not (ROOT / plain).exists():
            if plain.isupper() or not re.search(r"NAME|[A-Z]{4,}\.", plain):
                yield f"ARCHITECTURE.md names {path}, which does not exist"


def check_source(file, name):
    text = file.read_text()
    lines = text.split("\n")
    if len(lines) > 801 and name not in EXEMPT_FROM_LENGTH:
        yield f"{name}: {len(lines)} lines; split it (800 is the limit)"
    told_by_header = file.suffix == ".cpp" and file.with_suffix(".hpp").exists()
    if not told_by_header and not lines[0].startswith(("//", "/*")):
        yield f"{name}: does not start with a comment that says what it is"
    for number, line in enumerate(lines, 1):
        if PROMISE.search(line):
            yield f"{name}:{number}: finish it or say `FIXME:` and what is wrong"
        if len(line) > (120 if file.suffix == ".def" else 100):
            yield f"{name}:{number}: {len(line)} columns"


def main():
    problems = list(check_architecture())
    lines = conditionals = 0
    for file in sorted((ROOT / "src").rglob("*")):
        if file.suffix not in (".cpp", ".hpp", ".def", ".S"):
            continue
        problems += check_source(file, str(file.relative_to(ROOT)))
        content = file.read_text().split("\n")
        lines += len(content)
        conditionals += sum(bool(CONDITIONAL.match(line)) for line in content)
    if conditionals * 1000 > 2 * lines:
        problems.append(f"src/ has {conditionals} #if in {lines} lines; 2 per 1000 is the limit")
    print("\n".join(problems) if problems else
          f"src/: {lines} lines, {conditionals} #if; all as it should be")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
