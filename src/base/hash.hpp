// Hashing of text, the same at compile time and at run time: names are hashed by the compiler.
#pragma once

#include "base/types.hpp"

namespace krait {

// FNV-1a with a final mix; 30 bits, so that a hash fits into a small int on every target.
constexpr u32 hash_text(std::string_view text) {
    u32 h = 2166136261u;
    for (char c : text) h = (h ^ static_cast<u8>(c)) * 16777619u;
    h ^= h >> 15;
    h *= 0x2c1b3c6du;
    h ^= h >> 13;
    return h & 0x3fff'ffff;
}

}  // namespace krait
