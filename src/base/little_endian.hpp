// Numbers as bytes, the lowest first.
#pragma once

#include "base/types.hpp"

namespace krait {

// Requires: at most 8 bytes.
constexpr u64 get_little_endian(Bytes from) {
    u64 number = 0;
    for (usize i = 0; i < from.size(); ++i) number |= u64{from[i]} << (8 * i);
    return number;
}

// As many low bytes of the number as there is room for; at most 8.
constexpr void put_little_endian(MutableBytes to, u64 number) {
    for (usize i = 0; i < to.size(); ++i) to[i] = static_cast<u8>(number >> (8 * i));
}

}  // namespace krait
