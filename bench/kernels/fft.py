# An FFT of 1024 points in plain code, on two lists of floats.
import math

SIZE = 1024


def fft(re, im, cosines, sines):
    n = len(re)
    j = 0
    for i in range(1, n):
        bit = n >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j ^= bit
        if i < j:
            re[i], re[j] = re[j], re[i]
            im[i], im[j] = im[j], im[i]
    size = 2
    while size <= n:
        half = size >> 1
        step = n // size
        for start in range(0, n, size):
            k = 0
            for a in range(start, start + half):
                b = a + half
                c = cosines[k]
                s = sines[k]
                x = re[b] * c - im[b] * s
                y = re[b] * s + im[b] * c
                re[b] = re[a] - x
                im[b] = im[a] - y
                re[a] += x
                im[a] += y
                k += step
        size <<= 1


def run(rounds):
    cosines = [math.cos(2 * math.pi * k / SIZE) for k in range(SIZE // 2)]
    sines = [-math.sin(2 * math.pi * k / SIZE) for k in range(SIZE // 2)]
    total = 0.0
    for r in range(rounds):
        re = [((i * 37 + r) % 101) / 101.0 for i in range(SIZE)]
        im = [0.0] * SIZE
        fft(re, im, cosines, sines)
        total += re[1 + r % 500] * re[1 + r % 500] + im[7] * im[7]
    return total


print("%.6f" % run(300))
