# The kernel of the audio monitor: the level of 16-bit samples, unpacked one by one.
import math
import struct


def compute_rms(samples):
    sum_squares = 0.0
    for i in range(0, len(samples), 2):
        sample = struct.unpack("<h", samples[i:i + 2])[0] / 32768.0
        sum_squares += sample * sample
    return math.sqrt(sum_squares / (len(samples) // 2))


def make_buffer(count):
    buffer = bytearray(count * 2)
    for i in range(count):
        value = int(12000 * math.sin(i * 0.05)) + (i * 7919) % 401
        struct.pack_into("<h", buffer, 2 * i, value)
    return buffer


buffer = make_buffer(512)
total = 0.0
for _ in range(2500):
    total += compute_rms(buffer)
print("%.9f" % (total / 2500))
