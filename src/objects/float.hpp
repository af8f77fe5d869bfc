// Floats: double on 64 bits, single precision on 32 bits, where a few of them are boxed
// (value.hpp). Instances of subclasses are always boxed.
#pragma once

#include <limits>

#include "core/interp.hpp"

namespace krait {

// The infinities and nan where they do not fit into a Value; as constants for tables.
extern const BoxedFloat kInfinityBox, kNegativeInfinityBox, kNanBox;
constexpr Value infinity() {
    if constexpr (kIs64) return Value::from_inline_float(std::numeric_limits<Float>::infinity());
    return Value(&kInfinityBox);
}
constexpr Value not_a_number() {
    if constexpr (kIs64) return Value::from_inline_float(std::numeric_limits<Float>::quiet_NaN());
    return Value(&kNanBox);
}

// Python's // and %: the remainder has the divisor's sign. Requires: b != 0.
Float float_modulo(Float a, Float b);
Float float_floor_divide(Float a, Float b);
// The slots of the type.
Value float_binary(Interp&, BinaryOp op, Value lhs, Value rhs);
Value float_unary(Interp&, UnaryOp op, Value self);
Value float_compare(Interp&, CompareOp op, Value lhs, Value rhs);
// ZeroDivisionError, OverflowError; complex for a negative base with a fraction as exponent.
Value float_power(Interp&, Float base, Float exponent);
// OverflowError(34, 'Numerical result out of range').
Raised raise_out_of_range(Interp&);
// Takes a float or an int as a Float. Requires: is_real(v).
inline bool is_real(Value v) { return is_float(v) || is_int(v); }
Status real_to_float(Interp&, Value v, Float& out);
// What float(text) accepts; `shown` is what the ValueError shows.
Status float_from_text(Interp&, std::string_view text, Value shown, Float& out);
isize float_hash(Float f);

// The hash of numbers is modulo 2^kHashBits - 1 (int_value.cpp).
constexpr int kHashBits = kIs64 ? 61 : 31;
constexpr Word kHashModulus = (Word{1} << kHashBits) - 1;
// Requires: x < 2 * kHashModulus, or so; the result is below the modulus.
constexpr Word hash_reduce(Word x) {
    x = (x & kHashModulus) + (x >> kHashBits);
    return x >= kHashModulus ? x - kHashModulus : x;
}
// x * 2^bits modulo the modulus. Requires: x < kHashModulus, bits < kHashBits.
constexpr Word hash_rotate(Word x, int bits) {
    return ((x << bits) & kHashModulus) | x >> (kHashBits - bits);
}

}  // namespace krait
