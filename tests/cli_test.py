#!/usr/bin/env python3
"""Tests of the krait command as a person uses it: options, exit statuses, and bad input, which gets
one clear message and the right status, and never a hang.

    tests/cli_test.py KRAIT [unittest options]
"""
import os
import pathlib
import re
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))
sys.dont_write_bytecode = True
from monitor import broker as brokers  # noqa: E402

krait = ""
TIMEOUT_S = 60


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="krait-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run_krait(self, *arguments, stdin="", env=None):
        return subprocess.run([krait, *map(str, arguments)], input=stdin, capture_output=True,
                              encoding="utf-8", errors="backslashreplace",
                              timeout=TIMEOUT_S, cwd=self.folder,
                              env=dict(os.environ, **(env or {})))

    def run_on_board(self, *arguments):
        return self.run_krait("--board", "esp32s3", *arguments)

    def expect(self, result, status, stdout=None, in_stderr=()):
        shown = f"\nstatus {result.returncode}\n{result.stdout}\n{result.stderr}"
        self.assertEqual(result.returncode, status, shown)
        if stdout is not None:
            self.assertEqual(result.stdout, stdout, shown)
        for text in in_stderr:
            self.assertIn(text, result.stderr, shown)

    def expect_one_line(self, result, status, *in_stderr):
        self.expect(result, status, "", in_stderr)
        self.assertEqual(result.stderr.count("\n"), 1, result.stderr)


class Running(Case):
    def test_script_with_arguments(self):
        script = self.write("a.py", "import sys\nprint(sys.argv[1:], __name__)\n")
        self.expect(self.run_krait(script, "x", "-y"), 0, "['x', '-y'] __main__\n")

    def test_command(self):
        self.expect(self.run_krait("-c", "import sys; print(6 * 7, sys.argv)", "z"), 0,
                    "42 ['-c', 'z']\n")

    def test_module(self):
        self.write("pack/__init__.py", "print('package')\n")
        self.write("pack/inner.py", "print(__name__)\n")
        self.expect(self.run_krait("-m", "pack.inner"), 0, "package\n__main__\n")

    def test_standard_input_is_a_script(self):
        self.expect(self.run_krait(stdin="print(1 + 1)\n"), 0, "2\n")

    def test_exit_statuses(self):
        for text, status in (("import sys; sys.exit(7)", 7), ("raise SystemExit", 0),
                             ("import sys; sys.exit('no')", 1), ("1 / 0", 1)):
            self.assertEqual(self.run_krait("-c", text).returncode, status, text)

    def test_inspect_shows_a_prompt_after_the_script(self):
        script = self.write("a.py", "x = 41\n")
        self.assertIn("42", self.run_krait("-i", script, stdin="x + 1\n").stdout)

    def test_heap_size(self):
        text = "x = []\nwhile True: x.append(bytes(1000))"
        result = self.run_krait("-X", "heapsize=200000", "-c", text)
        self.expect(result, 1, "", ["MemoryError"])

    def test_shows_bytecode(self):
        result = self.run_krait("-X", "dis", "-c", "x = print(1)")
        self.assertIn("StoreGlobal x", result.stdout)
        self.assertNotIn("1\n1\n", result.stdout)
        self.expect(self.run_krait("-X", "emit=bytecode", "-c", "print(1)"), 0, "1\n")

    def test_emitters(self):
        text = "def f(): pass\nprint(hasattr(f, '__code__'))"
        self.expect(self.run_krait("-X", "emit=bytecode", "-c", text), 0, "True\n")
        self.expect(self.run_krait("-X", "emit=native", "-c", text), 0, "False\n")
        self.expect_one_line(self.run_krait("-X", "emit=steam", "-c", text), 2, "emit=steam")

    def test_emitter_of_a_whole_program(self):
        text = "def f(x: int) -> uint:\n return uint(x)\nprint(f(-1) > 9, 1 / 2)\nimport asyncio"
        self.expect(self.run_krait("-X", "emit=viper", "-c", text), 0, "True 0.5\n")
        self.expect(self.run_krait("-X", "emit=viper", "-c", "def f(x): x + 1"), 1, "",
                    ["ViperTypeError", 'File "<string>", line 1, in f'])

    def test_constants_at_the_prompt(self):
        lines = "_X = const(3)\n_X\nX = const(4)\nX = 5\nX\n"
        result = self.run_krait("-i", "-c", "from micropython import const", stdin=lines)
        self.assertEqual(re.findall(r"^(?:>>> )*(\d+)$", result.stdout, re.M), ["3", "5"])

    def test_compile_only(self):
        script = self.write("a.py", "print(1)\n")
        self.expect(self.run_krait("-X", "compile-only", script), 0, "")
        script.write_text("print(1\n")
        self.expect(self.run_krait("-X", "compile-only", script), 1, "", ["SyntaxError"])

    def test_optimization(self):
        text = "def f():\n 'doc'\n assert __debug__\nf()\nprint(f.__doc__, __debug__)"
        for options, expected in [((), "doc True\n"), (("-O",), "doc False\n"),
                                  (("-O1",), "doc False\n"), (("-OO",), "None False\n"),
                                  (("-O", "-O"), "None False\n"), (("-O2",), "None False\n")]:
            self.expect(self.run_krait(*options, "-c", text), 0, expected)
        result = self.run_krait("-O3", "-c", "x = 1\n\n1 / 0")
        self.expect(result, 1, "", ["line 1, in <module>"])
        self.expect_one_line(self.run_krait("-O7", "-c", ""), 2, "-O7")

    def test_micropypath(self):
        self.write("elsewhere/gift.py", "print('found')\n")
        path = {"MICROPYPATH": str(self.folder / "elsewhere")}
        self.expect(self.run_krait("-c", "import gift", env=path), 0, "found\n")

    def test_polls_no_more_than_may_be_open(self):
        text = ("import errno, select\np = select.poll()\nfor i in range(100): p.register(i)\n"
                "try: p.poll(0)\nexcept OSError as e: print(e.errno == errno.EINVAL)")
        most = (64, resource.getrlimit(resource.RLIMIT_NOFILE)[1])
        result = subprocess.run([krait, "-c", text], capture_output=True, encoding="utf-8",
                                timeout=TIMEOUT_S,
                                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, most))
        self.expect(result, 0, "True\n")

    def test_interrupt(self):
        process = subprocess.Popen([krait, "-c", "print('go', flush=True)\nwhile True: pass"],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.assertEqual(process.stdout.readline(), "go\n")
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=TIMEOUT_S)
        self.assertIn("KeyboardInterrupt", stderr)
        self.assertIn(process.returncode, (1, 130, -signal.SIGINT))

    def test_interrupt_reaches_the_main_thread(self):
        text = ("import _thread, time\n"
                "def spin():\n    while True: pass\n"
                "_thread.start_new_thread(spin, ())\n"
                "print('go', flush=True)\n"
                "try:\n    time.sleep(100)\n"
                "except KeyboardInterrupt:\n    print('main')\n")
        process = subprocess.Popen([krait, "-c", text], stdout=subprocess.PIPE, text=True)
        self.assertEqual(process.stdout.readline(), "go\n")
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=TIMEOUT_S)
        self.assertEqual((output, process.returncode), ("main\n", 0))

    def test_for_ends_by_itself_in_board_time(self):
        text = "import time\nwhile True: time.sleep(1)"
        began = time.monotonic()
        result = self.run_on_board("--time", "virtual", "--for", "3600", "-c", text)
        self.expect(result, 0)
        self.assertLess(time.monotonic() - began, 30)

    def test_virtual_time_repeats_to_the_byte(self):
        text = ("import machine, time, random\n"
                "t = machine.Timer(0, period=7, callback=lambda t: print(time.ticks_us()))\n"
                "for _ in range(20):\n    time.sleep_ms(random.randrange(30))\n"
                "    print(time.ticks_us())\n")
        outputs = []
        for name in ("one", "two"):
            result = self.run_on_board("--time", "virtual", "--trace", name, "-c", text)
            self.expect(result, 0)
            outputs.append((result.stdout, (self.folder / name).read_text()))
        self.assertEqual(outputs[0], outputs[1])

    def test_closed_standard_streams(self):
        close = ["sh", "-c", 'exec "$0" "$@" <&- >&-', krait]
        for program, status in ("print(1)", 0), ("input()", 1):
            result = subprocess.run([*close, "-c", program], capture_output=True, text=True,
                                    timeout=TIMEOUT_S)
            self.assertEqual(result.returncode, status, result.stderr)

    def test_full_disk(self):
        with open("/dev/full", "w") as full:
            result = subprocess.run([krait, "-c", "print(1)"], stdout=full, text=True,
                                    stderr=subprocess.PIPE, timeout=TIMEOUT_S)
        self.assertEqual(result.returncode, 1)
        self.assertIn("OSError: [Errno 28]", result.stderr)


class BadInput(Case):
    def test_missing_file(self):
        self.expect_one_line(self.run_krait("nothing.py"), 2, "nothing.py")

    def test_a_folder_without_main(self):
        (self.folder / "empty").mkdir()
        self.assertNotEqual(self.run_krait("empty").returncode, 0)

    def test_syntax_error_shows_line_and_caret(self):
        script = self.write("a.py", "x = 1\nif x\n    pass\n")
        result = self.run_krait(script)
        self.expect(result, 1, "", ["a.py", "line 2", "if x", "^", "SyntaxError"])

    def test_uncaught_exception_shows_a_traceback(self):
        script = self.write("a.py", "def f():\n    return {}['k']\n\nf()\n")
        self.expect(self.run_krait(script), 1, "", ["Traceback (most recent call last)",
                                                    "line 2, in f", "line 4", "KeyError: 'k'"])

    def test_not_utf8(self):
        (self.folder / "a.py").write_bytes(b"x = '\xff\xfe'\n")
        self.expect(self.run_krait("a.py"), 1, "", ["a.py"])

    def test_unknown_option_and_missing_value(self):
        self.expect(self.run_krait("--nonsense"), 2, "", ["--nonsense"])
        self.expect(self.run_krait("-c"), 2, "", ["-c"])
        self.expect(self.run_krait("-X", "nonsense", "-c", "1"), 2, "", ["nonsense"])

    def test_unknown_board(self):
        self.expect_one_line(self.run_krait("--board", "esp99", "-c", "1"), 2, "esp99", "esp32s3")

    def test_broken_recordings(self):
        self.write("bad.wav", "RIFFxxxxWAVEnothing")
        for source in ("bad.wav", "none.wav", "tone:x"):
            result = self.run_on_board("--mic", source, "-c", "1")
            self.expect_one_line(result, 2, source)

    def test_impossible_pin(self):
        result = self.run_on_board("-c", "import machine; machine.Pin(99)")
        self.expect(result, 1, "", ["ValueError", "pin"])

    def test_full_disk(self):
        (self.folder / "disk").mkdir()
        text = "f = open('x', 'wb')\nfor _ in range(100): f.write(bytes(1000))"
        result = self.run_on_board("--fs", "disk", "--fs-size", "20000", "-c", text)
        self.expect(result, 1, "", ["OSError", "No space left"])


CONNECT = """
import network, sys
from umqtt.simple import MQTTClient
wlan = network.WLAN(network.STA_IF)
wlan.active(True)
wlan.connect('any', 'any')
while not wlan.isconnected():
    pass
client = MQTTClient('t', sys.argv[1], port=int(sys.argv[2]), ssl=True, ssl_params=%s)
client.connect()
print('connected')
"""


class Tls(Case):
    """Certificates are verified unless the script or the user says otherwise."""

    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="krait-tls-")
        folder = pathlib.Path(cls.scratch.name)
        cls.broker = brokers.Broker(folder / "good")
        cls.broker.start()
        cls.other_ca = brokers.make_certificates(folder / "other")

    @classmethod
    def tearDownClass(cls):
        cls.broker.stop()
        cls.scratch.cleanup()

    def connect(self, *options, name="broker.hivemq.com", parameters="{}"):
        script = self.write("connect.py", CONNECT % parameters)
        where = f"{name}:8883=127.0.0.1:{self.broker.port}"
        return self.run_on_board("--resolve", where, *options, script, name, 8883)

    def test_good_certificate(self):
        self.expect(self.connect("--ca", self.broker.ca), 0, "connected\n")

    def test_unknown_authority(self):
        self.expect(self.connect("--ca", self.other_ca), 1, "", ["certificate"])
        self.expect(self.connect(), 1, "", ["certificate"])

    def test_wrong_name(self):
        result = self.connect("--ca", self.broker.ca, name="mqtt.example.org")
        self.expect(result, 1, "", ["certificate"])

    def test_expired_and_not_yet_valid(self):
        for start in (4133980800, 915148800):  # 2101, 1999
            result = self.connect("--ca", self.broker.ca, "--start-time", start)
            self.expect(result, 1, "", ["certificate"])

    def test_verification_turned_off(self):
        off = self.connect(parameters="{'cert_reqs': 0}")
        self.expect(off, 0, "connected\n")
        old = self.connect("-X", "tls=noverify")
        self.expect(old, 0, "connected\n", ["warning"])

    def test_unreachable_broker(self):
        script = self.write("connect.py", CONNECT % "{}")
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            port = unused.getsockname()[1]
        where = f"b.example:8883=127.0.0.1:{port}"
        result = self.run_on_board("--resolve", where, script, "b.example", 8883)
        self.expect(result, 1, "", ["Connection refused"])

    def test_unknown_name(self):
        script = self.write("connect.py", CONNECT % "{}")
        result = self.run_on_board("--resolve", "a.example=127.0.0.1", script,
                                   "no.such.name.invalid", 8883)
        self.expect(result, 1, "", ["OSError"])


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    krait = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=1)
