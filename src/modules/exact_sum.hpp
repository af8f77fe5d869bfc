// Sums of floats and of products of two floats, without any rounding until the end: the sum is a
// fixed-point number as wide as all products need (532 bytes of double, 80 of float), in two's
// complement. Adding touches three limbs and those a carry runs through.
#pragma once

#include "base/bigint.hpp"
#include "base/float_bits.hpp"

namespace krait {

template <class Float>
class ExactSum {
  public:
    // Requires: finite arguments.
    void add(Float value) {
        const FloatParts p = float_parts(value);
        add(p.mantissa, p.exponent, float_is_negative(value));
    }
    void add_product(Float a, Float b) {
        const FloatParts p = float_parts(a), q = float_parts(b);
        const bool negative = float_is_negative(a) != float_is_negative(b);
        const int exponent = p.exponent + q.exponent;
        const u64 a0 = p.mantissa & kLow32, a1 = p.mantissa >> 32;
        const u64 b0 = q.mantissa & kLow32, b1 = q.mantissa >> 32;
        add(a0 * b0, exponent, negative);
        if constexpr (sizeof(Float) == 8) {
            add(a0 * b1, exponent + 32, negative);
            add(a1 * b0, exponent + 32, negative);
            add(a1 * b1, exponent + 64, negative);
        }
    }
    // The nearest float, ties to even; infinite if it is too large.
    Float value() const {
        ExactSum magnitude = *this;
        const bool negative = limbs_[kLimbs - 1] >> 31;
        if (negative) magnitude.negate();
        const big::MutableLimbs limbs(magnitude.limbs_);
        const usize bits = big::bit_length(limbs), dropped = bits > 64 ? bits - 64 : 0;
        const bool inexact = big::any_bit_below(limbs, dropped);
        big::shift_right(limbs, limbs, dropped);
        const u64 mantissa = big::to_u64(limbs) | (inexact ? 1 : 0);
        return float_from_parts<Float>(mantissa, kLeast + static_cast<i32>(dropped), negative);
    }

  private:
    static constexpr u64 kLow32 = 0xffff'ffff;
    static constexpr int kLeast = 2 * FloatLayout<Float>::kLeastExponent;
    // Up to the square of the largest, and 2^60 of them.
    static constexpr int kMost = sizeof(Float) == 8 ? 2048 + 64 : 256 + 64;
    static constexpr usize kLimbs = static_cast<usize>((kMost - kLeast + 31) / 32);

    void add(u64 mantissa, int exponent, bool negative) {
        const auto place = static_cast<unsigned>(exponent - kLeast);
        const unsigned shift = place % 32;
        const u64 low = (mantissa & kLow32) << shift;
        const u64 high = ((mantissa >> 32) << shift) + (low >> 32);
        const u32 parts[] = {static_cast<u32>(low), static_cast<u32>(high),
                             static_cast<u32>(high >> 32)};
        u64 carry = 0;
        for (usize i = place / 32, k = 0; i < kLimbs && (k < 3 || carry); ++i, ++k) {
            const u64 part = k < 3 ? parts[k] : 0;
            const u64 sum = negative ? limbs_[i] - part - carry : limbs_[i] + part + carry;
            limbs_[i] = static_cast<u32>(sum);
            carry = sum >> 32 ? 1 : 0;
        }
    }
    void negate() {
        u64 carry = 1;
        for (u32& limb : limbs_) {
            const u64 sum = u64{~limb} + carry;
            limb = static_cast<u32>(sum);
            carry = sum >> 32;
        }
    }

    u32 limbs_[kLimbs] = {};
};

}  // namespace krait
