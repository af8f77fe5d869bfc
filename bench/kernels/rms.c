/* The level of 512 samples of 16 bits, unpacked one by one. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>

static __attribute__((noinline)) double compute_rms(const uint8_t* samples, int size) {
    double total = 0;
    for (int i = 0; i < size; i += 2) {
        const double sample = (int16_t)(samples[i] | samples[i + 1] << 8) / 32768.0;
        total += sample * sample;
    }
    return sqrt(total / (size / 2));
}

int main(void) {
    static uint8_t samples[1024];
    for (int i = 0; i < 512; ++i) {
        const int value = (i * 7919) % 24001 - 12000;
        samples[2 * i] = (uint8_t)value;
        samples[2 * i + 1] = (uint8_t)(value >> 8);
    }
    double total = 0;
    for (int round = 0; round < 3000; ++round) {
        __asm__ volatile("" ::: "memory");  /* so that each round is computed */
        total += compute_rms(samples, sizeof samples);
    }
    printf("%.9f\n", total / 3000);
}
