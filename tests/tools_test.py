#!/usr/bin/env python3
"""Tests of the project's own checks: each finds the fault that it is there for."""
import math
import os
import pathlib
import queue
import random
import socket
import ssl
import subprocess
import sys
import tempfile
import unittest
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests")]
sys.dont_write_bytecode = True
import check_layers  # noqa: E402
import count_tests  # noqa: E402
import freeze  # noqa: E402
import romfs  # noqa: E402
from monitor import recording, reference, view  # noqa: E402
from monitor.broker import Broker  # noqa: E402
from monitor.subscriber import Subscriber, field, packet  # noqa: E402
import run  # noqa: E402


def scratch(name, text):
    """A file in a folder of its own, which is removed with the returned object."""
    folder = tempfile.TemporaryDirectory(dir=ROOT / "build")
    file = pathlib.Path(folder.name) / name
    file.write_text(text)
    return folder, file


class Layers(unittest.TestCase):
    table = {"base": set(), "core": {"base"}, "objects": {"core"}, "vm": {"objects"}}

    def check(self, text, layer="core"):
        folder, file = scratch("a.cpp", text)
        with folder:
            allowed = check_layers.reachable(self.table, layer)
            return list(check_layers.check_file(file, layer, allowed, set(self.table)))

    def test_upward_include_is_found(self):
        self.assertTrue(self.check('#include "vm/frame.hpp"\n'))

    def test_downward_and_own_includes_are_fine(self):
        self.assertEqual(self.check('#include "base/types.hpp"\n#include "core/value.hpp"\n'), [])

    def test_allocating_library_is_found(self):
        self.assertTrue(self.check("#include <vector>\n"))

    def test_cycle_is_found(self):
        with self.assertRaises(SystemExit):
            check_layers.reachable({"a": {"b"}, "b": {"a"}}, "a")


class RomImages(unittest.TestCase):
    SCRIPT = """
import sys, vfs
fs = vfs.VfsRom(open(sys.argv[1], "rb").read())
def show(path):
    for name, kind, _, size in fs.ilistdir(path):
        full = path + "/" + name
        if kind == 0x4000:
            print(full)
            show(full)
        else:
            print(full, size, fs.open(full, "rb").read() == bytes([len(name)]) * size)
show("")
"""

    def show(self, align):
        with tempfile.TemporaryDirectory(dir=ROOT / "build") as name:
            folder = pathlib.Path(name) / "in"
            (folder / "sub" / "empty").mkdir(parents=True)
            for path, size in (("one", 1), ("sub/two", 200), ("sub/.hidden", 3), ("zero", 0)):
                file = folder / path
                file.write_bytes(bytes([len(file.name)]) * size)
            image = romfs.build(folder, align)
            self.assertEqual(image[:3], b"\xd2\xcd\x31")
            if align > 1:
                self.assertEqual(image.index(b"\x03" * 200) % align, 0)
            (pathlib.Path(name) / "image").write_bytes(image)
            (pathlib.Path(name) / "show.py").write_text(self.SCRIPT)
            krait = next(ROOT.glob("build/host*/krait"))
            out = subprocess.run([krait, "show.py", "image"], cwd=name, capture_output=True,
                                 text=True)
            return out.stdout + out.stderr

    def test_what_is_built_is_read(self):
        for align in (1, 4, 16, 4096):
            self.assertEqual(self.show(align).split("\n"), [
                "/one 1 True", "/sub", "/sub/empty", "/sub/two 200 True", "/zero 0 True", ""])

    def test_numbers(self):
        self.assertEqual(romfs.number(0x14A6B1), b"\xd2\xcd\x31")
        self.assertEqual([romfs.number(n) for n in (0, 127, 128)], [b"\0", b"\x7f", b"\x81\0"])
        self.assertEqual([len(romfs.padding(n)) for n in (0, 2, 101, 102, 300)],
                         [0, 2, 101, 102, 300])


class Freezing(unittest.TestCase):
    def test_names_and_missing_packages(self):
        with tempfile.TemporaryDirectory() as name:
            lib = pathlib.Path(name)
            for path, text in (("pack/__init__.py", "a"), ("loose/inner.py", "b"), ("one.py", "c"),
                               ("pack/tests/t.py", "d")):
                (lib / path).parent.mkdir(parents=True, exist_ok=True)
                (lib / path).write_text(text)
            self.assertEqual(dict(freeze.find_modules(lib)), {
                "pack.__init__": b"a", "loose.__init__": b"", "loose.inner": b"b", "one": b"c"})

    def test_packed_text_has_its_lines_and_no_comments(self):
        source = b'"""Doc\nstring."""\nx = 1  # one\ndef f():\n    "doc"\n    return """ # no  \n"""\n'
        text = freeze.without_comments(source)
        self.assertEqual(text, b'0\n\nx = 1\ndef f():\n    0\n    return """ # no  \n"""\n')
        unpacked = zlib.decompress(freeze.packed(text), wbits=-freeze.WINDOW_BITS)
        self.assertEqual(unpacked, text)

    def test_literal_is_the_text(self):
        data = 'x = "\\ ??/ é"\n\t\0end'.encode()
        program = f"""#include <cstdio>
            int main() {{ fwrite(
            {freeze.literal(data)}, 1, {len(data)}, stdout); }}"""
        folder, file = scratch("a.cpp", program)
        with folder:
            binary = file.with_suffix("")
            subprocess.run(["c++", "-Wall", "-Werror", file, "-o", binary], check=True)
            self.assertEqual(subprocess.run([binary], capture_output=True).stdout, data)


class Objects(unittest.TestCase):
    def check(self, text):
        folder, file = scratch("a.cpp", text)
        with folder:
            library = file.with_name("libkrait_x.a")
            subprocess.run(["g++", "-std=c++20", "-O1", "-fPIC", "-fno-threadsafe-statics", "-c",
                            file, "-o", file.with_suffix(".o")], check=True)
            subprocess.run(["ar", "rcs", library, file.with_suffix(".o")], check=True)
            return subprocess.run([ROOT / "tools/check_objects.py", library],
                                  capture_output=True, text=True)

    def test_constants_and_tables_of_pointers_are_fine(self):
        result = self.check("extern const char* const names[] = {\"a\", \"b\"};"
                            "extern const int n = 3;"
                            "struct S { virtual ~S() = default; virtual int f(); };"
                            "int S::f() { return 1; }")
        self.assertEqual(result.returncode, 0, result.stdout)

    def test_faults_are_found(self):
        for text in ("int counter;", "int counter = 4;", "static int n; int f() { return ++n; }",
                     "int g(); int f() { static int n = g(); return n; }",
                     "int g(); const int n = g(); int f() { return n; }",
                     "thread_local int n = 1;", "int* f() { return new int; }",
                     "#include <cstdlib>\nvoid* f() { return malloc(9); }",
                     "void f() { throw 1; }"):
            self.assertEqual(self.check(text).returncode, 1, text)


class Runner(unittest.TestCase):
    """The behaviour runner, with small shell scripts in the interpreter's place."""

    def outcome(self, script, expected, interpreter="#!/bin/sh\nexec python3 \"$@\"\n"):
        folder, file = scratch("a.py", script)
        with folder:
            file.with_suffix(".out").write_text(expected)
            krait = file.with_name("krait")
            krait.write_text(interpreter)
            krait.chmod(0o755)
            return subprocess.run([ROOT / "tests/run.py", "--krait", krait, file],
                                  capture_output=True, text=True)

    def test_same_output_passes(self):
        result = self.outcome("print(1)\n", "1\n")
        self.assertEqual((result.returncode, result.stdout), (0, "1 passed, 0 failed\n"))

    def test_other_output_fails_with_a_diff(self):
        result = self.outcome("print(1)\n", "2\n")
        self.assertEqual(result.returncode, 1)
        self.assertIn("-2\n", result.stdout)
        self.assertIn("+1\n", result.stdout)

    def test_directives(self):
        script = ("# exit: 3\n# stderr-has: oh\nimport sys\n"
                  "print('oh', file=sys.stderr)\nsys.exit(3)\n")
        self.assertEqual(self.outcome(script, "").returncode, 0)
        self.assertEqual(self.outcome(script.replace("exit: 3", "exit: 2"), "").returncode, 1)
        self.assertEqual(self.outcome(script.replace("has: oh", "has: no"), "").returncode, 1)

    def test_signal_and_timeout_fail(self):
        self.assertEqual(self.outcome("import os\nos.kill(os.getpid(), 11)\n", "").returncode, 1)
        self.assertEqual(self.outcome("# timeout: 1\nwhile True: pass\n", "").returncode, 1)

    def test_options_come_before_the_script(self):
        result = self.outcome("# args: -X one\n# heap: 99\n# argv: two\n",
                              "-X one -X heapsize=99 two\n",
                              "#!/bin/sh\necho \"$1 $2 $3 $4 $6\"\n")
        self.assertEqual(result.returncode, 0, result.stdout)

    def test_nothing_run_is_a_failure(self):
        result = subprocess.run([ROOT / "tests/run.py", "--filter", "no such test"],
                                capture_output=True, text=True)
        self.assertEqual(result.returncode, 1)


class PeerTests(unittest.TestCase):
    """The runner of MicroPython's tests sees krait through tools/peer_tests.py."""

    def test_target_and_board(self):
        runner = ("import os, subprocess, sys\n"
                  "for name in ('feature_check/target_info.py', 'basics/a.py',"
                  " 'extmod/machine_timer.py'):\n"
                  "    print(subprocess.run([os.environ['MICROPY_MICROPYTHON'], '-X',"
                  " os.path.abspath(name)], capture_output=True, text=True).stdout, end='')\n"
                  "sys.exit(len(sys.argv))\n")
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "run-tests.py").write_text(runner)
            (folder / "fake").write_text('#!/bin/sh\necho "${#MICROPYPATH}" "$@" | cut -c1-40\n')
            (folder / "fake").chmod(0o755)
            env = {k: v for k, v in os.environ.items() if k != "MICROPYPATH"}
            result = subprocess.run(
                [sys.executable, ROOT / "tools/peer_tests.py", folder, "-d", "basics"],
                capture_output=True, text=True, env=dict(env, KRAIT=str(folder / "fake")))
        target, plain, board = result.stdout.splitlines()
        self.assertEqual(result.returncode, 5)
        self.assertTrue(target.startswith("linux None 0 host"))
        self.assertTrue(plain.startswith("0 -X "))
        self.assertRegex(board, r"^\d\d+ --board esp32s3 --time virtual -X")


class Counting(unittest.TestCase):
    def count(self, output, status="run"):
        import xml.etree.ElementTree as tree
        case = tree.Element("testcase", status=status)
        tree.SubElement(case, "system-out").text = output
        return count_tests.count_entry(case)

    def test_counts_what_an_entry_printed(self):
        self.assertEqual(self.count("[  PASSED  ] 12 tests.\n"), (12, 0))
        failing = "[  PASSED  ] 1 test.\n[  FAILED  ] 2 tests, listed"
        self.assertEqual(self.count(failing, "fail"), (1, 2))
        self.assertEqual(self.count("Ran 19 tests in 2.7s\n\nOK\n"), (19, 0))
        failing = "Ran 19 tests in 2.7s\n\nFAILED (failures=1, errors=2)\n"
        self.assertEqual(self.count(failing, "fail"), (16, 3))
        self.assertEqual(self.count("FAIL x\n5 passed, 1 failed\n", "fail"), (5, 1))
        self.assertEqual(self.count("fine\n"), (1, 0))
        self.assertEqual(self.count("Segmentation fault", "fail"), (0, 1))


class Monitor(unittest.TestCase):
    """The harness of the main job, without the main job."""

    samples = [random.Random(n).randrange(-9000, 9000) for n in range(6000)]

    def level(self, start):
        window = [self.samples[(start + n) % len(self.samples)] for n in range(reference.WINDOW)]
        total = 0.0
        for sample in window:
            total += (sample / 32768.0) * (sample / 32768.0)
        return (total / reference.WINDOW) ** 0.5

    def test_levels_of_successive_windows_match(self):
        matcher = reference.Matcher(reference.Reference(self.samples))
        for n in range(20):
            self.assertTrue(matcher.feed(self.level(100 + n * 2048)))
        self.assertEqual((matcher.matched, matcher.wrong, matcher.jumps), (20, 0, 0))
        self.assertEqual(set(matcher.gaps), {2048})

    def test_a_level_that_differs_in_its_last_bit_is_wrong(self):
        matcher = reference.Matcher(reference.Reference(self.samples))
        self.assertFalse(matcher.feed(math.nextafter(self.level(5), 1)))

    def test_overlapping_windows_are_a_jump(self):
        matcher = reference.Matcher(reference.Reference(self.samples), reach=1000)
        matcher.feed(self.level(100))
        matcher.feed(self.level(200))
        self.assertEqual(matcher.jumps, 1)

    def test_percentiles(self):
        self.assertEqual(view.percentile(list(range(1, 101)), 99), 99)
        self.assertEqual(view.percentile([7], 50), 7)

    def test_decimation_keeps_a_low_tone_and_removes_a_high_one(self):
        def after(hz):
            tone = [round(10000 * math.sin(2 * math.pi * hz * n / 48000)) for n in range(4800)]
            return max(map(abs, recording.decimated(tone)[50:-50]))
        self.assertAlmostEqual(after(1000), 10000, delta=300)
        self.assertLess(after(15000), 300)

    def test_subscriber_hears_through_a_broker_that_restarts(self):
        with tempfile.TemporaryDirectory(dir=ROOT / "build") as folder:
            broker, heard = Broker(folder), queue.Queue()
            broker.start()
            subscriber = Subscriber(broker.port, broker.ca, ["a/#"], lambda *m: heard.put(m[:2]))
            subscriber.start()
            try:
                for _ in range(2):
                    self.assertTrue(subscriber.ready.wait(10))
                    self.publish(broker, b"a/b", b"x" * 300)
                    self.assertEqual(heard.get(timeout=5), ("a/b", b"x" * 300))
                    broker.stop()
                    subscriber.ready.clear()
                    broker.start()
            finally:
                subscriber.stop()
                broker.stop()

    def publish(self, broker, topic, payload):
        context = ssl.create_default_context(cafile=str(broker.ca))
        with socket.create_connection(("127.0.0.1", broker.port)) as plain:
            with context.wrap_socket(plain, server_hostname="broker.hivemq.com") as stream:
                stream.sendall(packet(0x10, field(b"MQTT") + b"\x04\x02\x00\x00" + field(b"t")))
                self.assertEqual(stream.recv(4), b"\x20\x02\x00\x00")
                stream.sendall(packet(0x30, field(topic) + payload))


if __name__ == "__main__":
    unittest.main(verbosity=0)
