#!/usr/bin/env python3
"""The main job, shown: a script on the virtual ESP32-S3 hears recorded audio through I2S and
publishes its level to a real MQTT broker over verified TLS.

Starts the broker (with certificates made for it), plays a recording into the virtual microphone,
runs the script, subscribes to what it publishes and shows it live. Everything is ended again.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))
from monitor import recording, reference, view  # noqa: E402
from monitor.broker import Broker  # noqa: E402
from monitor.subscriber import Subscriber  # noqa: E402

EXAMPLE = ROOT / "examples/audio_monitor/main.py"
LATENCY_LIMIT_MS = 20.0
BOARD_NAME = "broker.hivemq.com:8883"

# Put in front of a script by --hang: on the first boot a soft callback never returns, so that
# nothing feeds the watchdog any more. The boot after the watchdog's reset goes on undisturbed.
HANG = """
import machine
def _hang(timer):
    print("hanging on purpose")
    while True:
        pass
if machine.reset_cause() == machine.WDT_RESET:
    print("started again by the watchdog")
else:
    machine.Timer(3).init(mode=machine.Timer.ONE_SHOT, period={period_ms}, callback=_hang)
"""


class Run:
    """One run of the script: the processes, what arrived, what the board reported."""

    def __init__(self, options):
        self.options = options
        self.script = pathlib.Path(options.script).resolve()
        self.folder = pathlib.Path(options.folder).resolve()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.broker = Broker(self.folder)
        self.subscriber = Subscriber(self.broker.port, self.broker.ca, [options.topic],
                                     self._message)
        wav = pathlib.Path(options.wav) if options.wav else recording.make_recording(self.folder)
        self.wav = wav.resolve()
        samples = recording.samples_of(self.wav, recording.RATE_HZ) if options.check else [0]
        self.matcher = reference.Matcher(reference.Reference(samples))
        self.levels, self.latencies, self.board_lines = [], [], []
        self.arrivals, self.heaps, self.stats = [], [], {}
        self.message_count = 0
        self.last_payload = ""
        self.starts = 1
        self.process = None
        self._began = time.monotonic()
        self._ended = None
        self._stats_file = self.folder / "stats.jsonl"
        self._stats_read = 0

    # What arrives

    def _message(self, _topic, payload, seconds):
        self.message_count += 1
        self.arrivals = [*self.arrivals[-200:], seconds]
        self.last_payload = payload.decode("utf-8", "replace")
        try:
            level = json.loads(payload)["rms"]
        except (ValueError, KeyError, TypeError):
            return
        self.levels.append(level)
        if self.options.check and not self.matcher.feed(level):
            self._note(f"wrong level: {level!r} is no window of the recording")

    def _read_board(self):
        with open(self.folder / "board.log", "w", encoding="utf-8") as log:
            for line in self.process.stdout:
                log.write(line)
                log.flush()
                self._note(line.rstrip("\n"))

    def _note(self, line):
        if "started again by the watchdog" in line:
            self.starts += 1
            self.matcher.restart()
        self.board_lines = [*self.board_lines[-5000:], line]

    def read_stats(self):
        if not self._stats_file.exists():
            return
        with open(self._stats_file, encoding="utf-8") as file:
            file.seek(self._stats_read)
            while (line := file.readline()).endswith("\n"):
                self._stats_read = file.tell()
                figures = json.loads(line)
                if not figures.get("heap_used"):  # between two lives of the interpreter
                    figures["heap_used"] = self.stats.get("heap_used", 0)
                self.stats = figures
                self.latencies += self.stats.get("latency_ms", [])
                heap = self.stats.get("heap_live", self.stats.get("heap_used"))
                if heap is not None:
                    self.heaps.append((self.stats["t"], heap))

    def elapsed_s(self):
        return (self._ended or time.monotonic()) - self._began

    def board_seconds(self):
        return self.stats.get("t", 0.0) if self.options.time else self.elapsed_s()

    def rate(self):
        recent = [t for t in self.arrivals if t > time.monotonic() - 5]
        return len(recent) / 5

    # The processes

    def _script_to_run(self):
        if self.options.hang is None:
            return self.script
        changed = self.folder / "hanging.py"
        changed.write_text(HANG.format(period_ms=int(self.options.hang * 1000))
                           + self.script.read_text(encoding="utf-8"), encoding="utf-8")
        return changed

    def command(self):
        options = self.options
        words = [options.krait, "--board", "esp32s3", "--mic", self.wav, "--mic-loop",
                 "--resolve", f"{BOARD_NAME}=127.0.0.1:{self.broker.port}",
                 "--ca", self.broker.ca, "--stats", self._stats_file]
        if options.time:
            words += ["--time", options.time]
        if options.seconds:
            words += ["--for", f"{options.seconds:g}"]
        if options.wifi_loss:
            words += ["--fault", f"wifi-down@{options.wifi_loss}"]
        return [str(word) for word in [*words, *options.krait_option, self._script_to_run()]]

    def start(self):
        self._stats_file.unlink(missing_ok=True)
        self.broker.start()
        self.subscriber.start()
        if not self.subscriber.ready.wait(10):
            raise SystemExit(f"error: no subscription at the broker; see {self.folder}/mosquitto.log")
        self._began = time.monotonic()
        self.process = subprocess.Popen(
            self.command(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace")
        self._reader = threading.Thread(target=self._read_board, daemon=True)
        self._reader.start()

    def stop(self):
        self._ended = time.monotonic()
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(3)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.process:
            self._reader.join(2)
        self._wait_for_stragglers()
        self.subscriber.stop()
        self.broker.stop()
        self.read_stats()

    def _wait_for_stragglers(self):
        """The last messages are still on their way; after an hour of virtual time, most of them."""
        deadline, seen = time.monotonic() + 60, -1
        while seen != self.message_count and time.monotonic() < deadline:
            seen = self.message_count
            time.sleep(0.3)


def watch(run, screen):
    """Draws until the script ends; takes the broker away as told."""
    down_at, back_at = run.options.broker_restart or (None, None)
    while run.process.poll() is None:
        time.sleep(screen.interval_s)
        run.read_stats()
        elapsed = run.elapsed_s()
        if down_at is not None and elapsed >= down_at:
            screen.say(f"-- the broker is killed at {elapsed:.1f} s")
            run.broker.stop()
            down_at = None
        if down_at is None and back_at is not None and elapsed >= back_at:
            screen.say(f"-- the broker is started again at {elapsed:.1f} s")
            run.broker.start()
            back_at = None
        screen.draw(run)
        if run.options.picture and run.levels and run.levels[-1] > 0.02:
            pathlib.Path(run.options.picture).write_text(view.svg(run), encoding="utf-8")


def verdicts(run):
    """(good, text) for each thing that this run can say something about."""
    options, matcher = run.options, run.matcher
    seconds = max(run.board_seconds(), 0.001)
    disturbed = bool(options.broker_restart or options.wifi_loss or options.hang is not None)
    yield run.message_count > 0, (f"{run.message_count} messages in {seconds:.1f} s of the board, "
                                  f"{run.message_count / seconds:.2f}/s")
    if options.check:
        text = f"{matcher.matched} of {matcher.matched + matcher.wrong} levels equal the reference"
        if matcher.gaps:
            gaps = sorted(matcher.gaps)
            text += f"; windows {gaps[len(gaps) // 2]} samples apart, {matcher.jumps} jumps"
        lost = matcher.jumps and not disturbed
        yield matcher.matched > 0 and not matcher.wrong and not lost, text
    if run.latencies:
        text = f"last sample to wire: {view.latency_text(run.latencies)}"
        good = bool(options.time) or disturbed or view.percentile(run.latencies, 99) < LATENCY_LIMIT_MS
        yield good, text + f" (limit of p99: {LATENCY_LIMIT_MS:g} ms)"
    elif options.check:
        yield False, "the board reported no latency"
    if run.stats:
        yield True, (f"heap {run.stats.get('heap_used', 0):,} bytes at the end, "
                     f"{run.stats.get('overruns', 0)} overruns of the microphone's buffer")
    second_minute = [heap for t, heap in run.heaps if 60 <= t < 120]
    last_minute = [heap for t, heap in run.heaps if t >= run.heaps[-1][0] - 60]
    if run.heaps and run.heaps[-1][0] > 180 and second_minute:
        growth = min(last_minute) - min(second_minute)
        yield growth <= 0, f"heap growth after the first minute: {growth} bytes"
    if options.broker_restart or options.wifi_loss:
        came_back = run.arrivals and run.arrivals[-1] > run._began + run.elapsed_s() - 3
        said = [line for line in run.board_lines if "again" in line or "lost" in line]
        yield bool(came_back or options.time), f"recovered; the script said: {said[-4:]}"
    if options.hang is not None:
        yield run.starts == 2, f"the watchdog restarted the board {run.starts - 1} time(s)"
    if run.process.returncode not in (0, -15):
        yield False, f"krait ended with status {run.process.returncode}"


def report(run, screen):
    screen.say("")
    bad = 0
    for good, text in verdicts(run):
        bad += not good
        screen.say(f"{'ok ' if good else 'BAD'} {text}")
    if bad and run.board_lines:
        screen.say(f"the end of what the board said ({run.folder}/board.log):")
        for line in run.board_lines[-12:]:
            screen.say(f"  | {line}")
    return 1 if bad else 0


def from_and_length(text):
    """'T' or 'T:LENGTH', in seconds, as (begin, end)."""
    begin, _, length = text.partition(":")
    return float(begin), float(begin) + float(length or 3)


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("script", nargs="?", default=str(EXAMPLE), help="the script to run")
    parser.add_argument("--krait", default=str(ROOT / "build/host/krait"), help="the interpreter")
    parser.add_argument("--folder", default=str(ROOT / "build/run"), help="for logs and keys")
    parser.add_argument("--wav", help="another recording (mono, 16 bits, 16 kHz)")
    parser.add_argument("--topic", default="#", help="what to subscribe to")
    parser.add_argument("--seconds", type=float, help="end after so many seconds of the board")
    parser.add_argument("--time", choices=["virtual"], help="the board's clock")
    parser.add_argument("--plain", action="store_true", help="one line a second, no picture")
    parser.add_argument("--picture", metavar="FILE.svg", help="write the last picture there")
    parser.add_argument("--check", action="store_true", help="compare each level with a reference")
    parser.add_argument("--broker-restart", metavar="T[:LENGTH]", type=from_and_length,
                        help="kill the broker at second T, start it again LENGTH (3) later")
    parser.add_argument("--wifi-loss", metavar="T:LENGTH", help="take Wi-Fi away")
    parser.add_argument("--hang", metavar="T", type=float, help="let the script hang at second T")
    parser.add_argument("--krait-option", action="append", default=[], metavar="WORD",
                        help="a further option for krait (may be repeated)")
    options = parser.parse_args()
    for path in (options.script, options.krait, *filter(None, [options.wav])):
        if not pathlib.Path(path).is_file():
            parser.exit(2, f"error: no such file: {path}\n")
    options.krait = shutil.which(options.krait) or options.krait
    if not sys.stdout.isatty() and not options.seconds:
        options.seconds = 20.0
    return options


def main():
    options = parse_options()
    screen = view.Plain() if options.plain or not sys.stdout.isatty() else view.Terminal()
    run = Run(options)
    try:
        run.start()
        watch(run, screen)
    except KeyboardInterrupt:
        screen.say("\nstopped")
    finally:
        run.stop()
    return report(run, screen)


if __name__ == "__main__":
    sys.exit(main())
