/* Counting words in a hash table of linear probing. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { SLOTS = 512 };

int main(void) {
    static char text[8192];
    uint64_t seed = 42;
    size_t size = 0;
    for (int i = 0; i < 1000; ++i) {
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF;
        size += (size_t)sprintf(text + size, "%sw%d", i ? " " : "", (int)(seed >> 16 & 127));
    }
    int best = 0, different = 0;
    for (int round = 0; round < 1500; ++round) {
        static struct { char word[8]; int count; } table[SLOTS];
        memset(table, 0, sizeof table);
        different = 0;
        for (const char* at = text; *at;) {
            const char* end = strchrnul(at, ' ');
            const size_t length = (size_t)(end - at);
            char word[8] = "";
            memcpy(word, at, length);
            uint32_t hash = 2166136261u;
            for (size_t i = 0; i < length; ++i) hash = (hash ^ (uint8_t)word[i]) * 16777619u;
            uint32_t slot = hash % SLOTS;
            while (table[slot].count && memcmp(table[slot].word, word, 8)) slot = (slot + 1) % SLOTS;
            memcpy(table[slot].word, word, 8);
            different += table[slot].count++ == 0;
            at = *end ? end + 1 : end;
        }
        for (int i = 0; i < SLOTS; ++i)
            if (table[i].count > best) best = table[i].count;
    }
    printf("%d %d\n", best, different);
}
