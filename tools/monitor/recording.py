"""A recording for the virtual microphone, made of real sounds that Debian packages install.

An alarm clock (package sound-theme-freedesktop) and speech (package alsa-utils), with quiet room
noise between them, become one WAV file: mono, 16 bits, 16 kHz. All sources have 48 kHz.
"""
import array
import math
import pathlib
import subprocess
import sys
import wave

RATE_HZ = 16000
SOURCE_RATE_HZ = 48000
ALARM = pathlib.Path("/usr/share/sounds/freedesktop/stereo/alarm-clock-elapsed.oga")
SPEECH = pathlib.Path("/usr/share/sounds/alsa")
NOISE = SPEECH / "Noise.wav"
PAUSE_S = 0.6
PAUSE_LEVEL = 0.05


def samples_of(path, rate_hz):
    """The samples of a 16-bit WAV file as one channel."""
    with wave.open(str(path)) as file:
        if (file.getsampwidth(), file.getframerate()) != (2, rate_hz):
            raise ValueError(f"{path}: not 16 bits at {rate_hz} Hz")
        samples = array.array("h", file.readframes(file.getnframes()))
        if sys.byteorder == "big":
            samples.byteswap()
        channels = file.getnchannels()
    if channels == 1:
        return samples
    return array.array("h", (sum(samples[i:i + channels]) // channels
                             for i in range(0, len(samples), channels)))


def trimmed(samples):
    """Without the silence at both ends."""
    loud = [i for i, sample in enumerate(samples) if abs(sample) > 64]
    return samples[loud[0]:loud[-1] + 1] if loud else samples


def decimated(samples):
    """48 kHz to 16 kHz: a windowed-sinc low-pass of 31 taps, every third result kept."""
    taps = []
    for n in range(-15, 16):
        sinc = 1 / 3 if n == 0 else math.sin(math.pi * n / 3) / (math.pi * n)
        taps.append(sinc * (0.54 + 0.46 * math.cos(math.pi * n / 16)))
    padded = [0] * 15 + list(samples) + [0] * 15
    result = array.array("h")
    for start in range(0, len(samples), SOURCE_RATE_HZ // RATE_HZ):
        value = sum(map(float.__mul__, taps, map(float, padded[start:start + 31])))
        result.append(max(-32768, min(32767, round(value))))
    return result


def write_wav(path, samples):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        data = array.array("h", samples)
        if sys.byteorder == "big":
            data.byteswap()
        file.writeframes(data.tobytes())


def make_recording(folder):
    """The path of the recording; it is made once."""
    path = folder / "alarm-and-speech.wav"
    if path.exists():
        return path
    speech = sorted(set(SPEECH.glob("*.wav")) - {NOISE})
    if not ALARM.exists() or not speech or not NOISE.exists():
        raise SystemExit(f"error: no recordings: {ALARM} and {SPEECH}/*.wav are installed by "
                         "tools/setup.sh")
    alarm = folder / "alarm.wav"
    subprocess.run(["oggdec", "-Q", "-o", str(alarm), str(ALARM)], check=True)
    noise = samples_of(NOISE, SOURCE_RATE_HZ)[:int(PAUSE_S * SOURCE_RATE_HZ)]
    pause = array.array("h", (round(sample * PAUSE_LEVEL) for sample in noise))
    whole = array.array("h", pause)
    for source in [alarm, *speech]:
        whole.extend(trimmed(samples_of(source, SOURCE_RATE_HZ)))
        whole.extend(pause)
    partial = path.with_suffix(".part")
    write_wav(partial, decimated(whole))
    partial.rename(path)
    return path
