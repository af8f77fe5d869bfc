// Ints, floats and complex numbers against the host's own arithmetic, over random operands.
#include <cmath>
#include <random>
#include <string>

#include "../core/interp_fixture.hpp"
#include "objects/complex.hpp"
#include "objects/float.hpp"
#include "objects/int.hpp"
#include "objects/number_format.hpp"

namespace krait {
namespace {

using i128 = __int128;

class NumberTest : public InterpTest {
  protected:
    std::mt19937_64 random_{5};

    // Of any length up to 64 bits.
    i64 any() { return static_cast<i64>(random_()) >> (random_() % 64); }

    Value number(i128 i) {
        const bool negative = i < 0;
        auto m = static_cast<unsigned __int128>(negative ? -i : i);
        big::Limb limbs[4];
        usize count = 0;
        for (; m; m >>= 32) limbs[count++] = static_cast<u32>(m);
        return new_int(in, {limbs, count}, negative);
    }
    // An int of up to `most` limbs, runs of zeros and ones among them.
    Value large(usize most) {
        big::Limb limbs[64];
        const usize count = random_() % (most + 1);
        for (big::Limb& limb : std::span(limbs, count)) {
            limb = static_cast<u32>(random_());
            if (random_() % 4 == 0) limb = random_() % 2 ? ~0u : 0;
        }
        return new_int(in, big::trim({limbs, count}), random_() % 2);
    }
    std::string shown(Value v) {
        return v ? std::string(KRAIT_MUST(repr(in, v), "numbers have one")->view()) : error();
    }
    Value op(BinaryOp o, Value a, Value b) { return binary(in, o, a, b); }
    std::string formatted(Value v, std::string_view spec) {
        Str* text = KRAIT_MUST(new_str(in, spec), "the heap is large");
        const Result<Str*> s = format(in, v, text);
        return s ? std::string(s.take()->view()) : error();
    }
    Value big_text(std::string_view digits) { return int_from_text(in, digits, 0, none()); }
};

i128 floor_div(i128 a, i128 b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

TEST_F(NumberTest, ArithmeticOfIntsAgreesWith128Bits) {
    for (int i = 0; i < 20000; ++i) {
        const i64 a = any(), b = any();
        const Value x = number(a), y = number(b);
        ASSERT_EQ(int_order(op(BinaryOp::Add, x, y), number(i128{a} + b)), 0);
        ASSERT_EQ(int_order(op(BinaryOp::Sub, x, y), number(i128{a} - b)), 0);
        ASSERT_EQ(int_order(op(BinaryOp::Mul, x, y), number(i128{a} * b)), 0);
        ASSERT_EQ(int_order(op(BinaryOp::And, x, y), number(a & b)), 0);
        ASSERT_EQ(int_order(op(BinaryOp::Or, x, y), number(a | b)), 0);
        ASSERT_EQ(int_order(op(BinaryOp::Xor, x, y), number(a ^ b)), 0);
        ASSERT_EQ(int_order(x, y), (a > b) - (a < b));
        const usize bits = random_() % 60;
        ASSERT_EQ(int_order(int_shift_right(in, x, bits), number(a >> bits)), 0);
        ASSERT_EQ(int_order(int_shift_left(in, x, bits), number(i128{a} << bits)), 0);
        if (b == 0) continue;
        const i128 q = floor_div(a, b);
        ASSERT_EQ(int_order(op(BinaryOp::FloorDiv, x, y), number(q)), 0) << (long)a << (long)b;
        ASSERT_EQ(int_order(op(BinaryOp::Mod, x, y), number(a - q * b)), 0);
    }
}

TEST_F(NumberTest, DivisionOfLargeIntsAddsUp) {
    for (int i = 0; i < 5000; ++i) {
        const Value a = large(40), b = large(20);
        if (int_sign(b) == 0) continue;
        Value q, r;
        ASSERT_TRUE(int_divide(in, a, b, &q, &r));
        const Value sum = int_add(in, int_multiply(in, q, b), r);
        ASSERT_EQ(int_order(sum, a), 0);
        ASSERT_TRUE(int_sign(r) == 0 || int_sign(r) == int_sign(b));
        ASSERT_LT(int_order(int_absolute(in, r), int_absolute(in, b)), 0);
        ASSERT_EQ(int_order(int_modulo(in, a, b), r), 0);
    }
}

TEST_F(NumberTest, TextOfLargeIntsReadsBack) {
    for (int i = 0; i < 2000; ++i) {
        const Value a = large(40);
        const u32 base = 2 + random_() % 35;
        Str* text = KRAIT_MUST(int_to_str(in, a, base), "the heap is large");
        ASSERT_EQ(int_order(int_from_text(in, text->view(), base, none()), a), 0);
    }
}

TEST_F(NumberTest, EachNumberHasOneForm) {
    for (i64 i : {i64{0}, i64{-1}, (i64{1} << 47) - 1, -(i64{1} << 47)})
        EXPECT_TRUE(new_int(in, i).is_int());
    for (i64 i : {i64{1} << 47, -(i64{1} << 47) - 1}) EXPECT_FALSE(new_int(in, i).is_int());
    EXPECT_EQ(int_subtract(in, new_int(in, i64{1} << 47), Value::from_int(1)),
              new_int(in, (i64{1} << 47) - 1));
}

TEST_F(NumberTest, TrueDivisionRoundsOnce) {
    for (int i = 0; i < 20000; ++i) {
        const i64 a = any() >> 11, b = any() >> 11;
        if (b == 0) continue;
        const Value scale = int_shift_left(in, Value::from_int(1), random_() % 300);
        const Value x = int_multiply(in, number(a), scale), y = int_multiply(in, number(b), scale);
        ASSERT_EQ(float_of(op(BinaryOp::TrueDiv, x, y)), Float(a) / Float(b));
    }
    EXPECT_EQ(shown(op(BinaryOp::TrueDiv, big_text("9007199254740993"), number(1))),
              "9007199254740992.0");
    EXPECT_EQ(shown(op(BinaryOp::TrueDiv, big_text("9007199254740995"), number(1))),
              "9007199254740996.0");
}

TEST_F(NumberTest, ComparingWithFloatsIsExact) {
    for (int i = 0; i < 20000; ++i) {
        const i64 a = any();
        const Float f = static_cast<Float>(a) + static_cast<Float>(static_cast<int>(i % 5) - 2) / 2;
        const __float128 d = static_cast<__float128>(a) - f;
        ASSERT_EQ(int_order_float(number(a), f), (d > 0) - (d < 0));
        if (d == 0) {
            ASSERT_EQ(int_hash(number(a)), float_hash(f));
        }
    }
    EXPECT_EQ(int_hash(big_text("0x1fffffffffffffff")), 0);
    EXPECT_EQ(float_hash(1.5), 1152921504606846977);
    EXPECT_EQ(float_hash(1e300), 1224995262755759164);
    EXPECT_EQ(int_hash(big_text("2305843009213693952")), 1);
}

TEST_F(NumberTest, Powers) {
    EXPECT_EQ(shown(int_power(in, number(3), number(100))),
              "515377520732011331036461129765621272702107522001");
    EXPECT_EQ(shown(int_power_modulo(in, number(3), number(-2), number(7))), "4");
    EXPECT_EQ(shown(int_power_modulo(in, number(3), number(5), number(-7))), "-2");
    EXPECT_EQ(shown(int_power_modulo(in, number(3), number(5), number(1))), "0");
    EXPECT_EQ(shown(int_power_modulo(in, number(2), number(-1), number(4))),
              "ValueError: base is not invertible for the given modulus");
    EXPECT_EQ(shown(op(BinaryOp::Pow, number(10), big_text("100000000000000000000"))),
              "MemoryError");
    for (int i = 0; i < 300; ++i) {
        const Value a = large(8), e = int_absolute(in, large(1)), m = int_absolute(in, large(8));
        const Value small = int_modulo(in, e, number(40));
        if (int_sign(m) == 0) continue;
        const Value whole = int_modulo(in, int_power(in, a, small), m);
        ASSERT_EQ(int_order(int_power_modulo(in, a, small, m), whole), 0);
    }
}

TEST_F(NumberTest, ShiftsByHugeCounts) {
    const Value huge = int_shift_left(in, number(1), 70);
    EXPECT_EQ(shown(op(BinaryOp::LShift, number(1), huge)),
              "OverflowError: too many digits in integer");
    EXPECT_EQ(shown(op(BinaryOp::LShift, number(1), number(i64{1} << 60))), "MemoryError");
    EXPECT_EQ(shown(op(BinaryOp::LShift, number(0), huge)), "0");
    EXPECT_EQ(shown(op(BinaryOp::RShift, number(-5), huge)), "-1");
    EXPECT_EQ(shown(op(BinaryOp::RShift, huge, huge)), "0");
    EXPECT_EQ(shown(op(BinaryOp::RShift, number(1), number(-1))),
              "ValueError: negative shift count");
}

TEST_F(NumberTest, FloorDivisionOfFloats) {
    const auto quotient = [&](Float a, Float b) { return float_floor_divide(a, b); };
    EXPECT_EQ(quotient(7.5, 2), 3);
    EXPECT_EQ(quotient(-7.5, 2), -4);
    EXPECT_EQ(quotient(1, 0.1), 9);
    EXPECT_EQ(float_modulo(-1, 3), 2);
    EXPECT_TRUE(std::signbit(float_modulo(0, -3)));
}

TEST_F(NumberTest, ComplexText) {
    EXPECT_EQ(shown(new_complex(in, {1, -2})), "(1-2j)");
    EXPECT_EQ(shown(new_complex(in, {0, 2.5})), "2.5j");
    EXPECT_EQ(shown(new_complex(in, {-0.0, 2})), "(-0+2j)");
    EXPECT_EQ(shown(complex_power(in, {1, 2}, {2, 0})), "(-3+4j)");
}

struct Case {
    const char *spec, *text;
};

TEST_F(NumberTest, FormatsOfInts) {
    const Case cases[] = {
        {"012,d", "0,001,234,567"},
        {"14,d", "     1,234,567"},
        {"#_x", "0x12_d687"},
        {"#020_x", "0x000_0000_0012_d687"},
        {"=+20,", "+          1,234,567"},
        {"*>+20,", "**********+1,234,567"},
        {"0>+20,", "0000000000+1,234,567"},
        {"é^11", "éé1234567éé"},
        {",.2f", "1,234,567.00"},
        {".2", "ValueError: Precision not allowed in integer format specifier"},
        {",x", "ValueError: Cannot specify ',' with 'x'."},
        {",_", "ValueError: Cannot specify both ',' and '_'."},
        {"__d", "ValueError: Invalid format specifier '__d' for object of type 'int'"},
        {"y", "ValueError: Unknown format code 'y' for object of type 'int'"},
        {"99999999999999999999d", "ValueError: Too many decimal digits in format string"},
    };
    for (const Case& c : cases) EXPECT_EQ(formatted(number(1234567), c.spec), c.text) << c.spec;
}

TEST_F(NumberTest, FormatsOfFloatsAndComplex) {
    const Case cases[] = {
        {"", "-1234.5"},       {"010.1f", "-0001234.5"},
        {"_.2f", "-1_234.50"}, {"020,", "-0,000,000,001,234.5"},
        {".3", "-1.23e+03"},   {"<12.1f", "-1234.5     "},
    };
    for (const Case& c : cases)
        EXPECT_EQ(formatted(Value::from_inline_float(-1234.5), c.spec), c.text) << c.spec;
    EXPECT_EQ(formatted(Value::from_inline_float(-0.001), "z.1f"), "0.0");
    EXPECT_EQ(formatted(Value::from_inline_float(INFINITY), "010,"), "0000000inf");
    const Value c = new_complex(in, {1, 2});
    EXPECT_EQ(formatted(c, "^20.1e"), "  1.0e+00+2.0e+00j  ");
    EXPECT_EQ(formatted(c, "20"), "              (1+2j)");
    EXPECT_EQ(formatted(c, "#"), "(1.+2.j)");
}

TEST_F(NumberTest, PercentConversions) {
    const auto shown_as = [&](PercentSpec spec, i64 i) {
        StrBuilder out(in);
        EXPECT_TRUE(append_percent_int(in, out, number(i), spec));
        return std::string(out.view());
    };
    PercentSpec spec{.alternate = true, .zero = true, .width = 10, .type = 'x'};
    EXPECT_EQ(shown_as(spec, -255), "-0x00000ff");
    spec = {.width = 10, .precision = 5, .type = 'd'};
    EXPECT_EQ(shown_as(spec, 42), "     00042");
    spec.left = true;
    EXPECT_EQ(shown_as(spec, 42), "00042     ");
}

}  // namespace
}  // namespace krait
