#!/usr/bin/env python3
"""Checks that no file of src/ includes what its layer may not.

The table is CMake's: each `krait_layer(name dependency...)` line says what a layer links, and that
(with what the dependencies link) is what it may include. Also checked: the lines know no cycle,
every folder of src/ has a line, and layers that run on a chip include no header of the standard
library that allocates, throws or needs an operating system.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LAYER_LINE = re.compile(r"^\s*krait_layer\(([^)]*)\)", re.M)
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')
ON_DESKTOPS_ONLY = {"sim"}
FORBIDDEN = set("""algorithm_execution any condition_variable deque exception filesystem forward_list
    fstream functional future iomanip iostream istream list locale map memory_resource mutex ostream
    queue regex set shared_mutex sstream stack stdexcept streambuf string thread typeinfo
    unordered_map unordered_set variant vector""".split())


def read_layers():
    """layer -> the layers on its link line, from all of the project's CMake files."""
    layers = {}
    for file in [ROOT / "CMakeLists.txt", *sorted(ROOT.glob("ports/*/*.cmake"))]:
        for line in LAYER_LINE.findall(file.read_text()):
            name, *dependencies = line.split()
            known = layers.setdefault(name, set(dependencies))
            if known != set(dependencies):
                raise SystemExit(f"{file.name}: layer {name} is declared twice, differently")
    return layers


def reachable(layers, name, path=()):
    """The layers that `name` may include, itself among them."""
    if name in path:
        raise SystemExit("cycle of layers: " + " -> ".join([*path, name]))
    allowed = {name}
    for dependency in layers.get(name, ()):
        allowed |= reachable(layers, dependency, (*path, name))
    return allowed


def check_file(file, layer, allowed, folders):
    for number, line in enumerate(file.read_text().split("\n"), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        kind, target = match.groups()
        where = f"{file.relative_to(ROOT)}:{number}"
        first = target.split("/")[0]
        if first in folders and "/" in target and first not in allowed:
            yield f"{where}: {layer} may not include {target}"
        if kind == "<" and layer not in ON_DESKTOPS_ONLY and target in FORBIDDEN:
            yield f"{where}: <{target}> allocates or needs an operating system"


def main():
    layers = read_layers()
    folders = {folder.name for folder in (ROOT / "src").iterdir() if folder.is_dir()}
    problems = [f"src/{name} has no krait_layer line" for name in sorted(folders - set(layers))]
    files = 0
    for layer in sorted(folders & set(layers)):
        allowed = reachable(layers, layer)
        for file in sorted((ROOT / "src" / layer).rglob("*.[ch]pp")):
            files += 1
            problems += check_file(file, layer, allowed, folders)
    print("\n".join(problems) if problems else f"{files} files keep to their layers")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
