// UTF-8: checking bytes from outside, and walking over text that is known to be well formed.
//
// Two kinds of input. check() takes any bytes and finds the first fault as CPython words it: no
// overlong forms, no surrogates, nothing above U+10FFFF. Everything else is for text that passed,
// or that was written by encode(): a Python string may hold a lone surrogate ('\ud800'), which is
// then kept in the three bytes that the scheme gives it, and encode and the walking functions agree
// on that. They stay inside the text only if it is whole.
#pragma once

#include "base/types.hpp"

namespace krait::utf8 {

constexpr u32 kMaxCodePoint = 0x10FFFF;
constexpr usize kMaxSize = 4;  // bytes of one code point

constexpr bool is_continuation(char byte) { return (static_cast<u8>(byte) & 0xC0) == 0x80; }
constexpr bool is_surrogate(u32 code_point) { return code_point >= 0xD800 && code_point < 0xE000; }

// Bytes that the code point takes. Requires: code_point <= kMaxCodePoint.
constexpr usize size_of(u32 code_point) {
    return 1 + (code_point >= 0x80) + (code_point >= 0x800) + (code_point >= 0x10000);
}

// Bytes of the character that starts with this byte.
constexpr usize size_from_lead(char lead) {
    const u8 byte = static_cast<u8>(lead);
    return 1 + (byte >= 0xC0) + (byte >= 0xE0) + (byte >= 0xF0);
}

// Writes the code point and returns how many bytes that took. Requires: room for them.
constexpr usize encode(u32 code_point, char* out) {
    if (code_point < 0x80) {
        out[0] = static_cast<char>(code_point);
        return 1;
    }
    const usize size = size_of(code_point);
    for (usize i = size - 1; i > 0; --i, code_point >>= 6)
        out[i] = static_cast<char>(0x80 | (code_point & 0x3F));
    out[0] = static_cast<char>((0xF00u >> size) | code_point);
    return size;
}

// The code point that starts at `at`.
constexpr u32 decode(const char* at) {
    const u32 lead = static_cast<u8>(at[0]);
    if (lead < 0x80) return lead;
    const usize size = size_from_lead(at[0]);
    u32 code_point = lead & (0x7Fu >> size);
    for (usize i = 1; i < size; ++i) code_point = code_point << 6 | (static_cast<u8>(at[i]) & 0x3F);
    return code_point;
}

// The start of the next character. Requires: `at` is the start of one.
constexpr const char* next(const char* at) { return at + size_from_lead(*at); }

// The start of the character that ends at `at`. Requires: there is one.
constexpr const char* previous(const char* at) {
    do --at;
    while (is_continuation(*at));
    return at;
}

// The code point at `at`, which moves behind it.
constexpr u32 take(const char*& at) {
    const u32 code_point = decode(at);
    at = next(at);
    return code_point;
}

bool is_ascii(std::string_view text);

// Code points in the text.
usize count(std::string_view text);

// The byte offset of the n-th code point (from 0); text.size() if there are n or fewer.
usize offset_of(std::string_view text, usize n);

// What check found. Without an error `reason` is nullptr, and both positions are the size.
struct Check {
    usize start;         // of the first wrong sequence; all before it is well formed
    usize end;           // where a decoder that replaces or ignores the sequence goes on
    usize code_points;   // before start
    const char* reason;  // CPython's: "invalid start byte", "invalid continuation byte",
                         // "unexpected end of data" (more bytes might make it right)
    bool ok() const { return !reason; }
};

// Looks at bytes from outside, from `start` on. Positions count from the beginning of bytes.
Check check(Bytes bytes, usize start = 0);

}  // namespace krait::utf8
