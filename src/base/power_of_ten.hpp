// Powers of ten as binary fractions, for the conversions between floats and decimal text.
//
// Only every 27th power (13th for float) is stored, to 192 bits (96); one between is that times a
// power of five. The stored ones are made by the compiler with the same arithmetic, in 256 bits.
// All of it rounds down, and what comes out is right to the last of the 128 bits (64) asked for:
// the error is below 2^-180 (2^-88) of the value, and no power in range comes that close to a
// change of its leading bits without being exact. A test computes every one in full to make sure.
#pragma once

#include <array>

#include "base/float_bits.hpp"
#include "base/types.hpp"

namespace krait::power_of_ten {

// fraction * 2^exponent, with the fraction's limbs from the lowest, the highest bit set.
template <usize N>
struct Scaled {
    std::array<u32, N> limbs;
    i32 exponent;

    constexpr void multiply(u32 factor) {
        u64 carry = 0;
        for (u32& limb : limbs) {
            carry += u64{limb} * factor;
            limb = static_cast<u32>(carry);
            carry >>= 32;
        }
        const int width = std::bit_width(static_cast<u32>(carry));
        for (usize i = 0; i < N; ++i) {
            const u64 above = i + 1 < N ? limbs[i + 1] : carry;
            limbs[i] = static_cast<u32>((above << 32 | limbs[i]) >> width);
        }
        exponent += width;
    }

    constexpr void divide(u32 divisor) {
        std::array<u32, N + 1> quotient{};
        u64 rest = 0;
        for (usize i = N + 1; i-- > 0;) {
            rest = rest << 32 | (i > 0 ? limbs[i - 1] : 0);
            quotient[i] = static_cast<u32>(rest / divisor);
            rest %= divisor;
        }
        const int zeros = std::countl_zero(quotient[N]);
        for (usize i = 0; i < N; ++i)
            limbs[i] = static_cast<u32>((u64{quotient[i + 1]} << 32 | quotient[i]) >> (32 - zeros));
        exponent -= zeros;
    }
};

template <typename Float>
struct Range {
    static constexpr bool kIsDouble = FloatLayout<Float>::kIsDouble;
    static constexpr i32 kStep = kIsDouble ? 27 : 13;
    static constexpr i32 kLowest = kIsDouble ? -13 : -5;  // times kStep: -351 and -65
    static constexpr usize kCount = kIsDouble ? 26 : 10;  // up to 10^350 and 10^64
    static constexpr usize kLimbs = kIsDouble ? 6 : 3;
    static constexpr i32 kLeast = kLowest * kStep;
    static constexpr i32 kMost = kLeast + static_cast<i32>(kCount) * kStep - 1;
};

constexpr i32 kFivesInLimb = 13;  // 5^13 < 2^31

constexpr u32 power_of_five(i32 n) {
    u32 power = 1;
    for (; n > 0; --n) power *= 5;
    return power;
}

// Multiplies (or divides) by 5^n, a limb's worth at a time.
template <usize N>
constexpr void scale_by_five(Scaled<N>& number, i32 n, bool up) {
    while (n > 0) {
        const i32 part = n < kFivesInLimb ? n : kFivesInLimb;
        if (up)
            number.multiply(power_of_five(part));
        else
            number.divide(power_of_five(part));
        n -= part;
    }
}

template <typename Float>
consteval auto make_table() {
    using R = Range<Float>;
    constexpr usize kWide = 8;
    std::array<std::array<u32, R::kLimbs>, R::kCount> table{};
    for (const bool up : {true, false}) {
        Scaled<kWide> power{{}, 0};
        power.limbs[kWide - 1] = u32{1} << 31;
        for (i32 n = 0; n >= R::kLowest && n < R::kLowest + static_cast<i32>(R::kCount);
             n += up ? 1 : -1) {
            for (usize i = 0; i < R::kLimbs; ++i)
                table[static_cast<usize>(n - R::kLowest)][i] = power.limbs[kWide - R::kLimbs + i];
            scale_by_five(power, R::kStep, up);
        }
    }
    return table;
}

template <typename Float>
inline constexpr auto kTable = make_table<Float>();

// floor(log2(10^n)), for |n| <= 1233.
constexpr i32 floor_log2(i32 n) { return (n * 1741647) >> 19; }

// 10^n is at least high:low * 2^(floor_log2(n) - 127), less than one unit of `low` more, and
// exactly that if is_exact. For float, low is 0, and it is a unit of `high`.
struct Power {
    u64 high;
    u64 low;
    bool is_exact;
};

// Requires: Range<Float>::kLeast <= n <= Range<Float>::kMost.
template <typename Float>
Power power(i32 n) {
    using R = Range<Float>;
    const i32 index = (n - R::kLeast) / R::kStep;
    Scaled<R::kLimbs> scaled{kTable<Float>[static_cast<usize>(index)], 0};
    scale_by_five(scaled, (n - R::kLeast) % R::kStep, true);
    const auto& limbs = scaled.limbs;
    constexpr usize kTop = R::kLimbs - 1;
    const u64 high = u64{limbs[kTop]} << 32 | limbs[kTop - 1];
    if constexpr (R::kIsDouble)
        return {high, u64{limbs[3]} << 32 | limbs[2], (limbs[1] | limbs[0]) == 0};
    else
        return {high, 0, limbs[0] == 0};
}

struct Product {
    u64 high;
    u64 low;
};

constexpr Product multiply(u64 a, u64 b) {
    const u64 a_low = static_cast<u32>(a), a_high = a >> 32;
    const u64 b_low = static_cast<u32>(b), b_high = b >> 32;
    const u64 low = a_low * b_low;
    const u64 first = a_high * b_low + (low >> 32);
    const u64 second = a_low * b_high + static_cast<u32>(first);
    return {a_high * b_high + (first >> 32) + (second >> 32), second << 32 | static_cast<u32>(low)};
}

}  // namespace krait::power_of_ten
