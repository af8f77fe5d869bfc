#!/usr/bin/env bash
# Formats all C++ files in place; with --check only says which ones differ.
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -d '' files < <(find src ports tests \( -name '*.cpp' -o -name '*.hpp' \) -print0 | sort -z)
if [ "${1:-}" = --check ]; then
    exec clang-format --dry-run -Werror "${files[@]}"
fi
exec clang-format -i "${files[@]}"
