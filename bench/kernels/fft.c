/* An FFT of 1024 points, on two arrays. */
#include <math.h>
#include <stdio.h>

enum { SIZE = 1024 };

static void swap(double* a, double* b) {
    const double t = *a;
    *a = *b;
    *b = t;
}

static void fft(double* re, double* im, const double* cosines, const double* sines, int n) {
    for (int i = 1, j = 0; i < n; ++i) {
        int bit = n >> 1;
        for (; j & bit; bit >>= 1) j ^= bit;
        j ^= bit;
        if (i < j) {
            swap(&re[i], &re[j]);
            swap(&im[i], &im[j]);
        }
    }
    for (int size = 2; size <= n; size <<= 1) {
        const int half = size >> 1, step = n / size;
        for (int start = 0; start < n; start += size) {
            for (int a = start, k = 0; a < start + half; ++a, k += step) {
                const int b = a + half;
                const double x = re[b] * cosines[k] - im[b] * sines[k];
                const double y = re[b] * sines[k] + im[b] * cosines[k];
                re[b] = re[a] - x;
                im[b] = im[a] - y;
                re[a] += x;
                im[a] += y;
            }
        }
    }
}

int main(void) {
    static double cosines[SIZE / 2], sines[SIZE / 2], re[SIZE], im[SIZE];
    const double pi = acos(-1);
    for (int k = 0; k < SIZE / 2; ++k) {
        cosines[k] = cos(2 * pi * k / SIZE);
        sines[k] = -sin(2 * pi * k / SIZE);
    }
    double total = 0;
    for (int r = 0; r < 300; ++r) {
        for (int i = 0; i < SIZE; ++i) {
            re[i] = ((i * 37 + r) % 101) / 101.0;
            im[i] = 0;
        }
        fft(re, im, cosines, sines, SIZE);
        total += re[1 + r % 500] * re[1 + r % 500] + im[7] * im[7];
    }
    printf("%.6f\n", total);
}
