# The level of 512 samples of 16 bits, unpacked one by one.
import math
import struct


def compute_rms(samples):
    total = 0.0
    for i in range(0, len(samples), 2):
        sample = struct.unpack("<h", samples[i:i + 2])[0] / 32768.0
        total += sample * sample
    return math.sqrt(total / (len(samples) // 2))


def run(rounds):
    samples = bytearray(1024)
    for i in range(512):
        struct.pack_into("<h", samples, 2 * i, (i * 7919) % 24001 - 12000)
    total = 0.0
    for _ in range(rounds):
        total += compute_rms(samples)
    return total / rounds


print("%.9f" % run(3000))
