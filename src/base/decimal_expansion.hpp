// All decimal digits of a binary number, one after the other, from the first that is not zero.
//
// The part before the point is converted at once, into groups of nine digits. The part behind it is
// a big fraction that gives its next group when multiplied by 10^9; the multiplication leaves nine
// more zero bits at its low end each time, so the fraction becomes shorter as it is used up.
#pragma once

#include <array>

#include "base/float_bits.hpp"
#include "base/types.hpp"

namespace krait {

// Sized for the values of Float and for the midpoints between two of them.
template <typename Float>
class DecimalExpansion {
  public:
    // Of mantissa * 2^exponent. Requires: mantissa is not zero; the value is a Float or a midpoint.
    DecimalExpansion(u64 mantissa, i32 exponent) {
        if (exponent >= 0) {
            set_whole(mantissa, static_cast<usize>(exponent));
        } else {
            const usize places = static_cast<usize>(-exponent);
            if (places < 64 && mantissa >> places) set_whole(mantissa >> places, 0);
            set_fraction(places < 64 ? mantissa & ((u64{1} << places) - 1) : mantissa, places);
        }
        find_first_digit();
    }

    // The value is 0.d1d2d3... * 10^point, with the digits that next() gives.
    i32 point() const { return point_; }

    // The next digit, zeros for ever after the last one.
    u32 next() {
        if (weight_ == 0) next_group();
        const u32 digit = group_ / weight_;
        group_ %= weight_;
        weight_ /= 10;
        return digit;
    }

    // Whether only zeros follow.
    bool is_finished() const {
        if (group_ != 0 || low_ != high_) return false;
        for (usize i = 0; i < groups_left_; ++i)
            if (groups_[i] != 0) return false;
        return true;
    }

  private:
    static constexpr bool kIsDouble = FloatLayout<Float>::kIsDouble;
    static constexpr usize kLimbs = kIsDouble ? 34 : 5;   // 1075 bits behind the point, or 150
    static constexpr usize kGroups = kIsDouble ? 35 : 5;  // 309 digits before it, or 39
    static constexpr u32 kGroupWeight = 100'000'000;      // of the first of nine digits
    static constexpr u32 kGroupBase = 1'000'000'000;

    void place(u64 value, usize shift, usize size) {
        const usize first = shift / 32;
        shift %= 32;
        const u64 low = value << shift;
        const u64 high = shift ? value >> (64 - shift) : 0;
        const u32 parts[] = {static_cast<u32>(low), static_cast<u32>(low >> 32),
                             static_cast<u32>(high)};
        for (usize i = 0; i < first; ++i) limbs_[i] = 0;
        for (usize i = 0; i < 3 && first + i < size; ++i) limbs_[first + i] = parts[i];
    }

    void set_whole(u64 value, usize shift) {
        const usize bits = static_cast<usize>(std::bit_width(value)) + shift;
        usize size = (bits + 31) / 32;
        place(value, shift, size);
        while (size > 0) {
            u64 rest = 0;
            for (usize i = size; i-- > 0;) {
                rest = rest << 32 | limbs_[i];
                limbs_[i] = static_cast<u32>(rest / kGroupBase);
                rest %= kGroupBase;
            }
            groups_[groups_left_++] = static_cast<u32>(rest);
            while (size > 0 && limbs_[size - 1] == 0) --size;
        }
    }

    void set_fraction(u64 value, usize places) {
        if (value == 0) return;
        top_ = (places + 31) / 32;
        place(value, 32 * top_ - places, top_);
        high_ = top_ < 3 ? top_ : 3;
        trim_fraction();
    }

    void trim_fraction() {
        while (low_ < high_ && limbs_[low_] == 0) ++low_;
        while (low_ < high_ && limbs_[high_ - 1] == 0) --high_;
    }

    u32 next_fraction_group() {
        u64 carry = 0;
        for (usize i = low_; i < high_; ++i) {
            carry += u64{limbs_[i]} * kGroupBase;
            limbs_[i] = static_cast<u32>(carry);
            carry >>= 32;
        }
        if (high_ < top_ && carry != 0) {
            limbs_[high_++] = static_cast<u32>(carry);
            carry = 0;
        }
        trim_fraction();
        return static_cast<u32>(carry);
    }

    void next_group() {
        group_ = groups_left_ > 0 ? groups_[--groups_left_] : next_fraction_group();
        weight_ = kGroupWeight;
    }

    void find_first_digit() {
        point_ = static_cast<i32>(9 * groups_left_);
        next_group();
        for (; group_ == 0; next_group()) point_ -= 9;
        for (; group_ < weight_; weight_ /= 10) --point_;
    }

    std::array<u32, kLimbs> limbs_;  // of the fraction: [low_, high_) are not all zero, and the
    usize low_ = 0;                  // point is above limb top_ - 1
    usize high_ = 0;
    usize top_ = 0;
    std::array<u32, kGroups> groups_;  // of the whole part, the lowest first
    usize groups_left_ = 0;
    u32 group_ = 0;   // what is left of the current group,
    u32 weight_ = 0;  // and the weight of its next digit; 0 if used up
    i32 point_ = 0;
};

}  // namespace krait
