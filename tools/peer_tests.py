#!/usr/bin/env python3
"""Runs MicroPython's public tests with its own runner on krait. docs/peer_tests.md says what differs.

    tools/peer_tests.py FOLDER [arguments of its run-tests.py, such as -d basics extmod]

FOLDER is the tests/ of MicroPython's repository. The runner starts krait through a small script, as
- its feature check target_info.py knows the length of one message in MicroPython's words only; what
  it asks about the target is answered here instead;
- what needs pins runs on the virtual board, in virtual time, with MicroPython's wiring of an ESP32;
- one test wants no more than 1,024 open files.
$KRAIT names another interpreter than build/host/krait.
"""
import os
import pathlib
import resource
import stat
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
ON_BOARD = ("machine_i2s_rate", "machine_spi_rate", "machine_timer", "machine_uart_irq_txidle",
            "machine_uart_tx")
# platform, architecture of native code and its flags, build, threads, bits of a float, whether str
# is Unicode, how detailed errors are
TARGET = "linux None 0 host GIL 64 True detailed"
OPEN_FILES = 1024

WRAPPER = """#!/bin/sh
for last; do :; done
case "$last" in
*/feature_check/target_info.py) echo "{target}"; exit ;;
{on_board}) export MICROPYPATH=".frozen:{wiring}"; set -- --board esp32s3 --time virtual "$@" ;;
esac
exec "{krait}" "$@"
"""


def write_wrapper(folder, tests, krait):
    wiring = folder / "wiring"
    wiring.mkdir()
    (wiring / "target_wiring.py").symlink_to(tests / "target_wiring" / "esp32.py")
    wrapper = folder / "krait"
    wrapper.write_text(WRAPPER.format(target=TARGET, wiring=wiring, krait=krait,
                                      on_board="|".join(f"*/{name}.py" for name in ON_BOARD)))
    wrapper.chmod(wrapper.stat().st_mode | stat.S_IXUSR)
    return wrapper


def main():
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__.strip())
    tests = pathlib.Path(sys.argv[1]).resolve()
    if not (tests / "run-tests.py").is_file():
        sys.exit(f"error: {tests} has no run-tests.py")
    krait = pathlib.Path(os.environ.get("KRAIT", ROOT / "build/host/krait")).resolve()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(OPEN_FILES, most), most))
    with tempfile.TemporaryDirectory(prefix="krait-peer-") as name:
        folder = pathlib.Path(name)
        wrapper = write_wrapper(folder, tests, krait)
        command = [sys.executable, "run-tests.py", "-r", folder / "results", *sys.argv[2:]]
        env = dict(os.environ, MICROPY_MICROPYTHON=str(wrapper))
        env.setdefault("MICROPY_CPYTHON3", sys.executable)
        return subprocess.run(command, cwd=tests, env=env).returncode


if __name__ == "__main__":
    sys.exit(main())
