// Magnitudes to digits and back: as many digits at once as one limb holds (nine decimal ones), or
// bit by bit where the base is a power of two.

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/bigint.hpp"

namespace krait::big {
namespace {

// The largest power of the base that a limb holds.
struct Chunk {
    Limb power;
    usize digits;
    usize bits() const { return static_cast<usize>(std::bit_width(power)); }
};

Chunk chunk_of(u32 base) {
    Chunk chunk{base, 1};
    while (chunk.power <= ~Limb{0} / base) {
        chunk.power *= base;
        ++chunk.digits;
    }
    return chunk;
}

// Bits of a digit if the base is a power of two, else 0.
usize digit_bits(u32 base) {
    return std::has_single_bit(base) ? static_cast<usize>(std::countr_zero(base)) : 0;
}

char digit_char(u32 digit) {
    return static_cast<char>(digit < 10 ? '0' + digit : 'a' + (digit - 10));
}

u32 digit_value(char c) {
    const u32 byte = static_cast<u8>(c);
    if (byte - '0' < 10) return byte - '0';
    const u32 letter = (byte | 0x20) - 'a';
    return letter < 26 ? letter + 10 : 36;
}

// a * b / c without overflow in between, rounded down in each part.
usize scale(usize a, usize b, usize c) { return a / c * b + a % c * b / c; }

usize put_bits(std::span<char> out, Limbs a, usize bits) {
    const usize count = (bit_length(a) + bits - 1) / bits;
    for (usize i = 0; i < count; ++i) {
        const usize at = i * bits / kLimbBits;
        const u64 pair = u64{at + 1 < a.size() ? a[at + 1] : 0} << kLimbBits | a[at];
        const u32 digit = static_cast<u32>(pair >> (i * bits % kLimbBits)) & ((1u << bits) - 1);
        out[count - 1 - i] = digit_char(digit);
    }
    return count;
}

// Written from the end of the room, for the number of digits is not known before.
usize put_chunks(std::span<char> out, Limbs a, u32 base, MutableLimbs scratch) {
    const Chunk chunk = chunk_of(base);
    std::copy(a.begin(), a.end(), scratch.begin());
    usize at = out.size();
    usize size = a.size();
    while (size > 0) {
        const LimbDivision division = divide_limb(scratch, scratch.first(size), chunk.power);
        size = division.size;
        Limb rest = division.remainder;
        for (usize i = 0; i < chunk.digits && (size > 0 || rest != 0); ++i, rest /= base)
            out[--at] = digit_char(rest % base);
    }
    const usize count = out.size() - at;
    std::memmove(out.data(), out.data() + at, count);
    return count;
}

// From the last digit to the first.
usize take_bits(MutableLimbs out, std::string_view digits, usize bits) {
    usize size = 0;
    usize filled = 0;
    u64 pending = 0;
    for (usize i = digits.size(); i-- > 0;) {
        if (digits[i] == '_') continue;
        pending |= u64{digit_value(digits[i])} << filled;
        filled += bits;
        if (filled < kLimbBits) continue;
        out[size++] = static_cast<Limb>(pending);
        pending >>= kLimbBits;
        filled -= kLimbBits;
    }
    if (pending != 0) out[size++] = static_cast<Limb>(pending);
    return trim(out.first(size)).size();
}

// out = out * factor + addend, with another limb only if that is not zero.
usize grow(MutableLimbs out, usize size, Limb factor, Limb addend) {
    u64 carry = addend;
    for (usize i = 0; i < size; ++i) {
        carry += u64{out[i]} * factor;
        out[i] = static_cast<Limb>(carry);
        carry >>= kLimbBits;
    }
    if (carry != 0) out[size++] = static_cast<Limb>(carry);
    return size;
}

usize take_chunks(MutableLimbs out, std::string_view digits, u32 base) {
    const Chunk chunk = chunk_of(base);
    usize size = 0;
    usize count = 0;
    Limb power = 1, value = 0;
    for (char c : digits) {
        if (c == '_') continue;
        value = value * base + digit_value(c);
        power *= base;
        if (++count < chunk.digits) continue;
        size = grow(out, size, power, value);
        power = 1, value = 0, count = 0;
    }
    return count > 0 ? grow(out, size, power, value) : size;
}

}  // namespace

usize text_size_max(usize bits, u32 base) {
    if (const usize each = digit_bits(base)) return bits > 0 ? (bits + each - 1) / each : 1;
    const Chunk chunk = chunk_of(base);
    return scale(bits, chunk.digits, chunk.bits() - 1) + 1;
}

usize to_text(std::span<char> out, Limbs a, u32 base, MutableLimbs scratch) {
    a = trim(a);
    if (a.empty()) {
        out[0] = '0';
        return 1;
    }
    if (const usize bits = digit_bits(base)) return put_bits(out, a, bits);
    return put_chunks(out.first(text_size_max(bit_length(a), base)), a, base, scratch);
}

usize limbs_for_digits(usize digits, u32 base) {
    if (const usize each = digit_bits(base)) return scale(digits, each, kLimbBits) + 1;
    const Chunk chunk = chunk_of(base);
    return limbs_for_bits(scale(digits, chunk.bits(), chunk.digits) + 1);
}

TextParse from_text(MutableLimbs out, std::string_view text, u32 base) {
    usize taken = 0;
    while (taken < text.size()) {
        const bool is_joint = text[taken] == '_' && taken > 0 && taken + 1 < text.size();
        const usize digit = taken + is_joint;
        if (digit_value(text[digit]) >= base) break;
        taken = digit + 1;
    }
    const std::string_view digits(text.data(), taken);
    const usize bits = digit_bits(base);
    return {bits ? take_bits(out, digits, bits) : take_chunks(out, digits, base), taken};
}

}  // namespace krait::big
