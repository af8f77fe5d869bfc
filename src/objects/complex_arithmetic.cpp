// Arithmetic of complex numbers. An int or a float as one operand counts as having imaginary
// part 0.
#include <cmath>

#include "base/float_bits.hpp"
#include "objects/complex.hpp"
#include "objects/float.hpp"
#include "objects/int.hpp"

namespace krait {

ComplexParts complex_add(ComplexParts a, ComplexParts b) {
    return {a.real + b.real, a.imag + b.imag};
}

ComplexParts complex_subtract(ComplexParts a, ComplexParts b) {
    return {a.real - b.real, a.imag - b.imag};
}

ComplexParts complex_multiply(ComplexParts a, ComplexParts b) {
    return {a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

// Smith's method ("Algorithm 116: Complex division", 1962): divides by the larger part first, so
// that nothing overflows on the way.
ComplexParts complex_divide(ComplexParts a, ComplexParts b) {
    if (float_is_nan(b.real) || float_is_nan(b.imag)) {
        const Float nan = std::numeric_limits<Float>::quiet_NaN();
        return {nan, nan};
    }
    if (std::fabs(b.real) >= std::fabs(b.imag)) {
        const Float ratio = b.imag / b.real, divisor = b.real + b.imag * ratio;
        return {(a.real + a.imag * ratio) / divisor, (a.imag - a.real * ratio) / divisor};
    }
    const Float ratio = b.real / b.imag, divisor = b.real * ratio + b.imag;
    return {(a.real * ratio + a.imag) / divisor, (a.imag * ratio - a.real) / divisor};
}

namespace {

bool is_finite(ComplexParts c) { return float_is_finite(c.real) && float_is_finite(c.imag); }

bool is_infinite(Float f) { return !float_is_finite(f) && !float_is_nan(f); }

// By squaring; exact where the parts are whole. Requires: 0 <= exponent.
ComplexParts whole_power(ComplexParts base, u32 exponent) {
    ComplexParts power{1, 0};
    for (; exponent; exponent >>= 1) {
        if (exponent & 1) power = complex_multiply(power, base);
        if (exponent > 1) base = complex_multiply(base, base);
    }
    return power;
}

Raised raise_zero_power(Interp& in) {
    return raise(in, kZeroDivisionError, "0.0 to a negative or complex power");
}

// By way of length and angle.
Status polar_power(Interp& in, ComplexParts base, ComplexParts exponent, ComplexParts& out) {
    const Float length = std::hypot(base.real, base.imag);
    const Float angle = std::atan2(base.imag, base.real);
    Float new_length = std::pow(length, exponent.real), new_angle = angle * exponent.real;
    if (exponent.imag != 0) {
        new_length /= std::exp(angle * exponent.imag);
        new_angle += exponent.imag * std::log(length);
    }
    if (is_infinite(new_angle)) return raise_zero_power(in);
    out = {new_length * std::cos(new_angle), new_length * std::sin(new_angle)};
    return kOk;
}

}  // namespace

Value complex_power(Interp& in, ComplexParts base, ComplexParts exponent) {
    constexpr Float kMostWhole = 100;
    if (exponent.real == 0 && exponent.imag == 0) return new_complex(in, {1, 0});
    if (base.real == 0 && base.imag == 0) {
        if (exponent.imag != 0 || exponent.real < 0) return raise_zero_power(in);
        return new_complex(in, {0, 0});
    }
    ComplexParts power;
    if (exponent.imag == 0 && std::floor(exponent.real) == exponent.real &&
        std::fabs(exponent.real) <= kMostWhole) {
        power = whole_power(base, static_cast<u32>(std::fabs(exponent.real)));
        if (exponent.real < 0) {
            if (power.real == 0 && power.imag == 0) return raise_zero_power(in);
            power = complex_divide({1, 0}, power);
        }
    } else {
        KRAIT_TRY(polar_power(in, base, exponent, power));
    }
    if (is_infinite(power.real) || is_infinite(power.imag))
        return raise(in, kOverflowError, "complex exponentiation");
    return new_complex(in, power);
}

namespace {

bool is_number(Value v) {
    return is_exact<Complex>(v) || v.is_inline_float() || is<Complex>(v) || is_real(v);
}

Status parts_of(Interp& in, Value v, ComplexParts& out) {
    if (is_exact<Complex>(v) || is<Complex>(v)) {
        out = as<Complex>(v)->parts;
        return kOk;
    }
    out.imag = 0;
    return real_to_float(in, v, out.real);
}

}  // namespace

Value complex_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (!is_number(lhs) || !is_number(rhs)) return not_implemented();
    if (op > BinaryOp::TrueDiv && op != BinaryOp::Pow) return not_implemented();
    ComplexParts a{}, b{};
    KRAIT_TRY(parts_of(in, lhs, a));
    KRAIT_TRY(parts_of(in, rhs, b));
    switch (op) {
        case BinaryOp::Add: return new_complex(in, complex_add(a, b));
        case BinaryOp::Sub: return new_complex(in, complex_subtract(a, b));
        case BinaryOp::Mul: return new_complex(in, complex_multiply(a, b));
        case BinaryOp::Pow: return complex_power(in, a, b);
        default: break;
    }
    if (b.real == 0 && b.imag == 0)
        return raise(in, kZeroDivisionError, "complex division by zero");
    return new_complex(in, complex_divide(a, b));
}

Value complex_unary(Interp& in, UnaryOp op, Value self) {
    const ComplexParts c = as<Complex>(self)->parts;
    switch (op) {
        case UnaryOp::Neg: return new_complex(in, {-c.real, -c.imag});
        case UnaryOp::Pos: return new_complex(in, c);
        case UnaryOp::Invert: return not_implemented();
        case UnaryOp::Abs: break;
    }
    const Float length = std::hypot(c.real, c.imag);
    if (is_finite(c) && !float_is_finite(length))
        return raise(in, kOverflowError, "absolute value too large");
    return new_float(in, length);
}

Value complex_compare(Interp&, CompareOp op, Value lhs, Value rhs) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || !is_number(rhs)) return not_implemented();
    const ComplexParts c = as<Complex>(lhs)->parts;
    bool same;
    if (is<Complex>(rhs)) {
        const ComplexParts d = as<Complex>(rhs)->parts;
        same = c.real == d.real && c.imag == d.imag;
    } else if (is_int(rhs)) {
        same = c.imag == 0 && int_order_float(rhs, c.real) == 0;
    } else {
        same = c.imag == 0 && c.real == float_of(rhs);
    }
    return from_bool(same == (op == CompareOp::Eq));
}

isize complex_hash(ComplexParts c) {
    constexpr Word kImagFactor = 1000003;
    const Word sum =
        static_cast<Word>(float_hash(c.real)) + kImagFactor * static_cast<Word>(float_hash(c.imag));
    const isize h = static_cast<isize>(sum);
    return h == -1 || h == Result<isize>::kNone ? -2 : h;
}

}  // namespace krait
