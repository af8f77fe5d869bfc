// Adler-32, the checksum of zlib streams.
#pragma once

#include <algorithm>

#include "base/types.hpp"

namespace krait {

// Pass the result so far to go on with more data.
constexpr u32 adler32(Bytes data, u32 so_far = 1) {
    constexpr u32 kModulus = 65521;
    constexpr usize kMost = 5552;  // so many bytes cannot make the sums overflow
    u32 low = so_far & 0xffff, high = so_far >> 16;
    while (!data.empty()) {
        const Bytes part = data.first(std::min(data.size(), kMost));
        for (u8 byte : part) {
            low += byte;
            high += low;
        }
        low %= kModulus;
        high %= kModulus;
        data = data.subspan(part.size());
    }
    return high << 16 | low;
}

}  // namespace krait
