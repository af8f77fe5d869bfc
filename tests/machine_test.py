#!/usr/bin/env python3
"""Tests of the virtual board as scripts meet it, for what needs a file beside the script: audio
that arrives sample for sample, traces that repeat, figures that are written.

    tests/machine_test.py KRAIT [unittest options]
"""
import array
import json
import math
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest
import wave

krait = ""
RATE = 16000

READ = """
import machine, math, struct
i2s = machine.I2S(0, sck=machine.Pin(5), ws=machine.Pin(6), sd=machine.Pin(7),
                  mode=machine.I2S.RX, bits=BITS, format=machine.I2S.FORMAT, rate=16000,
                  ibuf=16384)
buf = bytearray(1024)
for _ in range(40):
    i2s.readinto(buf)
    print(buf.hex())
"""
LEVELS = """
import machine, math, struct
i2s = machine.I2S(0, sck=machine.Pin(5), ws=machine.Pin(6), sd=machine.Pin(7),
                  mode=machine.I2S.RX, bits=16, format=machine.I2S.MONO, rate=16000, ibuf=4096)
buf = bytearray(1024)
for _ in range(60):
    i2s.readinto(buf)
    sum_squares = 0.0
    for i in range(0, len(buf), 2):
        sample = struct.unpack("<h", buf[i:i + 2])[0] / 32768.0
        sum_squares += sample * sample
    print(repr(math.sqrt(sum_squares / 512)))
"""
BUSY = """
import asyncio, machine, network, time
led = machine.Pin(2, machine.Pin.OUT)
button = machine.Pin(0, machine.Pin.IN, machine.Pin.PULL_UP)
button.irq(lambda pin: led.toggle())
machine.Timer(-1, period=7, callback=lambda t: led.toggle())
i2s = machine.I2S(0, sck=machine.Pin(5), ws=machine.Pin(6), sd=machine.Pin(7),
                  mode=machine.I2S.RX, bits=16, format=machine.I2S.MONO, rate=16000, ibuf=1024)
wlan = network.WLAN(network.STA_IF)
wlan.active(True)
wlan.connect("a", "b")
async def listen():
    reader = asyncio.StreamReader(i2s)
    buf = bytearray(512)
    while True:
        await reader.readinto(buf)
        await asyncio.sleep_ms(buf[0] % 50)
async def main():
    asyncio.create_task(listen())
    wdt = machine.WDT(timeout=700)
    for i in range(12):
        wdt.feed()
        await asyncio.sleep_ms(100 * i)
asyncio.run(main())
"""


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="krait-machine-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_script(self, text, *options):
        script = self.folder / "script.py"
        script.write_text(text)
        command = [krait, "--board", "esp32s3", "--time", "virtual", *map(str, options), script]
        return subprocess.run(command, capture_output=True, text=True, timeout=60)

    def recording(self, frames, channels=1):
        path = self.folder / "recording.wav"
        with wave.open(str(path), "wb") as out:
            out.setnchannels(channels)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(array.array("h", frames).tobytes())
        return path


def noise(count):
    source = random.Random(7)
    return [source.randint(-32768, 32767) for _ in range(count)]


class Audio(Case):
    def test_levels_equal_the_recordings(self):
        samples = noise(60 * 512)
        run = self.run_script(LEVELS, "--mic", self.recording(samples))
        expected = [repr(math.sqrt(sum((s / 32768.0) ** 2 for s in samples[i:i + 512]) / 512))
                    for i in range(0, len(samples), 512)]
        self.assertEqual(run.stdout.split(), expected, run.stderr)

    def read_back(self, bits, channels):
        samples = noise(20480 * channels)
        text = READ.replace("BITS", str(bits))
        text = text.replace("FORMAT", "STEREO" if channels == 2 else "MONO")
        run = self.run_script(text, "--mic", self.recording(samples, channels))
        got = array.array("h" if bits == 16 else "i", bytes.fromhex(run.stdout.replace("\n", "")))
        scale = 0 if bits == 16 else 16
        self.assertEqual(list(got), [s << scale for s in samples[:len(got)]], run.stderr)

    def test_16_bits_mono(self):
        self.read_back(16, 1)

    def test_16_bits_stereo(self):
        self.read_back(16, 2)

    def test_32_bits_mono(self):
        self.read_back(32, 1)

    def test_32_bits_stereo(self):
        self.read_back(32, 2)

    def test_what_is_played_is_recorded(self):
        speaker = self.folder / "played.wav"
        run = self.run_script("""
import machine, struct
i2s = machine.I2S(0, sck=machine.Pin(5), ws=machine.Pin(6), sd=machine.Pin(7),
                  mode=machine.I2S.TX, bits=16, format=machine.I2S.MONO, rate=16000, ibuf=8192)
for start in range(1, 16001, 800):
    i2s.write(struct.pack("<800h", *range(start, start + 800)))
""", "--speaker", speaker, "--for", 2)
        with wave.open(str(speaker)) as played:
            self.assertEqual(played.getframerate(), RATE)
            samples = array.array("h", played.readframes(played.getnframes()))
        left = samples[::2] if played.getnchannels() == 2 else samples
        heard = [s for s in left if s != 0]
        self.assertEqual(heard, list(range(1, 16001)), run.stderr)


HEAP_FIGURES = r'"heap_\w+": \d+, '


class Repeating(Case):
    def trace(self, name, *options):
        path = self.folder / name
        run = self.run_script(BUSY, "--mic", "noise", "--button", "0@0.3:0.2", "--trace", path,
                              "--stats", self.folder / (name + ".stats"), "--for", 10, *options)
        return path.read_bytes(), (self.folder / (name + ".stats")).read_text(), run

    def test_two_runs_have_the_same_trace(self):
        trace, stats, run = self.trace("one")
        again, stats_again, _ = self.trace("two")
        self.assertGreater(trace.count(b"\n"), 300, run.stderr)
        self.assertIn(b"cause 3", trace)
        self.assertEqual(trace, again)
        # The heap's figures depend on where the collector finds what looks like a pointer.
        self.assertEqual(re.sub(HEAP_FIGURES, "", stats), re.sub(HEAP_FIGURES, "", stats_again))

    def test_another_seed_is_another_run(self):
        self.assertNotEqual(self.trace("one")[0], self.trace("two", "--seed", 2)[0])


class Figures(Case):
    def test_statistics(self):
        stats = self.folder / "stats"
        self.run_script("""
import machine, time
i2s = machine.I2S(0, sck=machine.Pin(5), ws=machine.Pin(6), sd=machine.Pin(7),
                  mode=machine.I2S.RX, bits=16, format=machine.I2S.MONO, rate=16000, ibuf=1024)
time.sleep_ms(3100)
print(i2s.overruns)
""", "--stats", stats)
        lines = [json.loads(line) for line in stats.read_text().splitlines()]
        self.assertEqual([line["t"] for line in lines[:3]], [1.0, 2.0, 3.0])
        self.assertGreater(lines[1]["overruns"], lines[0]["overruns"])
        self.assertTrue(all(0 < line["heap_live"] <= 1 << 20 for line in lines if "heap_live" in line))


if __name__ == "__main__":
    krait = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
