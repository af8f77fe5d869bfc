// Gives a target of the fuzzer pseudo-random inputs, in builds without libFuzzer:
//     KRAIT_FUZZ=tests/fuzz/NAME.py fuzz_random COUNT [SEED]
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include "base/types.hpp"

extern "C" int LLVMFuzzerTestOneInput(const krait::u8* data, size_t size);

int main(int count, char** arguments) {
    if (count < 2) return std::fputs("usage: fuzz_random COUNT [SEED]\n", stderr), 2;
    const long inputs = std::atol(arguments[1]);
    std::mt19937 random(count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 1);
    for (long i = 0; i < inputs; ++i) {
        // One to four changes in most; now and then a lot of them.
        const krait::usize size = random() % 16 ? 1 + 3 * (1 + random() % 4) : random() % 300;
        std::vector<krait::u8> data(size);
        for (krait::u8& byte : data) byte = static_cast<krait::u8>(random());
        LLVMFuzzerTestOneInput(data.data(), data.size());
    }
    std::printf("%ld inputs\n", inputs);
}
