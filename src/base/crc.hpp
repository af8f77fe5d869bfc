// Cyclic redundancy checks: the CRC-32 of zip and Ethernet, and CRC-16-CCITT as binascii.crc_hqx.
// A nibble at a time: 64 and 32 bytes of table instead of a kilobyte.
#pragma once

#include <array>

#include "base/types.hpp"

namespace krait {

namespace crc_detail {

// Reflected: the lowest bit leaves first.
constexpr std::array<u32, 16> kCrc32 = [] {
    std::array<u32, 16> table{};
    for (u32 nibble = 0; nibble < 16; ++nibble) {
        u32 crc = nibble;
        for (int bit = 0; bit < 4; ++bit) crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0);
        table[nibble] = crc;
    }
    return table;
}();

// The highest bit leaves first.
constexpr std::array<u16, 16> kCrc16 = [] {
    std::array<u16, 16> table{};
    for (u32 nibble = 0; nibble < 16; ++nibble) {
        u32 crc = nibble << 12;
        for (int bit = 0; bit < 4; ++bit) crc = (crc << 1) ^ (crc & 0x8000u ? 0x1021u : 0);
        table[nibble] = static_cast<u16>(crc);
    }
    return table;
}();

}  // namespace crc_detail

// zlib's and binascii's crc32: pass the result so far to go on with more data.
constexpr u32 crc32(Bytes data, u32 so_far = 0) {
    u32 crc = ~so_far;
    for (u8 byte : data) {
        crc ^= byte;
        crc = (crc >> 4) ^ crc_detail::kCrc32[crc & 15];
        crc = (crc >> 4) ^ crc_detail::kCrc32[crc & 15];
    }
    return ~crc;
}

// binascii.crc_hqx: polynomial 0x1021, no final inversion; the usual starts are 0 and 0xFFFF.
constexpr u16 crc16_ccitt(Bytes data, u16 so_far) {
    u32 crc = so_far;
    for (u8 byte : data) {
        crc ^= u32{byte} << 8;
        crc = ((crc << 4) ^ crc_detail::kCrc16[(crc >> 12) & 15]) & 0xFFFFu;
        crc = ((crc << 4) ^ crc_detail::kCrc16[(crc >> 12) & 15]) & 0xFFFFu;
    }
    return static_cast<u16>(crc);
}

}  // namespace krait
