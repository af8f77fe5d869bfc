#!/usr/bin/env python3
"""usage: fuzz_test.py KRAIT    runs the fuzzer's targets over their seeds, in the plain interpreter

A target (tests/fuzz/NAME.py) must take each of its seeds (tests/fuzz/corpus/NAME/*), the empty
input, and cuts and joins of the seeds.
"""
import pathlib
import subprocess
import sys
import unittest

FUZZ = pathlib.Path(__file__).resolve().parent / "fuzz"
CALLS = """
import os
folder = {folder!r}
seeds = [open(folder + "/" + name, "rb").read() for name in sorted(os.listdir(folder))]
seeds += [b""] + [s[:len(s) // 2] for s in seeds] + [s + t for s in seeds for t in seeds]
for seed in seeds:
    one(seed)
print(len(seeds))
"""


class Targets(unittest.TestCase):
    def test_seeds(self):
        targets = [t for t in sorted(FUZZ.glob("*.py")) if (FUZZ / "corpus" / t.stem).is_dir()]
        self.assertGreater(len(targets), 4)
        for target in targets:
            folder = FUZZ / "corpus" / target.stem
            text = target.read_text() + CALLS.format(folder=str(folder))
            result = subprocess.run([KRAIT, "-"], input=text, text=True, capture_output=True,
                                    timeout=300)
            n = len(list(folder.iterdir()))
            self.assertEqual((result.returncode, result.stdout, result.stderr),
                             (0, f"{2 * n + 1 + n * n}\n", ""), target.name)


if __name__ == "__main__":
    KRAIT = sys.argv.pop(1)
    unittest.main()
