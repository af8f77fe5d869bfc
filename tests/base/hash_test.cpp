#include "base/hash.hpp"

#include <gtest/gtest.h>

#include <string>
#include <unordered_set>
#include <vector>

#include "base/crc.hpp"

namespace krait {
namespace {

constexpr std::string_view kTexts[] = {
    "",      "a",        "ab",           "abc",     "abcd",
    "abcde", "__init__", "\xC3\xA4\xFF", "asyncio", "a longer text!!"};

template <usize N>
struct Hashes {
    u32 at[N];
};
constexpr auto kAtCompileTime = [] {
    Hashes<std::size(kTexts)> hashes{};
    for (usize i = 0; i < std::size(kTexts); ++i) hashes.at[i] = hash_bytes(kTexts[i]);
    return hashes;
}();

Bytes bytes_of(std::string_view text) {
    return {reinterpret_cast<const u8*>(text.data()), text.size()};
}

TEST(Hash, IsTheSameAtCompileTimeAndAtRunTime) {
    for (usize i = 0; i < std::size(kTexts); ++i) {
        const std::string copy(kTexts[i]);
        EXPECT_EQ(hash_bytes(copy), kAtCompileTime.at[i]);
        EXPECT_EQ(hash_bytes(bytes_of(copy)), kAtCompileTime.at[i]);
    }
}

TEST(Hash, SpreadsNamesEvenly) {
    std::vector<int> buckets(4096);
    std::unordered_set<u32> seen;
    const int kNames = 40960;
    for (int i = 0; i < kNames; ++i) {
        const u32 hash = hash_bytes("name_" + std::to_string(i));
        seen.insert(hash);
        ++buckets[hash & 4095];
    }
    EXPECT_GE(seen.size(), usize(kNames - 3));
    double chi = 0;
    for (int count : buckets) chi += (count - 10.0) * (count - 10.0) / 10.0;
    EXPECT_NEAR(chi, 4095, 6 * 90.5);  // standard deviation sqrt(2 * 4095)
}

TEST(Hash, LengthSeedAndZeroBytesMatter) {
    EXPECT_NE(hash_bytes(std::string_view("\0", 1)), hash_bytes(std::string_view("\0\0", 2)));
    EXPECT_NE(hash_bytes("x", 1), hash_bytes("x", 2));
    EXPECT_EQ(hash_mix(u64{77}), hash_mix(u32{77}));
    EXPECT_NE(hash_combine(hash_combine(0, 1), 2), hash_combine(hash_combine(0, 2), 1));
}

TEST(Crc, MatchesThePublishedCheckValues) {
    static_assert(crc32({}) == 0);
    const Bytes digits = bytes_of("123456789");
    EXPECT_EQ(crc32(digits), 0xCBF43926u);
    EXPECT_EQ(crc32(digits.subspan(4), crc32(digits.first(4))), 0xCBF43926u);
    EXPECT_EQ(crc16_ccitt(digits, 0), 0x31C3);
    EXPECT_EQ(crc16_ccitt(digits, 0xFFFF), 0x29B1);
}

}  // namespace
}  // namespace krait
