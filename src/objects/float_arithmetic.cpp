// Floats: their values, arithmetic, order and hash. The type itself is in float.cpp.
#include <cmath>

#include "base/float_bits.hpp"
#include "objects/complex.hpp"
#include "objects/float.hpp"
#include "objects/int.hpp"

namespace krait {

// --- values ------------------------------------------------------------------------------------

constinit const BoxedFloat kInfinityBox{Object(FloatType::kType.shape()),
                                        std::numeric_limits<Float>::infinity()};
constinit const BoxedFloat kNegativeInfinityBox{Object(FloatType::kType.shape()),
                                                -std::numeric_limits<Float>::infinity()};
constinit const BoxedFloat kNanBox{Object(FloatType::kType.shape()),
                                   std::numeric_limits<Float>::quiet_NaN()};

Value new_float(Interp& in, Float f) {
    if (Value::float_fits(f)) [[likely]]
        return Value::from_inline_float(f);
    if (!float_is_finite(f))
        return float_is_nan(f) ? Value(&kNanBox) : f > 0 ? &kInfinityBox : &kNegativeInfinityBox;
    BoxedFloat* box = KRAIT_TRY(in.make_with_shape<BoxedFloat>(FloatType::kType.shape()));
    box->value = f;
    return box;
}

bool is_float(Value v) {
    if (v.is_inline_float()) return true;
    return v.is_object() && v.object()->type()->layout == &FloatType::kType;
}

Float float_of(Value v) {
    return v.is_inline_float() ? v.as_inline_float()
                               : static_cast<const BoxedFloat*>(v.object())->value;
}

Status real_to_float(Interp& in, Value v, Float& out) {
    if (is_int(v)) return int_to_float(in, v, out);
    out = float_of(v);
    return kOk;
}

isize float_hash(Float f) {
    if (float_is_nan(f)) return 0;
    if (!float_is_finite(f)) return f > 0 ? 314159 : -314159;
    const auto [mantissa, exponent] = float_parts(f);
    int bits = exponent % kHashBits;
    if (bits < 0) bits += kHashBits;
    const Word m = hash_rotate(hash_reduce(static_cast<Word>(mantissa)), bits);
    const isize h = f < 0 ? -static_cast<isize>(m) : static_cast<isize>(m);
    return h == -1 ? -2 : h;
}

// --- arithmetic ----------------------------------------------------------------------------------

Float float_modulo(Float a, Float b) {
    const Float rest = std::fmod(a, b);
    if (rest == 0) return std::copysign(Float(0), b);
    return (rest < 0) != (b < 0) ? rest + b : rest;
}

// a less its remainder is a multiple of b up to rounding, so the nearest whole number is the
// quotient.
Float float_floor_divide(Float a, Float b) {
    const Float rest = std::fmod(a, b);
    Float quotient = (a - rest) / b;
    if (rest != 0 && (rest < 0) != (b < 0)) quotient -= 1;
    if (quotient == 0) return std::copysign(Float(0), a / b);
    return std::round(quotient);
}

Raised raise_out_of_range(Interp& in) {
    const Value args[] = {Value::from_int(34), Value("Numerical result out of range"_sym)};
    return raise_args(in, kOverflowError, args);
}

Value float_power(Interp& in, Float base, Float exponent) {
    if (base == 0 && exponent < 0 && float_is_finite(exponent))
        return raise(in, kZeroDivisionError, "0.0 cannot be raised to a negative power");
    const bool finite = float_is_finite(base) && float_is_finite(exponent);
    if (finite && base < 0 && std::floor(exponent) != exponent)
        return complex_power(in, {base, 0}, {exponent, 0});
    const Float power = std::pow(base, exponent);
    if (finite && !float_is_finite(power)) return raise_out_of_range(in);
    return new_float(in, power);
}

namespace {

Value float_divmod(Interp& in, Float a, Float b) {
    Value items[2];
    items[0] = KRAIT_TRY(new_float(in, float_floor_divide(a, b)));
    items[1] = KRAIT_TRY(new_float(in, float_modulo(a, b)));
    return KRAIT_TRY(new_tuple(in, items));
}

const char* zero_division_text(BinaryOp op) {
    switch (op) {
        case BinaryOp::TrueDiv: return "float division by zero";
        case BinaryOp::Mod: return "float modulo";
        case BinaryOp::FloorDiv: return "float floor division by zero";
        case BinaryOp::DivMod: return "float divmod()";
        default: return nullptr;
    }
}

}  // namespace

Value float_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (!is_real(lhs) || !is_real(rhs)) return not_implemented();
    const char* division = zero_division_text(op);
    if (!division && op > BinaryOp::Mul && op != BinaryOp::Pow) return not_implemented();
    Float a = 0, b = 0;
    KRAIT_TRY(real_to_float(in, lhs, a));
    KRAIT_TRY(real_to_float(in, rhs, b));
    if (division && b == 0) return raise(in, kZeroDivisionError, division);
    switch (op) {
        case BinaryOp::Add: return new_float(in, a + b);
        case BinaryOp::Sub: return new_float(in, a - b);
        case BinaryOp::Mul: return new_float(in, a * b);
        case BinaryOp::TrueDiv: return new_float(in, a / b);
        case BinaryOp::FloorDiv: return new_float(in, float_floor_divide(a, b));
        case BinaryOp::Mod: return new_float(in, float_modulo(a, b));
        case BinaryOp::DivMod: return float_divmod(in, a, b);
        default: return float_power(in, a, b);
    }
}

Value float_unary(Interp& in, UnaryOp op, Value self) {
    const Float f = float_of(self);
    switch (op) {
        case UnaryOp::Neg: return new_float(in, -f);
        case UnaryOp::Pos: return type_of(self) == &FloatType::kType ? self : new_float(in, f);
        case UnaryOp::Abs: return new_float(in, std::fabs(f));
        case UnaryOp::Invert: break;
    }
    return not_implemented();
}

static int order(Float a, Float b) {
    if (float_is_nan(a) || float_is_nan(b)) return kUnordered;
    return (a > b) - (a < b);
}

Value float_compare(Interp&, CompareOp op, Value lhs, Value rhs) {
    const Float a = float_of(lhs);
    if (is_float(rhs)) return from_bool(order_satisfies(op, order(a, float_of(rhs))));
    if (!is_int(rhs)) return not_implemented();
    const int reversed = int_order_float(rhs, a);
    return from_bool(order_satisfies(op, reversed == kUnordered ? kUnordered : -reversed));
}

}  // namespace krait
