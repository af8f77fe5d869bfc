# A radix-2 FFT on two lists of floats.
import math


def bit_reverse(re, im):
    n = len(re)
    j = 0
    for i in range(1, n):
        bit = n >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j |= bit
        if i < j:
            re[i], re[j] = re[j], re[i]
            im[i], im[j] = im[j], im[i]


def fft(re, im, cosines, sines):
    n = len(re)
    bit_reverse(re, im)
    half = 1
    while half < n:
        stride = n // (2 * half)
        for start in range(0, n, 2 * half):
            k = 0
            for i in range(start, start + half):
                j = i + half
                wr = cosines[k]
                wi = sines[k]
                tr = wr * re[j] - wi * im[j]
                ti = wr * im[j] + wi * re[j]
                re[j] = re[i] - tr
                im[j] = im[i] - ti
                re[i] += tr
                im[i] += ti
                k += stride
        half *= 2


N = 1024
cosines = [math.cos(-2 * math.pi * k / N) for k in range(N // 2)]
sines = [math.sin(-2 * math.pi * k / N) for k in range(N // 2)]
peak = 0
total = 0.0
for turn in range(220):
    tone = 40 + turn % 200
    re = [math.sin(2 * math.pi * tone * i / N) for i in range(N)]
    im = [0.0] * N
    fft(re, im, cosines, sines)
    power = [re[i] * re[i] + im[i] * im[i] for i in range(N // 2)]
    peak += power.index(max(power))
    total += sum(power)
print(peak, "%.3f" % total)
