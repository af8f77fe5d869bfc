// Every power of ten in range, against its full value from the big integers.
#include "base/power_of_ten.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "base/bigint.hpp"

namespace krait::power_of_ten {
namespace {

using Number = std::vector<big::Limb>;

Number ten_to(i32 n) {
    Number power{1};
    for (; n > 0; --n) {
        power.push_back(0);
        power.resize(big::multiply_limb(power, big::Limbs(power).first(power.size() - 1), 10));
    }
    return power;
}

// The leading `bits` bits of 10^n, rounded down, and whether that is all of it.
Number leading_bits(i32 n, usize bits, bool& is_exact) {
    const Number power = ten_to(n < 0 ? -n : n);
    const usize length = big::bit_length(power);
    if (n >= 0) {
        Number result = power;
        const usize down = length > bits ? length - bits : 0;
        is_exact = !big::any_bit_below(power, down);
        result.resize(big::shift_right(result, power, down));
        Number out(big::shift_left_limbs_needed(result.size(), bits));
        out.resize(big::shift_left(out, result, length > bits ? 0 : bits - length));
        return out;
    }
    // 2^(length - 1 + bits) / 10^-n lies between 2^(bits - 1) and 2^bits.
    Number dividend((length - 1 + bits) / big::kLimbBits + 1);
    dividend.back() = big::Limb{1} << ((length - 1 + bits) % big::kLimbBits);
    Number quotient(big::quotient_limbs_needed(dividend.size(), power.size()));
    Number remainder(big::remainder_limbs_needed(dividend.size(), power.size()));
    Number scratch(big::divide_scratch_needed(dividend.size(), power.size()));
    const big::Division division = big::divide(quotient, remainder, dividend, power, scratch);
    quotient.resize(division.quotient);
    is_exact = division.remainder == 0;
    return quotient;
}

template <typename Float>
void check_all() {
    constexpr usize kBits = FloatLayout<Float>::kIsDouble ? 128 : 64;
    for (i32 n = Range<Float>::kLeast; n <= Range<Float>::kMost; ++n) {
        bool is_exact = false;
        const Number expected = leading_bits(n, kBits, is_exact);
        const Power got = power<Float>(n);
        ASSERT_EQ(expected.size(), kBits / big::kLimbBits) << n;
        ASSERT_EQ(big::to_u64(big::Limbs(expected).last(2)), got.high) << n;
        ASSERT_EQ(got.is_exact, is_exact) << n;
        if (kBits == 128) {
            ASSERT_EQ(big::to_u64(expected), got.low) << n;
        }
        const i32 length = static_cast<i32>(big::bit_length(ten_to(n < 0 ? -n : n)));
        ASSERT_EQ(floor_log2(n), n < 0 ? -length : length - 1) << n;
    }
}

TEST(PowerOfTen, IsRightToTheLastBitForDouble) { check_all<double>(); }
TEST(PowerOfTen, IsRightToTheLastBitForFloat) { check_all<float>(); }

TEST(PowerOfTen, WideProducts) {
    const Product product = multiply(0xFEDCBA9876543210, 0x0123456789ABCDEF);
    EXPECT_EQ(product.high, 0x0121FA00AD77D742u);
    EXPECT_EQ(product.low, 0x2236D88FE5618CF0u);
    EXPECT_EQ(multiply(~u64{0}, ~u64{0}).high, ~u64{0} - 1);
    EXPECT_EQ(multiply(~u64{0}, ~u64{0}).low, 1u);
}

}  // namespace
}  // namespace krait::power_of_ten
