// The fast halves of arithmetic: small ints and inline floats, in a few instructions and without
// the interpreter. Each returns false (and leaves `out` alone) when the general path is needed.
#pragma once

#include <cmath>

#include "core/value.hpp"

namespace krait::fast {

inline bool add_ints(Value a, Value b, Value& out) {
    if constexpr (kIs64) {
        i64 sum;
        if (__builtin_add_overflow(static_cast<i64>(u64{a.bits()} << 16),
                                   static_cast<i64>(u64{b.bits()} << 16), &sum))
            return false;
        out = Value::from_bits(static_cast<Word>(Layout64::kIntTag | static_cast<u64>(sum) >> 16));
    } else {
        i32 sum;
        if (__builtin_add_overflow(static_cast<i32>(a.bits()), static_cast<i32>(b.bits() - 1),
                                   &sum))
            return false;
        out = Value::from_bits(static_cast<Word>(static_cast<u32>(sum)));
    }
    return true;
}

inline bool sub_ints(Value a, Value b, Value& out) {
    if constexpr (kIs64) {
        i64 difference;
        if (__builtin_sub_overflow(static_cast<i64>(u64{a.bits()} << 16),
                                   static_cast<i64>(u64{b.bits()} << 16), &difference))
            return false;
        out = Value::from_bits(
            static_cast<Word>(Layout64::kIntTag | static_cast<u64>(difference) >> 16));
    } else {
        i32 difference;
        if (__builtin_sub_overflow(static_cast<i32>(a.bits()), static_cast<i32>(b.bits() - 1),
                                   &difference))
            return false;
        out = Value::from_bits(static_cast<Word>(static_cast<u32>(difference)));
    }
    return true;
}

inline bool mul_ints(Value a, Value b, Value& out) {
    if constexpr (kIs64) {
        i64 product;
        if (__builtin_mul_overflow(a.as_int(), static_cast<i64>(u64{b.bits()} << 16), &product))
            return false;
        out = Value::from_bits(
            static_cast<Word>(Layout64::kIntTag | static_cast<u64>(product) >> 16));
    } else {
        i32 product;
        if (__builtin_mul_overflow(static_cast<i32>(a.as_int()), static_cast<i32>(b.bits() - 1),
                                   &product))
            return false;
        out = Value::from_bits(static_cast<Word>(static_cast<u32>(product) | 1));
    }
    return true;
}

inline bool both_floats(Value a, Value b) { return a.is_inline_float() && b.is_inline_float(); }

inline bool store_float(Float f, Value& out) {
    if (!Value::float_fits(f)) return false;
    out = Value::from_inline_float(f);
    return true;
}

// The operand as a Float, if it is an inline float or a small int.
inline bool to_float(Value v, Float& out) {
    if (v.is_inline_float()) {
        out = v.as_inline_float();
        return true;
    }
    if (!v.is_int()) return false;
    out = static_cast<Float>(v.as_int());
    return true;
}

// Requires: not both ints.
template <class F>
bool float_op(Value a, Value b, Value& out, F f) {
    if (both_floats(a, b)) [[likely]]
        return store_float(f(a.as_inline_float(), b.as_inline_float()), out);
    Float x, y;
    return to_float(a, x) && to_float(b, y) && store_float(f(x, y), out);
}

inline bool add(Value a, Value b, Value& out) {
    if (Value::both_ints(a, b)) return add_ints(a, b, out);
    return float_op(a, b, out, [](Float x, Float y) { return x + y; });
}
inline bool sub(Value a, Value b, Value& out) {
    if (Value::both_ints(a, b)) return sub_ints(a, b, out);
    return float_op(a, b, out, [](Float x, Float y) { return x - y; });
}
inline bool mul(Value a, Value b, Value& out) {
    if (Value::both_ints(a, b)) return mul_ints(a, b, out);
    return float_op(a, b, out, [](Float x, Float y) { return x * y; });
}
inline bool true_div(Value a, Value b, Value& out) {
    Float x, y;
    // Quotients of ints beyond the mantissa must be rounded once: the general path does that.
    if (!to_float(a, x) || !to_float(b, y) || y == 0) return false;
    constexpr Float kExact = kIs64 ? Float(u64{1} << 53) : Float(1 << 24);
    if (a.is_int() && std::fabs(x) > kExact) return false;
    if (b.is_int() && std::fabs(y) > kExact) return false;
    return store_float(x / y, out);
}
inline bool floor_div(Value a, Value b, Value& out) {
    if (!Value::both_ints(a, b) || b.as_int() == 0) return false;
    isize x = a.as_int(), y = b.as_int(), q = x / y;
    if (x % y != 0 && (x < 0) != (y < 0)) --q;
    if (!Value::fits_int(q)) return false;
    out = Value::from_int(q);
    return true;
}
inline bool mod(Value a, Value b, Value& out) {
    if (!Value::both_ints(a, b) || b.as_int() == 0) return false;
    isize y = b.as_int(), r = a.as_int() % y;
    if (r != 0 && (r < 0) != (y < 0)) r += y;
    out = Value::from_int(r);
    return true;
}
inline bool bit_and(Value a, Value b, Value& out) {
    if (!Value::both_ints(a, b)) return false;
    out = Value::from_bits(a.bits() & b.bits());
    return true;
}
inline bool bit_or(Value a, Value b, Value& out) {
    if (!Value::both_ints(a, b)) return false;
    out = Value::from_bits(a.bits() | b.bits());
    return true;
}
inline bool bit_xor(Value a, Value b, Value& out) {
    if (!Value::both_ints(a, b)) return false;
    out = Value::from_int(a.as_int() ^ b.as_int());
    return true;
}
inline bool left_shift(Value a, Value b, Value& out) {
    if (!Value::both_ints(a, b)) return false;
    isize count = b.as_int(), x = a.as_int();
    if (count < 0 || count >= Layout::kIntBits - 1) return false;
    isize shifted = static_cast<isize>(static_cast<Word>(x) << count);
    if (shifted >> count != x || !Value::fits_int(shifted)) return false;
    out = Value::from_int(shifted);
    return true;
}
inline bool right_shift(Value a, Value b, Value& out) {
    if (!Value::both_ints(a, b) || b.as_int() < 0) return false;
    isize count = b.as_int() < Layout::kIntBits ? b.as_int() : Layout::kIntBits - 1;
    out = Value::from_int(a.as_int() >> count);
    return true;
}

}  // namespace krait::fast
