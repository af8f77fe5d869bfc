#include "base/utf8.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace krait {
namespace {

Bytes bytes_of(std::string_view text) {
    return {reinterpret_cast<const u8*>(text.data()), text.size()};
}

TEST(Utf8, EveryCodePointRoundTripsAndIsChecked) {
    for (u32 code_point = 0; code_point <= utf8::kMaxCodePoint; ++code_point) {
        char text[8] = {};
        const usize size = utf8::encode(code_point, text);
        ASSERT_EQ(size, utf8::size_of(code_point));
        ASSERT_EQ(size, utf8::size_from_lead(text[0]));
        ASSERT_EQ(utf8::decode(text), code_point);
        ASSERT_EQ(utf8::next(text), text + size);
        ASSERT_EQ(utf8::previous(text + size), text);
        const utf8::Check check = utf8::check(bytes_of({text, size}));
        ASSERT_EQ(check.ok(), !utf8::is_surrogate(code_point)) << code_point;
        if (check.ok()) {
            ASSERT_EQ(check.code_points, 1u);
            ASSERT_EQ(check.start, size);
        }
    }
}

// A slow, plain decoder to compare with: U+FFFF'FFFF where the bytes are no character.
u32 reference_decode(const std::string& text, usize at, usize& size) {
    for (usize n = 1; n <= 4 && at + n <= text.size(); ++n) {
        u32 code_point = static_cast<u8>(text[at]);
        if (n > 1) code_point &= 0x7Fu >> n;
        bool right = true;
        for (usize i = 1; i < n; ++i) {
            right = right && (text[at + i] & 0xC0) == 0x80;
            code_point = code_point << 6 | (text[at + i] & 0x3F);
        }
        char encoded[4];
        if (!right || code_point > utf8::kMaxCodePoint || utf8::is_surrogate(code_point)) continue;
        if (utf8::encode(code_point, encoded) != n) continue;
        if (text.compare(at, n, encoded, n) != 0) continue;
        size = n;
        return code_point;
    }
    return ~0u;
}

TEST(Utf8, AllShortByteStringsAreJudgedAsByThePlainDecoder) {
    // Bytes at which the rules change, in all strings of four.
    const u8 kEdges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF,
                         0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
                         0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};
    std::string text(4, '\0');
    for (u8 a : kEdges)
        for (u8 b : kEdges)
            for (u8 c : kEdges)
                for (u8 d : kEdges) {
                    text[0] = char(a), text[1] = char(b), text[2] = char(c), text[3] = char(d);
                    usize at = 0, count = 0, size = 0;
                    while (at < 4 && reference_decode(text, at, size) != ~0u) at += size, ++count;
                    const utf8::Check check = utf8::check(bytes_of(text));
                    ASSERT_EQ(check.start, at);
                    ASSERT_EQ(check.code_points, count);
                    ASSERT_EQ(check.ok(), at == 4);
                    ASSERT_TRUE(check.ok() || check.end > check.start);
                }
}

struct Fault {
    std::string bytes;
    usize start, end;
    std::string reason;
};

TEST(Utf8, FaultsAreWordedAsInPython) {
    const Fault kFaults[] = {
        {"abc\x80", 3, 4, "invalid start byte"},
        {"\xC0\x80", 0, 1, "invalid start byte"},
        {"\xC3(", 0, 1, "invalid continuation byte"},
        {"ab\xC3", 2, 3, "unexpected end of data"},
        {"\xE2\x82", 0, 2, "unexpected end of data"},
        {"\xE2\x82zz", 0, 2, "invalid continuation byte"},
        {"\xE0\x80\x80", 0, 1, "invalid continuation byte"},
        {"\xED\xA0\x80", 0, 1, "invalid continuation byte"},
        {"\xF4\x90\x80\x80", 0, 1, "invalid continuation byte"},
        {"\xF0\x9F\x98", 0, 3, "unexpected end of data"},
        {"\xF0\x9F\x98\x41", 0, 3, "invalid continuation byte"},
        {"\xF5\x80\x80\x80", 0, 1, "invalid start byte"},
        {"a long enough ascii prefix \xFF", 27, 28, "invalid start byte"},
    };
    for (const Fault& fault : kFaults) {
        const utf8::Check check = utf8::check(bytes_of(fault.bytes));
        ASSERT_FALSE(check.ok());
        EXPECT_EQ(check.start, fault.start);
        EXPECT_EQ(check.end, fault.end);
        EXPECT_EQ(check.reason, fault.reason);
    }
    EXPECT_TRUE(utf8::check({}).ok());
    EXPECT_EQ(utf8::check(bytes_of("\xFF\xC3\xA4x"), 1).code_points, 2u);
}

TEST(Utf8, CountsAndOffsetsAgreeWithWalking) {
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        std::vector<usize> offsets;
        const usize length = random() % 60;
        const u32 widest = (round & 3) == 0 ? 0x7F : (round & 3) == 1 ? 0x7FF : 0x10FFFF;
        for (usize i = 0; i < length; ++i) {
            char encoded[4];
            const usize size = utf8::encode(random() % (widest + 1), encoded);
            offsets.push_back(text.size());
            text.append(encoded, size);
        }
        offsets.push_back(text.size());
        ASSERT_EQ(utf8::count(text), length);
        for (usize n = 0; n <= length; ++n) ASSERT_EQ(utf8::offset_of(text, n), offsets[n]);
        ASSERT_EQ(utf8::offset_of(text, length + 1), text.size());
        ASSERT_EQ(utf8::is_ascii(text), text.size() == length);
        const char* at = text.data() + text.size();
        for (usize n = length; n-- > 0;) {
            at = utf8::previous(at);
            ASSERT_EQ(at, text.data() + offsets[n]);
        }
        for (usize n = 0; n < length; ++n) {
            utf8::take(at);
            ASSERT_EQ(at, text.data() + offsets[n + 1]);
        }
    }
}

TEST(Utf8, AsciiIsSeenAtEveryPosition) {
    for (usize size = 0; size < 40; ++size) {
        std::string text(size, 'x');
        EXPECT_TRUE(utf8::is_ascii(text));
        for (usize i = 0; i < size; ++i) {
            text[i] = '\x80';
            EXPECT_FALSE(utf8::is_ascii(text));
            text[i] = 'x';
        }
    }
}

}  // namespace
}  // namespace krait
