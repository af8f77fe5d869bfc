/* Calls of a plain function. */
#include <stdio.h>

static __attribute__((noinline)) long fib(long n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

int main(void) {
    volatile long n = 22;
    long total = 0;
    for (int i = 0; i < 200; ++i) total += fib(n);
    printf("%ld\n", total);
}
