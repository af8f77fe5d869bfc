// Every code point against digests of Python's answers, which the table's generator writes beside
// the tables; and a few by name.
#include "base/unicode.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/crc.hpp"
#include "base/utf8.hpp"

namespace krait {
namespace {

struct CaseRange {
    u32 packed;
    i32 delta;
};
struct SpecialCase {
    u16 code_point;
    u16 mapped[3];
};
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-variable"
#ifdef __clang__
#pragma GCC diagnostic ignored "-Wunused-const-variable"
#endif
#include "base/unicode_tables.inc"
#pragma GCC diagnostic pop

constexpr u32 kLimit = 0x110000;

TEST(Unicode, FlagsAreThoseOfPython) {
    std::vector<u8> all;
    all.reserve(2 * kLimit);
    for (u32 c = 0; c < kLimit; ++c) {
        const bool flags[] = {unicode::is_alpha(c),           unicode::is_decimal(c),
                              unicode::is_digit(c),           unicode::is_numeric(c),
                              unicode::is_space(c),           unicode::is_upper(c),
                              unicode::is_lower(c),           unicode::is_title(c),
                              unicode::is_printable(c),       unicode::is_identifier_start(c),
                              unicode::is_identifier_part(c), unicode::is_case_ignorable(c)};
        u32 bits = 0;
        for (usize i = 0; i < std::size(flags); ++i) bits |= u32{flags[i]} << i;
        all.push_back(u8(bits));
        all.push_back(u8(bits >> 8));
    }
    EXPECT_EQ(crc32(all), kDigestOfFlags);
}

TEST(Unicode, DecimalValuesAreThoseOfPython) {
    std::vector<u8> all;
    for (u32 c = 0; c < kLimit; ++c) all.push_back(u8(unicode::decimal_value(c)));
    EXPECT_EQ(crc32(all), kDigestOfDecimals);
}

u32 digest_of_mapping(unicode::CaseMapping (*map)(u32)) {
    std::vector<u8> all;
    for (u32 c = 0; c < kLimit; ++c) {
        const unicode::CaseMapping mapping = map(c);
        for (u32 i = 0; i < mapping.count; ++i)
            for (int shift = 0; shift < 32; shift += 8)
                all.push_back(u8(mapping.code_points[i] >> shift));
    }
    return crc32(all);
}

TEST(Unicode, CaseMappingsAreThoseOfPython) {
    EXPECT_EQ(digest_of_mapping(unicode::to_upper), kDigestOfUpper);
    EXPECT_EQ(digest_of_mapping(unicode::to_lower), kDigestOfLower);
    EXPECT_EQ(digest_of_mapping(unicode::to_title), kDigestOfTitle);
    EXPECT_EQ(digest_of_mapping(unicode::to_casefold), kDigestOfFold);
}

std::u32string text_of(const unicode::CaseMapping& mapping) {
    return {mapping.code_points, mapping.code_points + mapping.count};
}

TEST(Unicode, SomeByName) {
    EXPECT_EQ(text_of(unicode::to_upper(U'ß')), U"SS");
    EXPECT_EQ(text_of(unicode::to_title(U'ß')), U"Ss");
    EXPECT_EQ(text_of(unicode::to_casefold(U'ẞ')), U"ss");
    EXPECT_EQ(text_of(unicode::to_upper(U'ŉ')), U"\u02BCN");
    EXPECT_EQ(text_of(unicode::to_lower(U'İ')), U"i\u0307");
    EXPECT_EQ(text_of(unicode::to_upper(U'я')), U"Я");
    EXPECT_EQ(text_of(unicode::to_lower(U'Ÿ')), U"ÿ");
    EXPECT_EQ(text_of(unicode::to_title(U'ǆ')), U"ǅ");
    EXPECT_TRUE(unicode::is_title(U'ǅ'));
    EXPECT_TRUE(unicode::is_cased(U'ǅ'));
    EXPECT_TRUE(unicode::is_identifier_start('_'));
    EXPECT_FALSE(unicode::is_identifier_start('1'));
    EXPECT_TRUE(unicode::is_identifier_part('1'));
    EXPECT_EQ(unicode::decimal_value(U'٣'), 3);
    EXPECT_EQ(unicode::decimal_value(U'²'), -1);
    EXPECT_TRUE(unicode::is_digit(U'²'));
    EXPECT_TRUE(unicode::is_numeric(U'½'));
    EXPECT_TRUE(unicode::is_space(0x3000));
    EXPECT_FALSE(unicode::is_printable(0xD800));
}

TEST(Unicode, BeyondTheLastCodePointThereIsNothing) {
    for (u32 c : {0x110000u, 0x200000u, 0x7FFFFFFFu, 0xFFFFFFFFu}) {
        EXPECT_FALSE(unicode::is_printable(c));
        EXPECT_FALSE(unicode::is_alpha(c));
        EXPECT_EQ(unicode::decimal_value(c), -1);
        EXPECT_EQ(text_of(unicode::to_casefold(c)), std::u32string(1, char32_t(c)));
        EXPECT_EQ(text_of(unicode::to_title(c)), std::u32string(1, char32_t(c)));
    }
}

}  // namespace
}  // namespace krait
