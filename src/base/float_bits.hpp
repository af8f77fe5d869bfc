// The bits of IEEE 754 floats: taking them apart and putting them together with one rounding.
#pragma once

#include <bit>
#include <type_traits>

#include "base/types.hpp"

namespace krait {

template <typename Float>
struct FloatLayout {
    static_assert(std::is_same_v<Float, float> || std::is_same_v<Float, double>);
    static constexpr bool kIsDouble = sizeof(Float) == 8;
    using Bits = std::conditional_t<kIsDouble, u64, u32>;
    static constexpr int kPrecision = kIsDouble ? 53 : 24;           // the hidden bit included
    static constexpr int kLeastExponent = kIsDouble ? -1074 : -149;  // of the last bit
    static constexpr int kRoundTripDigits = kIsDouble ? 17 : 9;      // that tell any two apart
    static constexpr Bits kSign = Bits{1} << (8 * sizeof(Float) - 1);
    static constexpr Bits kHidden = Bits{1} << (kPrecision - 1);
    static constexpr Bits kInfinity = kSign - kHidden;
    static constexpr Bits kNan = kInfinity | kHidden >> 1;
};

template <typename Float>
constexpr auto float_bits(Float value) {
    return std::bit_cast<typename FloatLayout<Float>::Bits>(value);
}

template <typename Float>
constexpr bool float_is_negative(Float value) {
    return (float_bits(value) & FloatLayout<Float>::kSign) != 0;
}
template <typename Float>
constexpr bool float_is_nan(Float value) {
    return (float_bits(value) & ~FloatLayout<Float>::kSign) > FloatLayout<Float>::kInfinity;
}
template <typename Float>
constexpr bool float_is_finite(Float value) {
    return (float_bits(value) & ~FloatLayout<Float>::kSign) < FloatLayout<Float>::kInfinity;
}

// |value| = mantissa * 2^exponent. The exponent is the float's own: that of its last bit.
struct FloatParts {
    u64 mantissa;
    i32 exponent;
};

// Requires: value is finite.
template <typename Float>
constexpr FloatParts float_parts(Float value) {
    using L = FloatLayout<Float>;
    const auto bits = static_cast<typename L::Bits>(float_bits(value) & ~L::kSign);
    const i32 biased = static_cast<i32>(bits >> (L::kPrecision - 1));
    if (biased == 0) return {bits, L::kLeastExponent};
    return {(bits & (L::kHidden - 1)) | L::kHidden, biased - 1 + L::kLeastExponent};
}

// The float nearest to mantissa * 2^exponent, ties to even; infinite if that is too large. A value
// known to more bits is passed with all 64 in use and the lowest set if what follows is not zero.
template <typename Float>
constexpr Float float_from_parts(u64 mantissa, i32 exponent, bool negative = false) {
    using L = FloatLayout<Float>;
    using Bits = typename L::Bits;
    const Bits sign = negative ? L::kSign : Bits{0};
    if (mantissa == 0) return std::bit_cast<Float>(sign);
    const int zeros = std::countl_zero(mantissa);
    mantissa <<= zeros;
    exponent -= zeros;
    const i32 normal = exponent + 64 - L::kPrecision;
    const i32 target = normal < L::kLeastExponent ? L::kLeastExponent : normal;
    const i32 dropped = target - exponent;  // bits, at least 64 - kPrecision
    const i32 biased = target - L::kLeastExponent;
    if (dropped > 64) return std::bit_cast<Float>(sign);
    if (biased > static_cast<i32>(L::kInfinity >> (L::kPrecision - 1)))
        return std::bit_cast<Float>(static_cast<Bits>(sign | L::kInfinity));
    u64 kept = dropped < 64 ? mantissa >> dropped : 0;
    const u64 rest = mantissa << (64 - dropped);  // its top bit weighs half a unit
    constexpr u64 kHalf = u64{1} << 63;
    kept += rest > kHalf || (rest == kHalf && (kept & 1));
    // The hidden bit, and a carry out of the mantissa, count the exponent up by themselves.
    const u64 bits = (static_cast<u64>(biased) << (L::kPrecision - 1)) + kept;
    return std::bit_cast<Float>(
        static_cast<Bits>(sign | (bits < L::kInfinity ? static_cast<Bits>(bits) : L::kInfinity)));
}

}  // namespace krait
