#include "base/utf8.hpp"

#include <bit>
#include <cstring>

namespace krait::utf8 {
namespace {

constexpr usize kWord = sizeof(usize);
constexpr usize kOnes = ~usize{0} / 0xFF;  // 0x0101...
constexpr usize kHighBits = kOnes * 0x80;

usize load(const void* at) {
    usize word;
    std::memcpy(&word, at, kWord);
    return word;
}

usize ascii_prefix(const u8* at, usize size) {
    usize done = 0;
    while (size - done >= kWord && !(load(at + done) & kHighBits)) done += kWord;
    while (done < size && at[done] < 0x80) ++done;
    return done;
}

// Characters that start in the word: its bytes that are no continuation bytes 10xxxxxx.
usize starts_in(usize word) {
    const usize continuations = (word >> 7) & ~(word >> 6) & kOnes;
    return kWord - (continuations * kOnes >> (8 * (kWord - 1)));
}

struct Sequence {
    usize size;          // bytes of the character, or of its wrong beginning
    const char* reason;  // nullptr: it is a character
};

// The second byte's range is where overlong forms, surrogates and too large values are refused
// (the Unicode standard, table 3-7); the remaining bytes are continuation bytes.
Sequence sequence_at(const u8* at, usize left) {
    const u8 lead = at[0];
    if (lead < 0xC2 || lead > 0xF4) return {1, "invalid start byte"};
    const usize size = size_from_lead(static_cast<char>(lead));
    u8 low = 0x80, high = 0xBF;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
    for (usize i = 1; i < size; ++i, low = 0x80, high = 0xBF) {
        if (i == left) return {left, "unexpected end of data"};
        if (at[i] < low || at[i] > high) return {i, "invalid continuation byte"};
    }
    return {size, nullptr};
}

}  // namespace

bool is_ascii(std::string_view text) {
    return ascii_prefix(reinterpret_cast<const u8*>(text.data()), text.size()) == text.size();
}

usize count(std::string_view text) {
    const char* at = text.data();
    usize left = text.size();
    usize starts = 0;
    for (; left >= kWord; left -= kWord, at += kWord) starts += starts_in(load(at));
    for (; left > 0; --left, ++at) starts += !is_continuation(*at);
    return starts;
}

usize offset_of(std::string_view text, usize n) {
    usize offset = 0;
    while (text.size() - offset >= kWord) {
        const usize starts = starts_in(load(text.data() + offset));
        if (starts > n) break;
        n -= starts;
        offset += kWord;
    }
    // The rest of a character whose beginning was counted lies before the n-th one.
    while (offset < text.size() && is_continuation(text[offset])) ++offset;
    for (; n > 0 && offset < text.size(); --n) offset += size_from_lead(text[offset]);
    return offset;
}

Check check(Bytes bytes, usize start) {
    const usize size = bytes.size();
    usize at = start;
    usize code_points = 0;
    while (at < size) {
        const usize ascii = ascii_prefix(bytes.data() + at, size - at);
        at += ascii;
        code_points += ascii;
        while (at < size && bytes[at] >= 0x80) {
            const Sequence found = sequence_at(bytes.data() + at, size - at);
            if (found.reason) return {at, at + found.size, code_points, found.reason};
            at += found.size;
            ++code_points;
        }
    }
    return {size, size, code_points, nullptr};
}

}  // namespace krait::utf8
