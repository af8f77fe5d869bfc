#!/usr/bin/env bash
# clang-tidy over src with the compile commands of build/host; arguments: files (all of src).
set -euo pipefail
cd "$(dirname "$0")/.."
[ -f build/host/compile_commands.json ] || { echo "error: build the preset host first" >&2; exit 1; }
[ $# -gt 0 ] || mapfile -t files < <(find src -name '*.cpp' | sort)
printf '%s\0' "${files[@]:-$@}" | xargs -0 -n 4 -P "$(nproc)" clang-tidy -quiet --extra-arg=-Wno-unknown-warning-option -p build/host
