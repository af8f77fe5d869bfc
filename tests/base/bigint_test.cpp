// Identities over random numbers of 0 to 200 limbs, with plain reference code where one needs it.
#include "base/bigint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace krait::big {
namespace {

using Number = std::vector<Limb>;

class Bigint : public testing::Test {
  protected:
    std::mt19937 random_{11};

    // Random limbs, often with runs of zeros and ones, which is where carries go wrong.
    Number any(usize most) {
        Number number(random_() % (most + 1));
        const u32 kind = random_() % 4;
        for (Limb& limb : number) {
            limb = random_();
            if (kind == 1 && random_() % 2) limb = 0;
            if (kind == 2 && random_() % 2) limb = ~Limb{0};
            if (kind == 3) limb = random_() % 2 ? ~Limb{0} : Limb{0};
        }
        return number;
    }
    Number any_but_zero(usize most) {
        Number number = any(most);
        if (trim(number).empty()) number.push_back(1 + random_() % 7);
        return number;
    }
};

Number trimmed(Limbs a) {
    a = trim(a);
    return {a.begin(), a.end()};
}

Number sum(Limbs a, Limbs b) {
    Number out(add_limbs_needed(a.size(), b.size()));
    out.resize(add(out, a, b));
    return out;
}

Number minus(Limbs a, Limbs b) {
    Number out(a.size());
    out.resize(subtract(out, a, b));
    return out;
}

Number times(Limbs a, Limbs b, bool with_scratch) {
    Number out(multiply_limbs_needed(a.size(), b.size()), 0xAAAAAAAA);
    Number scratch(with_scratch ? multiply_scratch_wanted(a.size(), b.size()) : 0);
    out.resize(multiply(out, a, b, scratch));
    return out;
}

Number shifted_left(Limbs a, usize bits) {
    Number out(shift_left_limbs_needed(a.size(), bits));
    out.resize(shift_left(out, a, bits));
    return out;
}

Number shifted_right(Limbs a, usize bits) {
    Number out(a.size());
    out.resize(shift_right(out, a, bits));
    return out;
}

// A product by single bits: slow, and sharing nothing with the one under test.
Number times_by_bits(Limbs a, Limbs b) {
    Number out;
    for (usize i = 0; i < kLimbBits * b.size(); ++i)
        if (b[i / kLimbBits] >> (i % kLimbBits) & 1) out = sum(out, shifted_left(a, i));
    return out;
}

std::string text_of(Limbs a, u32 base) {
    std::string text(text_size_max(bit_length(a), base), '?');
    Number scratch(text_scratch_needed(a.size(), base));
    text.resize(to_text(text, a, base, scratch));
    return text;
}

Number number_of(std::string_view text, u32 base = 10) {
    Number out(limbs_for_digits(text.size(), base));
    const TextParse parse = from_text(out, text, base);
    EXPECT_EQ(parse.taken, text.size()) << text;
    out.resize(parse.size);
    return out;
}

TEST_F(Bigint, SumsAndDifferencesUndoEachOther) {
    for (int i = 0; i < 20000; ++i) {
        const Number a = any(20), b = any(20);
        const Number both = sum(a, b);
        ASSERT_EQ(both, sum(b, a));
        ASSERT_EQ(minus(both, a), trimmed(b));
        ASSERT_EQ(minus(both, b), trimmed(a));
        ASSERT_GE(compare(both, a), 0);
        ASSERT_EQ(compare(a, b), -compare(b, a));
        ASSERT_EQ(compare(a, b) == 0, trimmed(a) == trimmed(b));
        Number in_place = a;
        in_place.resize(add_limbs_needed(a.size(), b.size()));
        ASSERT_EQ(add(in_place, Limbs(in_place).first(a.size()), b), both.size());
        in_place.resize(both.size());
        ASSERT_EQ(in_place, both);
        const Limb limb = random_();
        Number more(a.size() + 1);
        more.resize(add_limb(more, a, limb));
        ASSERT_EQ(more, sum(a, Limbs(&limb, 1)));
    }
}

TEST_F(Bigint, SmallOnesAreLikeMachineIntegers) {
    for (int i = 0; i < 50000; ++i) {
        const u64 a = (u64{random_()} << 32 | random_()) >> (random_() % 64);
        const u64 b = (u64{random_()} << 32 | random_()) >> (random_() % 64);
        Limb x[2], y[2];
        const Limbs p(x, from_u64(x, a)), q(y, from_u64(y, b));
        ASSERT_EQ(to_u64(p), a);
        ASSERT_EQ(compare(p, q), a < b ? -1 : a > b);
        ASSERT_EQ(to_u64(sum(p, q)), a + b);
        ASSERT_EQ(to_u64(times(p, q, false)), a * b);
        ASSERT_EQ(text_of(p, 10), std::to_string(a));
        ASSERT_EQ(to_float<double>(p), double(a));
        ASSERT_EQ(to_float<float>(p), float(a));
        if (b == 0) continue;
        Number quotient(2), remainder(3), scratch(2);
        const Division division = divide(quotient, remainder, p, q, scratch);
        quotient.resize(division.quotient), remainder.resize(division.remainder);
        ASSERT_EQ(to_u64(quotient), a / b);
        ASSERT_EQ(to_u64(remainder), a % b);
    }
}

TEST_F(Bigint, ProductsOfShortNumbers) {
    for (int i = 0; i < 3000; ++i) {
        const Number a = any(6), b = any(6);
        ASSERT_EQ(times(a, b, true), times_by_bits(a, b));
        const Limb factor = random_(), addend = random_();
        Number out(a.size() + 1);
        out.resize(multiply_limb(out, a, factor, addend));
        ASSERT_EQ(out, sum(times_by_bits(a, Limbs(&factor, 1)), Limbs(&addend, 1)));
    }
}

TEST_F(Bigint, KaratsubaAgreesWithTheSchoolbook) {
    for (int i = 0; i < 1500; ++i) {
        const Number a = any(i % 10 ? 200 : 1000), b = any(200);
        const Number product = times(a, b, false);
        ASSERT_EQ(times(a, b, true), product);
        ASSERT_EQ(times(b, a, true), product);
        // Too little scratch is slower, not wrong.
        Number out(a.size() + b.size()), scratch(random_() % 300);
        out.resize(multiply(out, a, b, scratch));
        ASSERT_EQ(out, product);
    }
    const Number ones(150, ~Limb{0});
    ASSERT_EQ(times(ones, ones, true), times(ones, ones, false));
}

TEST_F(Bigint, QuotientsAndRemainders) {
    for (int i = 0; i < 30000; ++i) {
        const Number b = any_but_zero(i % 100 ? 12 : 100);
        Number a = any(i % 100 ? 24 : 200);
        if (i % 3 == 0) a = times(a, b, false);  // exact, or nearly
        if (i % 6 == 0) a = sum(a, minus(b, Number{1}));
        Number quotient(quotient_limbs_needed(a.size(), trim(b).size()));
        Number remainder(remainder_limbs_needed(a.size(), b.size()));
        Number scratch(divide_scratch_needed(a.size(), b.size()));
        const Division division = divide(quotient, remainder, a, b, scratch);
        const Limbs q = Limbs(quotient).first(division.quotient);
        const Limbs r = Limbs(remainder).first(division.remainder);
        ASSERT_LT(compare(r, b), 0);
        ASSERT_EQ(sum(times(q, b, false), r), trimmed(a));
        ASSERT_EQ(trim(q).size(), q.size());
        ASSERT_EQ(trim(r).size(), r.size());
        // In place, and without a quotient.
        Number in_place = a;
        in_place.resize(remainder_limbs_needed(a.size(), b.size()));
        const Division again = divide({}, in_place, Limbs(in_place).first(a.size()), b, scratch);
        ASSERT_EQ(again.quotient, 0u);
        ASSERT_EQ(trimmed(Limbs(in_place).first(again.remainder)), trimmed(r));
    }
}

// The rare case of algorithm D in which the guess is one too large.
TEST_F(Bigint, QuotientThatNeedsTheAddBackStep) {
    const Number a = {0, 0, 0x80000000, 0x7FFFFFFF}, b = {1, 0, 0x80000000};
    Number quotient(2), remainder(5), scratch(3);
    const Division division = divide(quotient, remainder, a, b, scratch);
    ASSERT_EQ(division.quotient, 1u);
    EXPECT_EQ(quotient[0], 0xFFFFFFFEu);
    EXPECT_EQ(
        sum(times(Limbs(quotient).first(1), b, false), Limbs(remainder).first(division.remainder)),
        a);
}

TEST_F(Bigint, Shifts) {
    for (int i = 0; i < 20000; ++i) {
        const Number a = any(12);
        const usize bits = random_() % 200;
        Number power(bits / kLimbBits + 1);
        power.back() = Limb{1} << (bits % kLimbBits);
        const Number left = shifted_left(a, bits);
        ASSERT_EQ(left, times(a, power, false));
        ASSERT_EQ(shifted_right(left, bits), trimmed(a));
        const Number right = shifted_right(a, bits);
        const Number dropped = minus(a, shifted_left(right, bits));
        ASSERT_LT(compare(dropped, power), 0);
        ASSERT_EQ(any_bit_below(a, bits), !dropped.empty());
        if (!left.empty()) {
            ASSERT_EQ(bit_length(left), bit_length(a) + bits);
            ASSERT_EQ(trailing_zeros(left), trailing_zeros(a) + bits);
            ASSERT_EQ(bit_count(left), bit_count(a));
        }
        Number in_place = a;
        in_place.resize(shift_left_limbs_needed(a.size(), bits));
        in_place.resize(shift_left(in_place, Limbs(in_place).first(a.size()), bits));
        ASSERT_EQ(in_place, left);
        in_place.resize(shift_right(in_place, in_place, bits));
        ASSERT_EQ(in_place, trimmed(a));
    }
}

TEST_F(Bigint, BitOperationsAreThoseOfTwosComplement) {
    for (int i = 0; i < 30000; ++i) {
        // In 64 bits, where the machine can tell.
        const i64 a = i64(u64{random_()} << 32 | random_()) >> (random_() % 64);
        const i64 b = i64(u64{random_()} << 32 | random_()) >> (random_() % 64);
        const auto magnitude = [](i64 n) { return n < 0 ? 0 - u64(n) : u64(n); };
        Limb x[2], y[2], out[3];
        const Signed p{Limbs(x, from_u64(x, magnitude(a))), a < 0};
        const Signed q{Limbs(y, from_u64(y, magnitude(b))), b < 0};
        for (const auto& [op, expected] :
             {std::pair{BitOp::And, a & b}, std::pair{BitOp::Or, a | b},
              std::pair{BitOp::Xor, a ^ b}}) {
            const SignedSize size = bit_op(op, out, p, q);
            ASSERT_EQ(to_u64(Limbs(out, size.size)), magnitude(expected));
            ASSERT_EQ(size.negative, expected < 0);
        }
    }
    // -(2^32 - 1) & -2 is -2^32, longer than both.
    Limb x = ~Limb{0}, y = 2, out[2];
    const SignedSize size = bit_op(BitOp::And, out, {Limbs(&x, 1), true}, {Limbs(&y, 1), true});
    EXPECT_EQ(size.size, 2u);
    EXPECT_EQ(to_u64(out), u64{1} << 32);
}

TEST_F(Bigint, BitOperationsOfLongNumbersKeepTheLaws) {
    for (int i = 0; i < 5000; ++i) {
        const Number a = any_but_zero(30), b = any_but_zero(30);
        const Signed p{a, (random_() & 1) != 0}, q{b, (random_() & 1) != 0};
        const usize room = bit_op_limbs_needed(a.size(), b.size());
        Number conjunction(room), disjunction(room), difference(room + 1), again(room + 2);
        const SignedSize c = bit_op(BitOp::And, conjunction, p, q);
        const SignedSize d = bit_op(BitOp::Or, disjunction, p, q);
        const SignedSize x =
            bit_op(BitOp::Xor, difference, {Limbs(conjunction).first(c.size), c.negative},
                   {Limbs(disjunction).first(d.size), d.negative});
        // (p & q) ^ (p | q) == p ^ q, and that ^ q == p.
        const SignedSize back =
            bit_op(BitOp::Xor, again, {Limbs(difference).first(x.size), x.negative}, q);
        ASSERT_EQ(trimmed(Limbs(again).first(back.size)), trimmed(a));
        ASSERT_EQ(back.negative, p.negative);
    }
}

TEST_F(Bigint, TextInEveryBaseRoundTrips) {
    for (int i = 0; i < 4000; ++i) {
        const u32 base = 2 + random_() % 35;
        const Number a = any(i % 40 ? 10 : 200);
        const std::string text = text_of(a, base);
        ASSERT_LE(text.size(), text_size_max(bit_length(a), base));
        ASSERT_EQ(number_of(text, base), trimmed(a)) << text;
        if (text != "0") {
            ASSERT_NE(text[0], '0');
        }
        std::string upper = text;
        for (char& c : upper) c = char(std::toupper(c));
        ASSERT_EQ(number_of(upper, base), trimmed(a));
    }
}

TEST_F(Bigint, TextOfKnownNumbers) {
    EXPECT_EQ(text_of({}, 10), "0");
    EXPECT_EQ(text_of(Number{0, 0}, 2), "0");
    EXPECT_EQ(text_of(shifted_left(Number{1}, 128), 10), "340282366920938463463374607431768211456");
    EXPECT_EQ(text_of(shifted_left(Number{1}, 128), 16), "1" + std::string(32, '0'));
    EXPECT_EQ(text_of(shifted_left(Number{1}, 128), 8), "4" + std::string(42, '0'));
    EXPECT_EQ(text_of(Number{35}, 36), "z");
    EXPECT_EQ(number_of("1_000_000"), Number{1000000});
    EXPECT_EQ(number_of("ff_ff", 16), Number{0xFFFF});
    EXPECT_EQ(
        number_of("1" + std::string(27, '0')),
        times(Number{1000000000}, times(Number{1000000000}, Number{1000000000}, false), false));
    Limb out[8];
    EXPECT_EQ(from_text(out, "12_x", 10).taken, 2u);
    EXPECT_EQ(from_text(out, "_12", 10).taken, 0u);
    EXPECT_EQ(from_text(out, "12_", 10).taken, 2u);
    EXPECT_EQ(from_text(out, "1__2", 10).taken, 1u);
    EXPECT_EQ(from_text(out, "129", 8).taken, 2u);
    EXPECT_EQ(from_text(out, "", 10).taken, 0u);
    EXPECT_EQ(from_text(out, std::string(64, '0'), 10).size, 0u);
}

// The nearest float by long division of the bits, one at a time.
TEST_F(Bigint, FloatsAreRoundedToEven) {
    for (int i = 0; i < 20000; ++i) {
        Number a = any_but_zero(34);
        if (i % 2) {
            // Exactly between two floats, or next to that.
            const u64 odd = (u64{1} << 53) | (u64{random_()} << 21) | 1;
            const usize shift = random_() % 900;
            Number half(2);
            from_u64(half, odd);
            a = shifted_left(half, shift);
            if (i % 4 == 1 && shift > 0) a = sum(a, Number{1});
            if (i % 8 == 3 && shift > 0) a = minus(a, Number{1});
        }
        const double got = to_float<double>(a);
        const usize length = bit_length(a);
        if (length > 1024) {
            ASSERT_TRUE(std::isinf(got));
            continue;
        }
        double expected = 0;
        if (length <= 53) {
            expected = double(to_u64(a));
        } else {
            const usize below = length - 53;
            u64 mantissa = to_u64(shifted_right(a, below));
            const Number rest = minus(a, shifted_left(shifted_right(a, below), below));
            const int order = compare(shifted_left(rest, 1), shifted_left(Number{1}, below));
            mantissa += order > 0 || (order == 0 && (mantissa & 1));
            expected = std::ldexp(double(mantissa), int(below));
        }
        ASSERT_EQ(got, expected);
        if (std::isinf(got)) continue;
        Number back(float_limbs_needed<double>);
        back.resize(from_float(back, got));
        ASSERT_EQ(to_float<double>(back), got);
        if (length <= 53) {
            ASSERT_EQ(back, trimmed(a));
        }
    }
}

TEST_F(Bigint, FloatsAreCutTowardsZero) {
    Limb out[32];
    EXPECT_EQ(from_float(out, 0.0), 0u);
    EXPECT_EQ(from_float(out, 0.999), 0u);
    EXPECT_EQ(from_float(out, 5e-324), 0u);
    EXPECT_EQ(from_float(out, -7.9), 1u);
    EXPECT_EQ(out[0], 7u);
    EXPECT_EQ(from_float(out, 1.7976931348623157e308), 32u);
    EXPECT_EQ(from_float(out, 4294967296.5), 2u);
    EXPECT_EQ(from_float(out, 3.4028235e38f), 4u);
    EXPECT_EQ(to_float<float>(Limbs(out, 4)), 3.4028235e38f);
    EXPECT_TRUE(std::isinf(to_float<float>(shifted_left(Number{1}, 128))));
    EXPECT_TRUE(std::isinf(to_float<double>(shifted_left(Number{1}, 100000))));
    EXPECT_EQ(to_float<double>({}), 0.0);
}

TEST_F(Bigint, BytesRoundTrip) {
    for (int i = 0; i < 20000; ++i) {
        const Number a = any(6);
        const bool negative = (random_() & 1) != 0 && !trim(a).empty();
        const ByteOrder order = random_() & 1 ? ByteOrder::Big : ByteOrder::Little;
        const usize least = bit_length(a) / 8 + 1;
        ASSERT_TRUE(fits_bytes({a, negative}, least, true));
        std::vector<u8> bytes(least + random_() % 3);
        to_bytes(bytes, {a, negative}, order);
        Number back(limbs_for_bits(8 * bytes.size()));
        const SignedSize size = from_bytes(back, bytes, order, true);
        back.resize(size.size);
        ASSERT_EQ(back, trimmed(a));
        ASSERT_EQ(size.negative, negative);
        std::reverse(bytes.begin(), bytes.end());
        Number other(back.size() + 3);
        const ByteOrder opposite = order == ByteOrder::Big ? ByteOrder::Little : ByteOrder::Big;
        other.resize(from_bytes(other, bytes, opposite, true).size);
        ASSERT_EQ(other, back);
    }
}

TEST_F(Bigint, BytesHaveLimits) {
    const auto fits = [](Limb magnitude, bool negative, usize bytes, bool is_signed) {
        return fits_bytes({Limbs(&magnitude, 1), negative}, bytes, is_signed);
    };
    EXPECT_TRUE(fits(0, false, 0, true));
    EXPECT_FALSE(fits(1, false, 0, false));
    EXPECT_FALSE(fits(1, true, 0, true));
    EXPECT_TRUE(fits(127, false, 1, true));
    EXPECT_FALSE(fits(128, false, 1, true));
    EXPECT_TRUE(fits(128, true, 1, true));
    EXPECT_FALSE(fits(129, true, 1, true));
    EXPECT_TRUE(fits(255, false, 1, false));
    EXPECT_FALSE(fits(256, false, 1, false));
    EXPECT_FALSE(fits(1, true, 1, false));
    const u8 bytes[] = {0xFF, 0x00};
    Limb out[1];
    EXPECT_EQ(from_bytes(out, bytes, ByteOrder::Big, false).size, 1u);
    EXPECT_EQ(out[0], 0xFF00u);
    EXPECT_TRUE(from_bytes(out, bytes, ByteOrder::Big, true).negative);
    EXPECT_EQ(out[0], 0x100u);
    EXPECT_EQ(from_bytes(out, {}, ByteOrder::Big, true).size, 0u);
}

}  // namespace
}  // namespace krait::big
