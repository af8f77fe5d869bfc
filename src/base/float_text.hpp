// Floats to text and back, exactly and in Python's forms, for float and double alike.
//
// Shortest digits are found as in Raffaele Giulietti's "The Schubfach way to render doubles";
// reading is an interval test with the same powers of ten. Those are made at compile time (one in
// 27, or 13 for float; those between by a multiplication with a power of five), so no constant was
// copied from anywhere. Where an interval cannot decide, and for a given number of digits, the
// decimal expansion itself is produced from a big integer: every result is correctly rounded,
// ties to even. No locale, no allocation; floating-point arithmetic is not used at all.
//
// Everything exists for float and double.
#pragma once

#include "base/types.hpp"

namespace krait {

// --- writing -------------------------------------------------------------------------------

// Room enough for float_repr.
constexpr usize kFloatReprSize = 32;

// The shortest text that reads back as the same value, in repr's form: "0.1", "1e+16", "-0.0",
// "inf", "-inf", "nan". Returns how many characters were written.
template <typename Float>
usize float_repr(Float value, char* out);

// How to write a float, in the words of Python's format mini-language. Width, fill, sign and digit
// grouping are the caller's; a minus is written for negative values (-0.0 too).
struct FloatFormat {
    // One of e E f F g G %, or r: the form without a presentation type. That is repr's when
    // precision is absent, else like g, but never looking like an integer.
    char type = 'r';
    i32 precision = -1;      // digits; below 0: absent, which means 6 (shortest for r)
    bool alternate = false;  // '#': always a point, and g keeps trailing zeros
};

// Room enough for format_float with this format, whatever the value.
template <typename Float>
usize float_format_size(const FloatFormat& format);

// Returns how many characters were written. Requires: room for float_format_size(format), which
// may be used up to its end as working space.
template <typename Float>
usize format_float(Float value, const FloatFormat& format, char* out);

// round(value, ndigits): the nearest float to the value rounded, ties to even, after ndigits
// decimal places (before the point if negative). Infinite if that overflows.
template <typename Float>
Float round_float(Float value, i32 ndigits);

// The shortest digits d1d2...dn that identify |value| = 0.d1d2...dn * 10^point.
struct FloatDigits {
    char digits[17];
    u8 count;
    i16 point;
};

// Requires: value is finite and not zero.
template <typename Float>
FloatDigits shortest_digits(Float value);

// Room enough for float_hex.
constexpr usize kFloatHexSize = 32;

// float.hex(): "0x1.999999999999ap-4", "-0x0.0p+0", "inf", "nan". Of a float, six digits after the
// point. Returns how many characters were written.
template <typename Float>
usize float_hex(Float value, char* out);

// --- reading -------------------------------------------------------------------------------

// What was read: the text's first `size` characters are `value`; 0 if no float starts there.
template <typename Float>
struct FloatParse {
    Float value;
    usize size;
};

// Reads what float() accepts, spaces apart: sign, digits with single underscores between digits,
// point, exponent, or inf, infinity, nan in any case. Takes the longest prefix that is a float: the
// whole text is one if size == text.size(). Too large is infinite, too small is zero.
template <typename Float>
FloatParse<Float> parse_float(std::string_view text);

// Reads what float.fromhex accepts, spaces apart. Correctly rounded; the caller tells overflow by
// an infinite value of a text that does not say inf.
template <typename Float>
FloatParse<Float> parse_float_hex(std::string_view text);

}  // namespace krait
