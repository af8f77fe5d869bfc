#!/usr/bin/env python3
"""Sorts what a build with -DKRAIT_COUNT_OPCODES=ON has printed: opcodes and pairs by share.

    build/count/krait script.py 2>counts.txt; tools/opcode_pairs.py counts.txt
"""
import collections
import sys

MOST = 40


def main():
    pairs = collections.Counter()
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            words = line.split()
            if len(words) == 4 and words[0] == "opcodes":
                pairs[words[1], words[2]] += int(words[3])
    total = max(sum(pairs.values()), 1)
    single = collections.Counter()
    for (_, opcode), count in pairs.items():
        single[opcode] += count
    for counter in (single, pairs):
        for name, count in counter.most_common(MOST):
            text = name if isinstance(name, str) else " ".join(name)
            print(f"{100 * count / total:6.2f} %  {text}")
        print()


if __name__ == "__main__":
    main()
