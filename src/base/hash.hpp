// Hashing of text and integers to 32 bits, the same at compile time and at run time: names are
// hashed when the firmware is built and found again by scripts.
//
// Bytes are taken four at a time, little endian whatever the machine, in the manner of Austin
// Appleby's MurmurHash3 (one 32-bit multiply chain, which a Cortex-M3 runs in single cycles). It is
// for tables, not against an adversary: a table that must withstand chosen keys passes a seed.
#pragma once

#include <bit>

#include "base/types.hpp"

namespace krait {

// Every bit of the result depends on every bit of x; 0 stays 0. A bijection.
constexpr u32 hash_mix(u32 x) {
    x ^= x >> 16;
    x *= 0x85EBCA6Bu;
    x ^= x >> 13;
    x *= 0xC2B2AE35u;
    return x ^ (x >> 16);
}

// The 64 bits of x folded to 32; numbers that fit in 32 bits hash as the overload above has them.
constexpr u32 hash_mix(u64 x) {
    const u32 high = static_cast<u32>(x >> 32);
    return hash_mix(static_cast<u32>(x) ^ (high * 0x9E3779B1u));
}

// The hash of a sequence is folded from those of its elements, in order.
constexpr u32 hash_combine(u32 so_far, u32 element) {
    return std::rotl(so_far ^ (element * 0xCC9E2D51u), 13) * 5 + 0xE6546B64u;
}

namespace hash_detail {

template <typename Byte>
constexpr u32 read_le(const Byte* at, usize count) {
    u32 word = 0;
    for (usize i = 0; i < count; ++i) word |= u32{static_cast<u8>(at[i])} << (8 * i);
    return word;
}

// Written out, so that compilers see one load of a word in it.
template <typename Byte>
constexpr u32 read_le_word(const Byte* at) {
    return u32{static_cast<u8>(at[0])} | u32{static_cast<u8>(at[1])} << 8 |
           u32{static_cast<u8>(at[2])} << 16 | u32{static_cast<u8>(at[3])} << 24;
}

constexpr u32 scramble(u32 word) { return std::rotl(word * 0xCC9E2D51u, 15) * 0x1B873593u; }

template <typename Byte>
constexpr u32 hash(const Byte* at, usize size, u32 seed) {
    u32 state = seed;
    usize left = size;
    for (; left >= 4; left -= 4, at += 4)
        state = std::rotl(state ^ scramble(read_le_word(at)), 13) * 5 + 0xE6546B64u;
    state ^= scramble(read_le(at, left));
    return hash_mix(state ^ static_cast<u32>(size));
}

}  // namespace hash_detail

// The hash of the bytes; text and the same bytes hash alike.
constexpr u32 hash_bytes(std::string_view text, u32 seed = 0) {
    return hash_detail::hash(text.data(), text.size(), seed);
}
constexpr u32 hash_bytes(Bytes bytes, u32 seed = 0) {
    return hash_detail::hash(bytes.data(), bytes.size(), seed);
}

// The hash of a str: 30 bits, so that it fits into a small int on every target.
constexpr u32 hash_text(std::string_view text) { return hash_bytes(text) & 0x3FFF'FFFFu; }

}  // namespace krait
