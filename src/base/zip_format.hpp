// What stands around deflated data (RFC 1950 to 1952), and the numbers both directions share.
#pragma once

#include <array>

#include "base/adler.hpp"
#include "base/crc.hpp"

namespace krait {

enum class ZipFormat : u8 {
    Auto,  // reading: zlib or gzip, by the first byte; writing: as Raw
    Raw,
    Zlib,
    Gzip,
};

constexpr unsigned kMinWindowBits = 5, kMaxWindowBits = 15, kSmallWindowBits = 8;
constexpr usize kMinMatch = 3, kMaxMatch = 258;

// Lengths and distances are a base, by their code, and some more bits.
struct ZipCode {
    u16 base;
    u8 extra_bits;
};
// Of the length codes from 257 on.
inline constexpr std::array<ZipCode, 29> kLengthCodes = [] {
    std::array<ZipCode, 29> codes{};
    u16 base = kMinMatch;
    for (unsigned i = 0; i < 28; ++i) {
        const auto bits = static_cast<u8>(i < 8 ? 0 : i / 4 - 1);
        codes[i] = {base, bits};
        base = static_cast<u16>(base + (1 << bits));
    }
    codes[28] = {kMaxMatch, 0};
    return codes;
}();
inline constexpr std::array<ZipCode, 30> kDistanceCodes = [] {
    std::array<ZipCode, 30> codes{};
    u16 base = 1;
    for (unsigned i = 0; i < 30; ++i) {
        const auto bits = static_cast<u8>(i < 4 ? 0 : i / 2 - 1);
        codes[i] = {base, bits};
        base = static_cast<u16>(base + (1 << bits));
    }
    return codes;
}();
constexpr unsigned kEndOfBlock = 256;

// The checksum of the format, so far: of nothing, and of more data.
constexpr u32 first_checksum(ZipFormat format) { return format == ZipFormat::Zlib ? 1 : 0; }
constexpr u32 checksum(ZipFormat format, Bytes data, u32 so_far) {
    if (format == ZipFormat::Zlib) return adler32(data, so_far);
    return format == ZipFormat::Gzip ? crc32(data, so_far) : 0;
}

}  // namespace krait
