// The bits of Value: both layouts, on the host. The 32-bit one with every float there is.
#include "core/value.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <thread>
#include <vector>

namespace krait {
namespace {

// What a range of floats showed; all counts but `inline_floats` should stay zero.
struct Tally {
    u64 inline_floats = 0, altered = 0, not_a_float = 0, taken_for_int = 0, taken_for_pointer = 0;
    u64 misjudged = 0, word_mismatch = 0;
};

// Inline are the two zeros and the magnitudes of 2^-31 (its exponent byte is 96) up to 2^33.
bool should_be_inline(u32 bits) {
    const u32 exponent = bits >> 23 & 0xff;
    return (bits << 1) == 0 || (exponent >= 96 && exponent < 160);
}

Tally check_floats(u64 from, u64 to) {
    Tally tally;
    for (u64 i = from; i < to; ++i) {
        const u32 bits = static_cast<u32>(i);
        const float f = std::bit_cast<float>(bits);
        const u32 word = Layout32::encode(f);
        const bool fits = Layout32::float_fits(f);
        tally.misjudged += fits != should_be_inline(bits);
        // Decoding undoes encoding for all floats, inline or not: so no two share a word.
        tally.altered += std::bit_cast<u32>(Layout32::to_float(word)) != bits;
        if (!fits) continue;
        ++tally.inline_floats;
        tally.word_mismatch += Layout32::from_float(f) != word || word == 0;
        tally.not_a_float += !Layout32::is_float(word);
        tally.taken_for_int += Layout32::is_int(word);
        tally.taken_for_pointer += Layout32::is_object(word);
    }
    return tally;
}

TEST(Layout32, EveryFloatIsInlineOrNotAndRoundTrips) {
    const unsigned parts = std::max(1u, std::thread::hardware_concurrency());
    std::vector<Tally> tallies(parts);
    std::vector<std::thread> threads;
    const u64 all = u64{1} << 32;
    for (unsigned i = 0; i < parts; ++i)
        threads.emplace_back([&tallies, i, parts] {
            tallies[i] = check_floats(all * i / parts, all * (i + 1) / parts);
        });
    for (auto& thread : threads) thread.join();
    Tally sum;
    for (const Tally& t : tallies) {
        sum.inline_floats += t.inline_floats;
        sum.altered += t.altered;
        sum.not_a_float += t.not_a_float;
        sum.taken_for_int += t.taken_for_int;
        sum.taken_for_pointer += t.taken_for_pointer;
        sum.misjudged += t.misjudged;
        sum.word_mismatch += t.word_mismatch;
    }
    EXPECT_EQ(sum.inline_floats, 1'073'741'826u);  // a quarter of all, and both zeros
    EXPECT_EQ(sum.altered, 0u);
    EXPECT_EQ(sum.not_a_float, 0u);
    EXPECT_EQ(sum.taken_for_int, 0u);
    EXPECT_EQ(sum.taken_for_pointer, 0u);
    EXPECT_EQ(sum.misjudged, 0u);
    EXPECT_EQ(sum.word_mismatch, 0u);
}

TEST(Layout32, EveryWordIsOneKind) {
    u64 ints = 0, floats = 0, pointers = 0, wrong = 0;
    // The kind depends on the low two bits and on being a zero's word: a stride that visits all
    // residues, and everything near the zeros.
    const auto look = [&](u32 word) {
        const int kinds =
            Layout32::is_int(word) + Layout32::is_float(word) + Layout32::is_object(word);
        const bool is_none = word == 0 || word == 4;  // empty, and where nothing lies
        wrong += kinds != !is_none;
        ints += Layout32::is_int(word);
        floats += Layout32::is_float(word);
        pointers += Layout32::is_object(word);
        if (Layout32::is_float(word)) wrong += !Layout32::float_fits(Layout32::to_float(word));
    };
    for (u64 word = 0; word < u64{1} << 32; word += 4099) look(static_cast<u32>(word));
    for (u32 word = 0x7fff'0000; word < 0x8001'0000; ++word) look(word);
    for (u32 word = 0; word < 16; ++word) look(word);
    EXPECT_EQ(wrong, 0u);
    EXPECT_GT(ints, floats);
    EXPECT_GT(floats, 0u);
    EXPECT_GT(pointers, 0u);
    EXPECT_TRUE(Layout32::is_float(Layout32::from_float(0.0f)));
    EXPECT_EQ(Layout32::from_float(0.0f), Layout32::kZero);
    EXPECT_EQ(Layout32::from_float(-0.0f), Layout32::kNegativeZero);
    EXPECT_TRUE(std::signbit(Layout32::to_float(Layout32::kNegativeZero)));
}

TEST(Layout32, IntsOf31BitsRoundTrip) {
    const auto check = [](i32 i) {
        const u32 word = Layout32::from_int(i);
        return Layout32::is_int(word) && !Layout32::is_float(word) && !Layout32::is_object(word) &&
               Layout32::to_int(word) == i;
    };
    u64 wrong = 0;
    for (i64 i = -(i64{1} << 30); i < i64{1} << 30; i += 37) wrong += !check(static_cast<i32>(i));
    EXPECT_EQ(wrong, 0u);
    for (i32 i : {-(1 << 30), (1 << 30) - 1, -1, 0, 1}) EXPECT_TRUE(check(i));
    EXPECT_TRUE(Layout32::both_ints(Layout32::from_int(-3), Layout32::from_int(5)));
    EXPECT_FALSE(Layout32::both_ints(Layout32::from_int(-3), Layout32::from_float(5)));
    EXPECT_FALSE(Layout32::both_ints(Layout32::from_float(1.5f), Layout32::from_float(5)));
}

// True if the double survives bit for bit (a NaN as the canonical one) and is nothing but a float.
bool double_is_right(u64 bits) {
    const double d = std::bit_cast<double>(bits);
    const u64 word = Layout64::from_float(d);
    if (!Layout64::is_float(word) || Layout64::is_int(word) || Layout64::is_object(word))
        return false;
    const u64 back = std::bit_cast<u64>(Layout64::to_float(word));
    return d != d ? back == 0x7ff8'0000'0000'0000 : back == bits;
}

bool int_is_right(i64 i) {
    const u64 word = Layout64::from_int(i);
    return Layout64::is_int(word) && !Layout64::is_float(word) && !Layout64::is_object(word) &&
           Layout64::to_int(word) == i;
}

TEST(Layout64, DoublesRoundTrip) {
    std::mt19937_64 random(20240601);
    u64 wrong = 0;
    for (int i = 0; i < 100'000'000; ++i) wrong += !double_is_right(random());
    EXPECT_EQ(wrong, 0u);
    const double edges[] = {0.0,
                            -0.0,
                            1.0,
                            -1.0,
                            std::numeric_limits<double>::infinity(),
                            -std::numeric_limits<double>::infinity(),
                            std::numeric_limits<double>::max(),
                            std::numeric_limits<double>::lowest(),
                            std::numeric_limits<double>::min(),
                            std::numeric_limits<double>::denorm_min(),
                            -std::numeric_limits<double>::denorm_min(),
                            std::numeric_limits<double>::quiet_NaN()};
    for (const double edge : edges)
        for (i64 near = -1000; near <= 1000; ++near)
            EXPECT_TRUE(double_is_right(std::bit_cast<u64>(edge) + static_cast<u64>(near)));
    for (u64 sign : {u64{0}, u64{1} << 63})  // NaNs of all kinds
        for (u64 payload = 1; payload < u64{1} << 52; payload = payload * 3 + 1)
            EXPECT_TRUE(double_is_right(sign | u64{0x7ff} << 52 | payload));
}

TEST(Layout64, IntsOf48BitsRoundTrip) {
    std::mt19937_64 random(7);
    u64 wrong = 0;
    for (int i = 0; i < 20'000'000; ++i)
        wrong += !int_is_right(static_cast<i64>(random()) >> (16 + random() % 48));
    EXPECT_EQ(wrong, 0u);
    for (i64 i : {-(i64{1} << 47), (i64{1} << 47) - 1, i64{-1}, i64{0}, i64{1}})
        EXPECT_TRUE(int_is_right(i));
    const u64 three = Layout64::from_int(-3), half = Layout64::from_float(0.5);
    const u64 nan = Layout64::from_float(std::numeric_limits<double>::quiet_NaN());
    EXPECT_TRUE(Layout64::both_ints(three, three));
    EXPECT_FALSE(Layout64::both_ints(three, half));
    EXPECT_FALSE(Layout64::both_ints(half, half));
    EXPECT_FALSE(Layout64::both_ints(Layout64::from_float(-1e308), nan));
}

TEST(Value, IsOneKindAndSaysWhich) {
    alignas(16) static constexpr char place[16] = {};
    const Value empty, i = Value::from_int(-42);
    const Value f = Value::from_inline_float(2.5);
    const Value p(reinterpret_cast<const Object*>(place));
    EXPECT_TRUE(empty.is_empty() && !empty.is_object() && !empty.is_int() && !empty);
    EXPECT_TRUE(i.is_int() && !i.is_object() && !i.is_inline_float() && i);
    EXPECT_TRUE(f.is_inline_float() && !f.is_object() && !f.is_int());
    EXPECT_TRUE(p.is_object() && !p.is_int() && !p.is_inline_float());
    EXPECT_EQ(i.as_int(), -42);
    EXPECT_EQ(f.as_inline_float(), 2.5);
    EXPECT_EQ(static_cast<const void*>(p.object()), place);
    EXPECT_TRUE(Value::fits_int((i64{1} << 47) - 1) && !Value::fits_int(i64{1} << 47));
    EXPECT_TRUE(Value::fits_int(-(i64{1} << 47)) && !Value::fits_int(-(i64{1} << 47) - 1));
}

}  // namespace
}  // namespace krait
