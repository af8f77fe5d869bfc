// Arithmetic of ints. Each operation has a path for what fits into 64 bits and one over limbs.
#include <algorithm>

#include "base/float_bits.hpp"
#include "objects/float.hpp"
#include "objects/int.hpp"

namespace krait {

namespace {

Raised raise_zero_modulo(Interp& in, bool quotient) {
    return raise(in, kZeroDivisionError,
                 quotient ? "integer division or modulo by zero" : "integer modulo by zero");
}

// a + b, or a - b.
Value add_signed(Interp& in, const IntOperand& a, const IntOperand& b, bool subtracted) {
    const bool b_negative = b.is_negative() != subtracted;
    IntBuilder out(in);
    KRAIT_TRY(out.reserve(big::add_limbs_needed(a.count(), b.count())));
    if (a.is_negative() == b_negative)
        return out.finish(big::add(out.limbs(), a.magnitude(), b.magnitude()), b_negative);
    const bool swapped = big::compare(a.magnitude(), b.magnitude()) < 0;
    const IntOperand &larger = swapped ? b : a, &smaller = swapped ? a : b;
    const usize count = big::subtract(out.limbs(), larger.magnitude(), smaller.magnitude());
    return out.finish(count, swapped ? b_negative : a.is_negative());
}

Value multiply_big(Interp& in, const IntOperand& a, const IntOperand& b) {
    IntBuilder out(in);
    LimbScratch scratch(in);
    KRAIT_TRY(out.reserve(big::multiply_limbs_needed(a.count(), b.count())));
    KRAIT_TRY(scratch.reserve(big::multiply_scratch_wanted(a.count(), b.count())));
    const usize count = big::multiply(out.limbs(), a.magnitude(), b.magnitude(), scratch.limbs());
    return out.finish(count, a.is_negative() != b.is_negative());
}

// Division of magnitudes, then the step down where the signs differ and something is left.
Status divide_big(Interp& in, const IntOperand& a, const IntOperand& b, Value* quotient,
                  Value* remainder) {
    IntBuilder q(in), r(in);
    LimbScratch scratch(in);
    KRAIT_TRY(q.reserve(big::quotient_limbs_needed(a.count(), b.count()) + 1));
    KRAIT_TRY(r.reserve(big::remainder_limbs_needed(a.count(), b.count())));
    KRAIT_TRY(scratch.reserve(big::divide_scratch_needed(a.count(), b.count())));
    auto [q_count, r_count] =
        big::divide(q.limbs(), r.limbs(), a.magnitude(), b.magnitude(), scratch.limbs());
    const bool negative = a.is_negative() != b.is_negative();
    if (negative && r_count > 0) {
        q_count = big::add_limb(q.limbs(), q.limbs().first(q_count), 1);
        r_count = big::subtract(r.limbs(), b.magnitude(), r.limbs().first(r_count));
    }
    if (quotient) *quotient = KRAIT_TRY(q.finish(q_count, negative));
    if (remainder) *remainder = KRAIT_TRY(r.finish(r_count, b.is_negative()));
    return kOk;
}

// A quotient of at least 64 bits, what is left shown in the lowest, rounds right.
Value true_divide_big(Interp& in, const IntOperand& a, const IntOperand& b) {
    const isize shift = 64 - static_cast<isize>(big::bit_length(a.magnitude())) +
                        static_cast<isize>(big::bit_length(b.magnitude()));
    const usize up = shift > 0 ? static_cast<usize>(shift) : 0;
    const usize down = shift < 0 ? static_cast<usize>(-shift) : 0;
    LimbScratch x(in), y(in), q(in), r(in), scratch(in);
    KRAIT_TRY(x.reserve(big::shift_left_limbs_needed(a.count(), up)));
    KRAIT_TRY(y.reserve(big::shift_left_limbs_needed(b.count(), down)));
    const usize x_count = big::shift_left(x.limbs(), a.magnitude(), up);
    const usize y_count = big::shift_left(y.limbs(), b.magnitude(), down);
    const big::Limbs dividend = x.limbs().first(x_count), divisor = y.limbs().first(y_count);
    KRAIT_TRY(q.reserve(big::quotient_limbs_needed(x_count, y_count)));
    KRAIT_TRY(r.reserve(big::remainder_limbs_needed(x_count, y_count)));
    KRAIT_TRY(scratch.reserve(big::divide_scratch_needed(x_count, y_count)));
    const auto [q_count, r_count] =
        big::divide(q.limbs(), r.limbs(), dividend, divisor, scratch.limbs());
    const big::Limbs quotient = q.limbs().first(q_count);
    const usize extra = big::bit_length(quotient) - 64;
    bool inexact = r_count > 0 || big::any_bit_below(quotient, extra);
    const usize kept = big::shift_right(q.limbs(), quotient, extra);
    const u64 mantissa = big::to_u64(q.limbs().first(kept)) | (inexact ? 1 : 0);
    const isize exponent = static_cast<isize>(extra) - shift;
    constexpr isize kBound = 1 << 20;  // far beyond any float
    const Float f =
        float_from_parts<Float>(mantissa, static_cast<i32>(std::clamp(exponent, -kBound, kBound)),
                                a.is_negative() != b.is_negative());
    if (!float_is_finite(f))
        return raise(in, kOverflowError, "integer division result too large for a float");
    return new_float(in, f);
}

// Whether the int is exact as a Float.
bool is_exact_as_float(i64 i) {
    constexpr i64 kLimit = i64{1} << FloatLayout<Float>::kPrecision;
    return i >= -kLimit && i <= kLimit;
}

Value divmod_pair(Interp& in, Value a, Value b) {
    Value items[2];
    KRAIT_TRY(int_divide(in, a, b, &items[0], &items[1]));
    return KRAIT_TRY(new_tuple(in, items));
}

// The count of a shift: kFar if it is beyond any int.
constexpr isize kFar = std::numeric_limits<isize>::max();
Result<isize> shift_count(Interp& in, Value v) {
    if (int_sign(v) < 0) return raise(in, kValueError, "negative shift count");
    const auto count = int_as_i64(v);
    return count && *count < kFar ? static_cast<isize>(*count) : kFar;
}

Value shift_left_value(Interp& in, Value a, Value b) {
    const isize count = KRAIT_TRY(shift_count(in, b));
    if (int_sign(a) == 0) return Value::from_int(0);
    if (count == kFar) return raise(in, kOverflowError, "too many digits in integer");
    return int_shift_left(in, a, static_cast<usize>(count));
}

Value shift_right_value(Interp& in, Value a, Value b) {
    const isize count = KRAIT_TRY(shift_count(in, b));
    if (count == kFar) return Value::from_int(int_sign(a) < 0 ? -1 : 0);
    return int_shift_right(in, a, static_cast<usize>(count));
}

}  // namespace

Value int_add(Interp& in, Value a, Value b) {
    if (Value::both_ints(a, b)) return new_int(in, i64{a.as_int()} + b.as_int());
    const auto x = int_as_i64(a), y = int_as_i64(b);
    i64 sum;
    if (x && y && !__builtin_add_overflow(*x, *y, &sum)) return new_int(in, sum);
    return add_signed(in, IntOperand(a), IntOperand(b), false);
}

Value int_subtract(Interp& in, Value a, Value b) {
    if (Value::both_ints(a, b)) return new_int(in, i64{a.as_int()} - b.as_int());
    const auto x = int_as_i64(a), y = int_as_i64(b);
    i64 difference;
    if (x && y && !__builtin_sub_overflow(*x, *y, &difference)) return new_int(in, difference);
    return add_signed(in, IntOperand(a), IntOperand(b), true);
}

Value int_multiply(Interp& in, Value a, Value b) {
    const auto x = int_as_i64(a), y = int_as_i64(b);
    i64 product;
    if (x && y && !__builtin_mul_overflow(*x, *y, &product)) return new_int(in, product);
    return multiply_big(in, IntOperand(a), IntOperand(b));
}

Status int_divide(Interp& in, Value a, Value b, Value* quotient, Value* remainder) {
    if (int_sign(b) == 0) return raise_zero_modulo(in, quotient);
    const auto x = int_as_i64(a), y = int_as_i64(b);
    if (!x || !y || (*x == std::numeric_limits<i64>::min() && *y == -1))
        return divide_big(in, IntOperand(a), IntOperand(b), quotient, remainder);
    i64 q = *x / *y, r = *x % *y;
    if (r != 0 && (r < 0) != (*y < 0)) {
        --q;
        r += *y;
    }
    if (quotient) *quotient = KRAIT_TRY(new_int(in, q));
    if (remainder) *remainder = KRAIT_TRY(new_int(in, r));
    return kOk;
}

Value int_floor_divide(Interp& in, Value a, Value b) {
    Value quotient;
    KRAIT_TRY(int_divide(in, a, b, &quotient, nullptr));
    return quotient;
}

Value int_modulo(Interp& in, Value a, Value b) {
    Value remainder;
    KRAIT_TRY(int_divide(in, a, b, nullptr, &remainder));
    return remainder;
}

Value int_true_divide(Interp& in, Value a, Value b) {
    if (int_sign(b) == 0) return raise(in, kZeroDivisionError, "division by zero");
    const auto x = int_as_i64(a), y = int_as_i64(b);
    if (x && y && is_exact_as_float(*x) && is_exact_as_float(*y))
        return new_float(in, static_cast<Float>(*x) / static_cast<Float>(*y));
    const IntOperand dividend(a), divisor(b);
    if (dividend.is_zero()) return new_float(in, divisor.is_negative() ? Float(-0.0) : Float(0));
    return true_divide_big(in, dividend, divisor);
}

Value int_negate(Interp& in, Value a) { return int_subtract(in, Value::from_int(0), a); }

Value int_absolute(Interp& in, Value a) {
    return int_sign(a) < 0 ? int_negate(in, a) : plain_int(in, a);
}

Value int_shift_left(Interp& in, Value a, usize bits) {
    const IntOperand n(a);
    if (n.is_zero()) return Value::from_int(0);
    if (bits / big::kLimbBits > kMaxIntLimbs) return raise_memory_error(in);
    IntBuilder out(in);
    KRAIT_TRY(out.reserve(big::shift_left_limbs_needed(n.count(), bits)));
    return out.finish(big::shift_left(out.limbs(), n.magnitude(), bits), n.is_negative());
}

Value int_shift_right(Interp& in, Value a, usize bits) {
    if (a.is_int()) {
        const isize i = a.as_int();
        return Value::from_int(bits >= 8 * sizeof(isize) ? (i < 0 ? -1 : 0) : i >> bits);
    }
    const IntOperand n(a);
    const usize left = bits / big::kLimbBits < n.count() ? n.count() - bits / big::kLimbBits : 0;
    IntBuilder out(in);
    KRAIT_TRY(out.reserve(left + 1));
    usize count = left ? big::shift_right(out.limbs(), n.magnitude(), bits) : 0;
    if (n.is_negative() && big::any_bit_below(n.magnitude(), bits))
        count = big::add_limb(out.limbs(), out.limbs().first(count), 1);
    return out.finish(count, n.is_negative());
}

Value int_bit_op(Interp& in, big::BitOp op, Value a, Value b) {
    const auto x = int_as_i64(a), y = int_as_i64(b);
    if (x && y) {
        switch (op) {
            case big::BitOp::And: return new_int(in, *x & *y);
            case big::BitOp::Or: return new_int(in, *x | *y);
            case big::BitOp::Xor: return new_int(in, *x ^ *y);
        }
    }
    const IntOperand m(a), n(b);
    IntBuilder out(in);
    KRAIT_TRY(out.reserve(big::bit_op_limbs_needed(m.count(), n.count())));
    const auto [count, negative] = big::bit_op(op, out.limbs(), m.with_sign(), n.with_sign());
    return out.finish(count, negative);
}

Value int_gcd(Interp& in, Value a, Value b) {
    a = KRAIT_TRY(int_absolute(in, a));
    b = KRAIT_TRY(int_absolute(in, b));
    while (!(a.is_int() && b.is_int()) && int_sign(b) != 0) {
        const Value rest = KRAIT_TRY(int_modulo(in, a, b));
        a = b;
        b = rest;
    }
    if (int_sign(b) == 0) return a;
    isize x = a.as_int(), y = b.as_int();
    while (y) {
        const isize rest = x % y;
        x = y;
        y = rest;
    }
    return new_int(in, x);
}

Value int_binary(Interp& in, BinaryOp op, Value a, Value b) {
    if (!is_int(a) || !is_int(b)) return not_implemented();
    switch (op) {
        case BinaryOp::Add: return int_add(in, a, b);
        case BinaryOp::Sub: return int_subtract(in, a, b);
        case BinaryOp::Mul: return int_multiply(in, a, b);
        case BinaryOp::TrueDiv: return int_true_divide(in, a, b);
        case BinaryOp::FloorDiv: return int_floor_divide(in, a, b);
        case BinaryOp::Mod: return int_modulo(in, a, b);
        case BinaryOp::DivMod: return divmod_pair(in, a, b);
        case BinaryOp::LShift: return shift_left_value(in, a, b);
        case BinaryOp::RShift: return shift_right_value(in, a, b);
        case BinaryOp::And: return int_bit_op(in, big::BitOp::And, a, b);
        case BinaryOp::Or: return int_bit_op(in, big::BitOp::Or, a, b);
        case BinaryOp::Xor: return int_bit_op(in, big::BitOp::Xor, a, b);
        case BinaryOp::MatMul: return not_implemented();
        case BinaryOp::Pow: break;
    }
    if (int_sign(b) >= 0) return int_power(in, a, b);
    Float base = 0, exponent = 0;
    KRAIT_TRY(int_to_float(in, a, base));
    KRAIT_TRY(int_to_float(in, b, exponent));
    return float_power(in, base, exponent);
}

}  // namespace krait
