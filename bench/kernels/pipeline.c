/* What the pipeline computes. */
#include <stdint.h>
#include <stdio.h>

int main(void) {
    uint64_t seed = 7, total = 0;
    for (int i = 0; i < 1000000; ++i) {
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF;
        const uint64_t x = seed >> 8;
        if (x & 1) total += x % 1000 * 3;
    }
    printf("%lu\n", (unsigned long)total);
}
