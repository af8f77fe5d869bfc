/* Filtering bytes: a moving average and a threshold, in place. */
#include <stdint.h>
#include <stdio.h>

static void smooth(uint8_t* data, int size) {
    int a = data[0], b = data[1];
    for (int i = 2; i < size; ++i) {
        const int c = data[i];
        data[i - 1] = (uint8_t)((a + b + b + c) >> 2);
        a = b;
        b = c;
    }
}

static int clip(uint8_t* data, int size, int low, int high) {
    int changed = 0;
    for (int i = 0; i < size; ++i) {
        const int value = data[i];
        if (value < low || value > high) ++changed;
        if (value < low) data[i] = (uint8_t)low;
        if (value > high) data[i] = (uint8_t)high;
    }
    return changed;
}

int main(void) {
    static uint8_t data[2048];
    int total = 0;
    for (int r = 0; r < 1000; ++r) {
        for (int i = 0; i < 2048; ++i) data[i] = (uint8_t)(i * 31 + r);
        smooth(data, 2048);
        total += clip(data, 2048, 40, 200) + data[100 + r];
    }
    printf("%d\n", total);
}
