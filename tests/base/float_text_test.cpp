// Against the standard library: its to_chars and from_chars for shortest text, printf for digits.
#include "base/float_text.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

#include "base/float_bits.hpp"

namespace krait {
namespace {

template <typename Float>
std::string repr(Float value) {
    char text[kFloatReprSize];
    return {text, float_repr(value, text)};
}

template <typename Float = double>
std::string format(Float value, const FloatFormat& how) {
    std::string text(float_format_size<Float>(how), '?');
    text.resize(format_float(value, how, text.data()));
    return text;
}

template <typename Float = double>
Float parse(std::string_view text) {
    const FloatParse<Float> result = parse_float<Float>(text);
    EXPECT_EQ(result.size, text.size()) << text;
    return result.value;
}

template <typename Float>
Float from_bits(u64 bits) {
    return std::bit_cast<Float>(static_cast<typename FloatLayout<Float>::Bits>(bits));
}

// The digits of to_chars's scientific form, and the exponent behind 0.d1d2...
template <typename Float>
void expect_shortest(Float value) {
    char text[64];
    const char* end = std::to_chars(text, text + 64, value, std::chars_format::scientific).ptr;
    std::string expected;
    const char* at = text;
    for (; *at != 'e'; ++at)
        if (*at != '.') expected += *at;
    const int exponent = std::atoi(std::string(at + 1, end).c_str());
    const FloatDigits digits = shortest_digits(value);
    ASSERT_EQ(std::string_view(digits.digits, digits.count), expected) << value;
    ASSERT_EQ(digits.point, exponent + 1) << value;
}

template <typename Float>
void expect_reads_like_from_chars(const std::string& text) {
    Float expected{};
    const auto result = std::from_chars(text.data(), text.data() + text.size(), expected);
    const Float got = parse<Float>(text);
    if (result.ec == std::errc::result_out_of_range) {
        ASSERT_TRUE(got == 0 || std::isinf(got)) << text;
        return;
    }
    ASSERT_EQ(float_bits(got), float_bits(expected)) << text;
}

template <typename Float>
void check_random_values(int rounds) {
    std::mt19937_64 random(42);
    for (int i = 0; i < rounds; ++i) {
        const Float value = std::fabs(from_bits<Float>(random()));
        if (!float_is_finite(value) || value == 0) continue;
        if (i % 4 == 0) expect_shortest(value);
        char text[kFloatReprSize];
        const usize size = float_repr(value, text);
        const FloatParse<Float> back = parse_float<Float>({text, size});
        ASSERT_EQ(back.size, size);
        ASSERT_EQ(float_bits(back.value), float_bits(value)) << std::string(text, size);
        if (testing::Test::HasFatalFailure()) return;
    }
}

TEST(FloatText, RandomDoublesRoundTripAndAreShortest) { check_random_values<double>(2'500'000); }
TEST(FloatText, RandomFloatsRoundTripAndAreShortest) { check_random_values<float>(2'500'000); }

template <typename Float>
void check_edges() {
    using L = FloatLayout<Float>;
    const int exponents = static_cast<int>(L::kInfinity >> (L::kPrecision - 1));
    for (int exponent = 0; exponent < exponents; ++exponent)
        for (int near = -3; near <= 3; ++near) {
            const u64 bits = (u64(exponent) << (L::kPrecision - 1)) + u64(i64{near});
            if (bits == 0 || bits >= L::kInfinity) continue;
            const Float value = from_bits<Float>(bits);
            expect_shortest(value);
            ASSERT_EQ(parse<Float>(repr(value)), value);
        }
}

TEST(FloatText, NeighboursOfPowersOfTwoAndDenormals) {
    check_edges<double>();
    check_edges<float>();
    for (u64 bits = 1; bits < 20000; ++bits) {
        expect_shortest(from_bits<double>(bits));
        expect_shortest(from_bits<float>(bits));
    }
}

TEST(FloatText, EveryPowerOfTenReadsExactly) {
    for (int n = -400; n <= 400; ++n)
        for (const char* digits : {"1", "9", "123456789012345678", "99999999999999999999", "5"}) {
            const std::string text = digits + std::string("e") + std::to_string(n);
            expect_reads_like_from_chars<double>(text);
            expect_reads_like_from_chars<float>(text);
        }
}

TEST(FloatText, RandomTextsReadExactly) {
    std::mt19937_64 random(7);
    for (int i = 0; i < 150'000; ++i) {
        const int count = 1 + int(random() % 40);
        std::string text;
        for (int k = 0; k < count; ++k) text += char('0' + random() % 10);
        if (random() & 1) text.insert(random() % (text.size() + 1), ".");
        if (text == ".") continue;
        expect_reads_like_from_chars<double>(text + "e" +
                                             std::to_string(int(random() % 660) - 340));
        expect_reads_like_from_chars<float>(text + "e" + std::to_string(int(random() % 90) - 50));
        if (HasFatalFailure()) return;
    }
}

// The text of the number halfway between the float and the next one; then a bit more, and less.
template <typename Float>
void check_midpoint(Float below) {
    using L = FloatLayout<Float>;
    const Float above = from_bits<Float>(u64{float_bits(below)} + 1);
    const FloatParts parts = float_parts(below);
    const long double middle = std::ldexp(2.0L * parts.mantissa + 1, parts.exponent - 1);
    char text[1300];
    const int size = std::snprintf(text, sizeof text, "%.1150Le", middle);
    std::string digits(text, usize(size));
    const usize letter = digits.find('e');
    const std::string exponent = digits.substr(letter);
    digits.resize(letter);
    while (digits.back() == '0') digits.pop_back();
    const Float even = float_bits(below) & 1 ? above : below;
    ASSERT_EQ(parse<Float>(digits + exponent), std::isinf(above) ? above : even) << digits;
    ASSERT_EQ(parse<Float>(digits + "0000000000001" + exponent), above);
    digits.back() = char(digits.back() - 1);
    ASSERT_EQ(parse<Float>(digits + "99999999" + exponent), below);
    static_assert(L::kPrecision < std::numeric_limits<long double>::digits);
}

TEST(FloatText, MidpointsGoToTheEvenNeighbour) {
    if (std::numeric_limits<long double>::digits < 64) GTEST_SKIP();
    std::mt19937_64 random(3);
    for (int i = 0; i < 4000; ++i) {
        const double value = std::fabs(from_bits<double>(random()));
        if (float_is_finite(value)) check_midpoint(value);
        const float narrow = std::fabs(from_bits<float>(random()));
        if (float_is_finite(narrow)) check_midpoint(narrow);
        if (HasFatalFailure()) return;
    }
    for (u64 bits = 0; bits < 200; ++bits) {
        check_midpoint(from_bits<double>(bits));
        check_midpoint(from_bits<float>(bits));
    }
    check_midpoint(std::numeric_limits<double>::max());
    check_midpoint(std::numeric_limits<float>::max());
}

TEST(FloatText, GivenPrecisionsAreThoseOfPrintf) {
    std::mt19937_64 random(5);
    char expected[2000], pattern[32];
    for (int i = 0; i < 60'000; ++i) {
        double value = from_bits<double>(random());
        if (i % 3 == 0) value = double(i64(random() % 2'000'000) - 1'000'000) / 1000;
        if (i % 3 == 1) value = std::ldexp(double(random() % 4096), int(random() % 40) - 20);
        if (!float_is_finite(value)) continue;
        const char type = "eEfFgG"[random() % 6];
        const int precision = i % 50 == 0 ? int(random() % 1200) : int(random() % 24);
        const bool alternate = random() & 1;
        std::snprintf(pattern, sizeof pattern, "%%%s.%d%c", alternate ? "#" : "", precision, type);
        std::snprintf(expected, sizeof expected, pattern, value);
        ASSERT_EQ(format(value, {type, precision, alternate}), expected) << pattern << value;
        const float narrow = static_cast<float>(value);
        if (!float_is_finite(narrow)) continue;
        std::snprintf(expected, sizeof expected, pattern, double(narrow));
        ASSERT_EQ(format(narrow, {type, precision, alternate}), expected) << pattern << narrow;
    }
}

TEST(FloatText, ExtremesOfFixedNotation) {
    char expected[2000];
    for (double value : {5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e23, 0.1, 0.5}) {
        std::snprintf(expected, sizeof expected, "%.1100f", value);
        EXPECT_EQ(format(value, {'f', 1100}), expected);
        std::snprintf(expected, sizeof expected, "%.0f", value);
        EXPECT_EQ(format(value, {'f', 0}), expected);
        std::snprintf(expected, sizeof expected, "%.900e", value);
        EXPECT_EQ(format(value, {'e', 900}), expected);
    }
}

struct Row {
    double value;
    FloatFormat how;
    const char* text;
};

TEST(FloatText, FormsOfPython) {
    const Row kRows[] = {
        {0.1, {}, "0.1"},
        {-0.0, {}, "-0.0"},
        {1e16, {}, "1e+16"},
        {9999999999999998.0, {}, "9999999999999998.0"},
        {123456789012345680.0, {}, "1.2345678901234568e+17"},
        {0.0001, {}, "0.0001"},
        {0.00001, {}, "1e-05"},
        {1e-7, {}, "1e-07"},
        {5e-324, {}, "5e-324"},
        {1.5e300, {}, "1.5e+300"},
        {100.0, {}, "100.0"},
        {INFINITY, {}, "inf"},
        {-INFINITY, {}, "-inf"},
        {-NAN, {}, "nan"},
        {1e16, {'r', -1, true}, "1.e+16"},
        {1.0, {'r', 3}, "1.0"},
        {100.0, {'r', 3}, "1e+02"},
        {10.0, {'r', 3}, "10.0"},
        {1.0, {'r', 1}, "1e+00"},
        {1.0, {'r', 0}, "1e+00"},
        {0.5, {'r', 0}, "0.5"},
        {123.456, {'r', 4}, "123.5"},
        {1.0, {'r', 3, true}, "1.00"},
        {100.0, {'r', 3, true}, "1.00e+02"},
        {0.0, {'r', 3}, "0.0"},
        {0.0, {'r', 1}, "0e+00"},
        {0.0, {'g', 3, true}, "0.00"},
        {0.0, {'e', 2}, "0.00e+00"},
        {0.001, {'f', 2}, "0.00"},
        {0.5, {'f', 0}, "0"},
        {1.5, {'f', 0}, "2"},
        {2.5, {'f', 0}, "2"},
        {2.5, {'f', 0, true}, "2."},
        {99.995, {'f', 2}, "100.00"},
        {0.125, {'%'}, "12.500000%"},
        {0.285, {'%', 0}, "28%"},
        {INFINITY, {'F', 3}, "INF"},
        {INFINITY, {'%'}, "inf%"},
        {NAN, {'G'}, "NAN"},
        {-1234.5678, {'g'}, "-1234.57"},
        {1e-5, {'g'}, "1e-05"},
        {1e6, {'g'}, "1e+06"},
        {3.0, {'G', 0}, "3"},
        {1e100, {'E', 0}, "1E+100"},
    };
    for (const Row& row : kRows) EXPECT_EQ(format(row.value, row.how), row.text);
    EXPECT_EQ(repr(0.1f), "0.1");
    EXPECT_EQ(repr(16777216.0f), "16777216.0");
    EXPECT_EQ(repr(3.4028235e38f), "3.4028235e+38");
    EXPECT_EQ(repr(1e-45f), "1e-45");
}

TEST(FloatText, ReadingTakesTheLongestFloat) {
    struct {
        const char* text;
        usize size;
        double value;
    } kRows[] = {
        {"1", 1, 1},
        {"-1.5e3x", 6, -1500},
        {".5", 2, 0.5},
        {"5.", 2, 5},
        {".", 0, 0},
        {"", 0, 0},
        {"-", 0, 0},
        {"e5", 0, 0},
        {"1e", 1, 1},
        {"1e+", 1, 1},
        {"1_0", 3, 10},
        {"1__0", 1, 1},
        {"_1", 0, 0},
        {"1_", 1, 1},
        {"1_.5", 1, 1},
        {"1._5", 2, 1},
        {"1.5_5", 5, 1.55},
        {"1e1_0", 5, 1e10},
        {"+2", 2, 2},
        {"1e400", 5, INFINITY},
        {"1e-400", 6, 0},
        {"inf", 3, INFINITY},
        {"INFINITY", 8, INFINITY},
        {"infinit", 3, INFINITY},
        {"-Inf", 4, -INFINITY},
        {"0e99999999999", 13, 0},
        {"1e99999999999999999999", 22, INFINITY},
        {"1e-99999999999999999999", 23, 0},
        {"0x10", 1, 0},
    };
    for (const auto& row : kRows) {
        const FloatParse<double> result = parse_float<double>(row.text);
        EXPECT_EQ(result.size, row.size) << row.text;
        EXPECT_EQ(result.value, row.value) << row.text;
    }
    EXPECT_TRUE(std::isnan(parse("nan")));
    EXPECT_TRUE(std::signbit(parse("-0")));
    const std::string zeros(400, '0');
    EXPECT_EQ(parse("1" + zeros + "e-400"), 1);
    EXPECT_EQ(parse("0." + zeros + "1e401"), 1);
    EXPECT_EQ(parse("1_0" + zeros + ".0e-4_0_1"), 1);
}

TEST(FloatText, Rounding) {
    EXPECT_EQ(round_float(2.675, 2), 2.67);
    EXPECT_EQ(round_float(0.5, 0), 0.0);
    EXPECT_EQ(round_float(1.5, 0), 2.0);
    EXPECT_EQ(round_float(-2.5, 0), -2.0);
    EXPECT_EQ(round_float(1234.5, -2), 1200.0);
    EXPECT_EQ(round_float(1250.0, -2), 1200.0);
    EXPECT_EQ(round_float(1350.0, -2), 1400.0);
    EXPECT_EQ(round_float(67.0, -2), 100.0);
    EXPECT_EQ(round_float(49.0, -2), 0.0);
    EXPECT_EQ(round_float(1e308, -309), 0.0);
    EXPECT_TRUE(std::isinf(round_float(1.7e308, -308)));
    EXPECT_EQ(round_float(5e-324, 400), 5e-324);
    EXPECT_EQ(round_float(5e-324, 2147483647), 5e-324);
    EXPECT_EQ(round_float(0.1, 17), 0.1);
    EXPECT_EQ(round_float(123.456, -2147483647), 0.0);
    EXPECT_TRUE(std::signbit(round_float(-0.3, 0)));
    EXPECT_TRUE(std::isnan(round_float(double(NAN), 2)));
    EXPECT_EQ(round_float(0.15f, 1), 0.2f);
    EXPECT_EQ(round_float(3.14159f, 2), 3.14f);
}

template <typename Float>
std::string hex(Float value) {
    char text[kFloatHexSize];
    return {text, float_hex(value, text)};
}

TEST(FloatText, Hex) {
    EXPECT_EQ(hex(0.1), "0x1.999999999999ap-4");
    EXPECT_EQ(hex(-0.0), "-0x0.0p+0");
    EXPECT_EQ(hex(1.0), "0x1.0000000000000p+0");
    EXPECT_EQ(hex(5e-324), "0x0.0000000000001p-1022");
    EXPECT_EQ(hex(1.7976931348623157e308), "0x1.fffffffffffffp+1023");
    EXPECT_EQ(hex(-double(INFINITY)), "-inf");
    EXPECT_EQ(hex(1.5f), "0x1.800000p+0");
    std::mt19937_64 random(9);
    for (int i = 0; i < 100'000; ++i) {
        const double value = from_bits<double>(random());
        const float narrow = from_bits<float>(random());
        if (float_is_finite(value)) {
            ASSERT_EQ(float_bits(parse_float_hex<double>(hex(value)).value), float_bits(value));
        }
        if (float_is_finite(narrow)) {
            ASSERT_EQ(float_bits(parse_float_hex<float>(hex(narrow)).value), float_bits(narrow));
        }
    }
}

TEST(FloatText, ReadingHexRoundsAndStops) {
    struct {
        const char* text;
        usize size;
        double value;
    } kRows[] = {
        {"0x3.a7p10", 9, 3740.0},
        {"a", 1, 10.0},
        {"0X.8", 4, 0.5},
        {"-0x1p-1074", 10, -5e-324},
        {"0x1p-1075", 9, 0},
        {"0x1.8p-1075", 11, 5e-324},
        {"0x1.00000000000008p0", 20, 1.0},
        {"0x1.000000000000080000000000000000001p0", 39, 1.0000000000000002},
        {"0x1.00000000000018p0", 20, 1.0000000000000004},
        {"0x1.fffffffffffff7fffffp1023", 28, 1.7976931348623157e308},
        {"0x1.fffffffffffff8p1023", 23, INFINITY},
        {"0x1p99999999999", 15, INFINITY},
        {"0x", 1, 0},
        {"0x.p1", 1, 0},
        {"1.p", 2, 1},
        {"inf", 3, INFINITY},
    };
    for (const auto& row : kRows) {
        const FloatParse<double> result = parse_float_hex<double>(row.text);
        EXPECT_EQ(result.size, row.size) << row.text;
        EXPECT_EQ(result.value, row.value) << row.text;
    }
}

}  // namespace
}  // namespace krait
