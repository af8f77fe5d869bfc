#!/usr/bin/env bash
# Looks for inputs that crash, hang or break an invariant, guided by coverage, under sanitizers.
#
#   tools/fuzz.sh                   every target for 10 minutes
#   tools/fuzz.sh [-t SECONDS] [TARGET …]
#
# A target is a script of tests/fuzz; its seeds are in tests/fuzz/corpus. What was found interesting
# is kept in build/fuzz/corpus and goes on from there; what is wrong is left in build/fuzz/found,
# and can be run alone: KRAIT_FUZZ=tests/fuzz/TARGET.py build/fuzz/tests/fuzz/krait_fuzz FILE
set -euo pipefail
krait_root=$(cd "$(dirname "$0")/.." && pwd)
cd "$krait_root"
. tools/steps.sh
. tools/build.sh

seconds=600 targets=()
while [ $# -gt 0 ]; do
    case $1 in
        -t) seconds=${2:?-t needs seconds}; shift ;;
        -h | --help) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 0 ;;
        *) [ -f "tests/fuzz/$1.py" ] || die "no target $1 (they are tests/fuzz/*.py)"
           targets+=("$1") ;;
    esac
    shift
done
[ "${#targets[@]}" -gt 0 ] || mapfile -t targets < <(basename -s .py tests/fuzz/*.py)
command -v clang++ >/dev/null || die "clang is missing: apt-get install clang libclang-rt-14-dev"

step "Building the fuzzer"
krait_targets=krait_fuzz build_preset fuzz || die "the build failed"
broken=()
for target in "${targets[@]}"; do
    step "$target for $seconds s"
    mkdir -p "build/fuzz/corpus/$target" build/fuzz/found
    seeds=("tests/fuzz/corpus/$target")
    # The tests' scripts are what there is of source text.
    [ "$target" != source ] || seeds=(tests/compiler/*/ tests/vm/*/ tests/objects/*/)
    KRAIT_FUZZ=tests/fuzz/$target.py steps_tail=30 logged "fuzz-$target" \
        build/fuzz/tests/fuzz/krait_fuzz -max_total_time="$seconds" -timeout=20 -max_len=2048 \
        -detect_leaks=0 -print_final_stats=1 -artifact_prefix="build/fuzz/found/$target-" \
        "build/fuzz/corpus/$target" $(ls -d "${seeds[@]}" 2>/dev/null) || broken+=("$target")
    note "$(grep -a 'number_of_executed_units' "build/logs/fuzz-$target.log" || true)"
done
[ "${#broken[@]}" -eq 0 ] || die "found something wrong in: ${broken[*]} (build/fuzz/found)"
step "Nothing found"
