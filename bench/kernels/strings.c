/* Building strings. */
#include <stdio.h>
#include <string.h>

int main(void) {
    long total = 0;
    for (int r = 0; r < 3000; ++r) {
        char text[201] = "", joined[8192];
        for (int i = 0; i < 200; ++i) {
            const char c[2] = {(char)(97 + (i * 7 + r) % 26), 0};
            memcpy(text + i, c, 2);
        }
        size_t size = 0;
        for (int i = 0; i < 100; ++i)
            size += (size_t)sprintf(joined + size, "%s%d:%.8s;", i ? "," : "", i, text + i);
        long count = 0;
        for (size_t i = 0; i < size; ++i) count += joined[i] == 'a';
        total += (long)size + count + 2 * count;
    }
    printf("%ld\n", total);
}
