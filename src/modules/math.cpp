// The module math: the functions of one or two floats and the table of the module. What works on
// ints is in math_integer.cpp, what works on many numbers in math_sums.cpp.
//
// Errors as CPython has them: a nan that comes of no nan is "math domain error"; an infinity that
// comes of finite arguments is "math range error", or "math domain error" where the function has a
// pole there.
#include <cmath>

#include "base/float_bits.hpp"
#include "modules/math_parts.hpp"
#include "modules/modules.hpp"
#include "objects/float.hpp"
#include "objects/int.hpp"

namespace krait {

namespace {

constexpr Float kPi = static_cast<Float>(3.141592653589793);
constexpr Float kE = static_cast<Float>(2.718281828459045);

// --- functions of one float ----------------------------------------------------------------------

enum class Infinite { Range, Pole };

Value checked(Interp& in, Float x, Float result, Infinite infinite) {
    if (float_is_finite(result)) [[likely]]
        return new_float(in, result);
    if (float_is_nan(result)) {
        if (!float_is_nan(x)) return raise_math_domain(in);
    } else if (float_is_finite(x)) {
        return infinite == Infinite::Range ? raise_math_range(in) : raise_math_domain(in);
    }
    return new_float(in, result);
}

template <Float (*F)(Float), Infinite Kind = Infinite::Pole>
Value unary_function(Interp& in, Float x) {
    return checked(in, x, F(x), Kind);
}

Float log_gamma(Float x) {
    int sign;
    if constexpr (kIs64) return static_cast<Float>(lgamma_r(static_cast<double>(x), &sign));
    return static_cast<Float>(lgammaf_r(static_cast<float>(x), &sign));
}

Value math_gamma(Interp& in, Float x) {
    if (x == 0 || (x < 0 && std::floor(x) == x)) return raise_math_domain(in);
    return checked(in, x, std::tgamma(x), Infinite::Range);
}

Value math_lgamma(Interp& in, Float x) {
    if (float_is_finite(x) && x <= 0 && std::floor(x) == x) return raise_math_domain(in);
    return checked(in, x, log_gamma(x), Infinite::Range);
}

Float math_degrees(Float x) { return x * (180 / kPi); }
Float math_radians(Float x) { return x * (kPi / 180); }
bool math_isnan(Float x) { return float_is_nan(x); }
bool math_isinf(Float x) { return !float_is_finite(x) && !float_is_nan(x); }
bool math_isfinite(Float x) { return float_is_finite(x); }

// --- logarithms: of ints of any size -------------------------------------------------------------

using Log = Float (*)(Float);

// log(n) = log(n / 2^bits) + bits * log(2).
Status log_of_large(Interp& in, Value n, Log log, Float& out) {
    const usize bits = int_bit_length(n);
    const Value top = KRAIT_TRY(int_shift_right(in, n, bits - 64));
    out = log(std::ldexp(int_to_float(top), -64)) + log(Float(2)) * static_cast<Float>(bits);
    return kOk;
}

Status log_of(Interp& in, Value v, Log log, Float& out) {
    if (is_int(v)) {
        if (int_sign(v) <= 0) return raise_math_domain(in);
        out = int_to_float(v);
        if (float_is_finite(out)) {
            out = log(out);
        } else {
            KRAIT_TRY(log_of_large(in, v, log, out));
        }
        return kOk;
    }
    Float x = 0;
    KRAIT_TRY(to_float(in, v, x));
    if (x <= 0) return raise_math_domain(in);
    out = log(x);
    return kOk;
}

Value math_log(Interp& in, Value x, Value base) {
    Float logarithm = 0, unit = 0;
    KRAIT_TRY(log_of(in, x, std::log, logarithm));
    if (!base) return new_float(in, logarithm);
    KRAIT_TRY(log_of(in, base, std::log, unit));
    if (unit == 0) return raise(in, kZeroDivisionError, "float division by zero");
    return new_float(in, logarithm / unit);
}

template <Log F>
Value log_function(Interp& in, Value x) {
    Float logarithm = 0;
    KRAIT_TRY(log_of(in, x, F, logarithm));
    return new_float(in, logarithm);
}

// --- functions of two floats ---------------------------------------------------------------------

// A nan where neither argument is one is a domain error.
Value checked_pair(Interp& in, Float x, Float y, Float result) {
    if (float_is_nan(result) && !float_is_nan(x) && !float_is_nan(y)) return raise_math_domain(in);
    return new_float(in, result);
}

Value math_fmod(Interp& in, Float x, Float y) { return checked_pair(in, x, y, std::fmod(x, y)); }
Value math_remainder(Interp& in, Float x, Float y) {
    return checked_pair(in, x, y, std::remainder(x, y));
}

Value math_pow(Interp& in, Float x, Float y) {
    const Float power = std::pow(x, y);
    const bool finite = float_is_finite(x) && float_is_finite(y);
    if (finite && !float_is_finite(power) && !float_is_nan(power))
        return x == 0 ? raise_math_domain(in) : raise_math_range(in);
    return checked_pair(in, x, y, power);
}

Float math_atan2(Float y, Float x) { return std::atan2(y, x); }
Float math_copysign(Float x, Float y) { return std::copysign(x, y); }

Result<bool> math_isclose(Interp& in, Float a, Float b, Float rel_tol, Float abs_tol) {
    if (rel_tol < 0 || abs_tol < 0)
        return raise(in, kValueError, "tolerances must be non-negative");
    if (a == b) return true;
    if (math_isinf(a) || math_isinf(b)) return false;
    const Float difference = std::fabs(b - a);
    return difference <= std::fabs(rel_tol * b) || difference <= std::fabs(rel_tol * a) ||
           difference <= abs_tol;
}

// --- parts of floats -----------------------------------------------------------------------------

Value pair(Interp& in, Value a, Value b) {
    const Value items[] = {a, b};
    return KRAIT_TRY(new_tuple(in, items));
}

Value math_frexp(Interp& in, Float x) {
    int exponent = 0;
    const Float mantissa = float_is_finite(x) ? std::frexp(x, &exponent) : x;
    return pair(in, KRAIT_TRY(new_float(in, mantissa)), Value::from_int(exponent));
}

Value math_ldexp(Interp& in, Float x, Value i) {
    if (!is_int(i)) return raise(in, kTypeError, "Expected an int as second argument to ldexp.");
    constexpr isize kFar = 100000;
    const isize exponent = KRAIT_TRY(clamped_index(in, i, kFar));
    return checked(in, x, std::ldexp(x, static_cast<int>(exponent)), Infinite::Range);
}

Value math_modf(Interp& in, Float x) {
    const Float whole = std::trunc(x);
    const Float fraction = float_is_nan(x) ? x : math_isinf(x) ? 0 : x - whole;
    return pair(in, KRAIT_TRY(new_float(in, std::copysign(fraction, x))),
                KRAIT_TRY(new_float(in, whole)));
}

// Floats as whole numbers in their order: neighbours differ by 1, and both zeros are 0.
i64 ordinal_of(Float f) {
    const auto bits = static_cast<i64>(float_bits(std::fabs(f)));
    return f < 0 ? -bits : bits;
}
Float float_of_ordinal(i64 ordinal) {
    using Bits = FloatLayout<Float>::Bits;
    const Float f = std::bit_cast<Float>(static_cast<Bits>(ordinal < 0 ? -ordinal : ordinal));
    return ordinal < 0 ? -f : f;
}

Value math_nextafter(Interp& in, Float x, Float y, Value steps) {
    u64 count = 1;
    if (!is_none(steps)) {
        const Value n = KRAIT_TRY(to_int_object(in, steps));
        if (int_sign(n) < 0) return raise(in, kValueError, "steps must be a non-negative integer");
        const auto small = int_as_i64(n);
        count = small ? static_cast<u64>(*small) : ~u64{0};
    }
    if (float_is_nan(x) || float_is_nan(y)) return new_float(in, x + y);
    const i64 from = ordinal_of(x), to = ordinal_of(y);
    const u64 distance = from < to ? static_cast<u64>(to) - static_cast<u64>(from)
                                   : static_cast<u64>(from) - static_cast<u64>(to);
    if (count == 0) return new_float(in, x);
    if (count >= distance) return new_float(in, y);
    const i64 step = static_cast<i64>(count);
    const i64 there = from < to ? from + step : from - step;
    return new_float(in, there == 0 ? std::copysign(Float(0), x) : float_of_ordinal(there));
}

Float math_ulp(Float x) {
    x = std::fabs(x);
    if (!float_is_finite(x)) return x;
    const Float above = float_of_ordinal(ordinal_of(x) + 1);
    return float_is_finite(above) ? above - x : x - float_of_ordinal(ordinal_of(x) - 1);
}

// --- to whole numbers ----------------------------------------------------------------------------

// By the special method, else of the float that the object is.
template <Float (*F)(Float)>
Value round_with(Interp& in, Value x, const Str* name) {
    if (!is_float(x)) {
        const Value rounded = KRAIT_TRY(call_special(in, x, name));
        if (!is_done(rounded)) return rounded;
    }
    Float f = 0;
    KRAIT_TRY(to_float(in, x, f));
    return int_from_float(in, F(f));
}

Value math_floor(Interp& in, Value x) { return round_with<std::floor>(in, x, "__floor__"_sym); }
Value math_ceil(Interp& in, Value x) { return round_with<std::ceil>(in, x, "__ceil__"_sym); }

Value math_trunc(Interp& in, Value x) {
    if (x.is_inline_float()) return int_from_float(in, x.as_inline_float());
    const Value whole = KRAIT_TRY(call_special(in, x, "__trunc__"_sym));
    if (!is_done(whole)) return whole;
    return raise(in, kTypeError, "type {} doesn't define __trunc__ method", type_of(x));
}

constexpr Row kRows[] = {
    constant<"e">(Value::from_inline_float(kE)),
    constant<"inf">(infinity()),
    constant<"nan">(not_a_number()),
    constant<"pi">(Value::from_inline_float(kPi)),
    constant<"tau">(Value::from_inline_float(2 * kPi)),
    def<"acos(x, /)", unary_function<std::acos>>,
    def<"acosh(x, /)", unary_function<std::acosh>>,
    def<"asin(x, /)", unary_function<std::asin>>,
    def<"asinh(x, /)", unary_function<std::asinh>>,
    def<"atan(x, /)", unary_function<std::atan>>,
    def<"atan2(y, x, /)", math_atan2>,
    def<"atanh(x, /)", unary_function<std::atanh>>,
    def<"cbrt(x, /)", unary_function<std::cbrt>>,
    def<"ceil(x, /)", math_ceil>,
    def<"copysign(x, y, /)", math_copysign>,
    def<"cos(x, /)", unary_function<std::cos>>,
    def<"cosh(x, /)", unary_function<std::cosh, Infinite::Range>>,
    def<"degrees(x, /)", math_degrees>,
    def<"erf(x, /)", unary_function<std::erf>>,
    def<"erfc(x, /)", unary_function<std::erfc>>,
    def<"exp(x, /)", unary_function<std::exp, Infinite::Range>>,
    def<"exp2(x, /)", unary_function<std::exp2, Infinite::Range>>,
    def<"expm1(x, /)", unary_function<std::expm1, Infinite::Range>>,
    def<"fabs(x, /)", unary_function<std::fabs>>,
    def<"floor(x, /)", math_floor>,
    def<"fmod(x, y, /)", math_fmod>,
    def<"frexp(x, /)", math_frexp>,
    def<"gamma(x, /)", math_gamma>,
    def<"isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", math_isclose>,
    def<"isfinite(x, /)", math_isfinite>,
    def<"isinf(x, /)", math_isinf>,
    def<"isnan(x, /)", math_isnan>,
    def<"ldexp(x, i, /)", math_ldexp>,
    def<"lgamma(x, /)", math_lgamma>,
    def<"log(x, base=..., /)", math_log>,
    def<"log10(x, /)", log_function<std::log10>>,
    def<"log1p(x, /)", unary_function<std::log1p>>,
    def<"log2(x, /)", log_function<std::log2>>,
    def<"modf(x, /)", math_modf>,
    def<"nextafter(x, y, /, *, steps=None)", math_nextafter>,
    def<"pow(x, y, /)", math_pow>,
    def<"radians(x, /)", math_radians>,
    def<"remainder(x, y, /)", math_remainder>,
    def<"sin(x, /)", unary_function<std::sin>>,
    def<"sinh(x, /)", unary_function<std::sinh, Infinite::Range>>,
    def<"sqrt(x, /)", unary_function<std::sqrt>>,
    def<"tan(x, /)", unary_function<std::tan>>,
    def<"tanh(x, /)", unary_function<std::tanh>>,
    def<"trunc(x, /)", math_trunc>,
    def<"ulp(x, /)", math_ulp>,
};

constexpr const std::span<const Row>* kParts[] = {&kMathIntegerRows, &kMathSumRows};

}  // namespace

constinit const ModuleDef kMathModule{.name = "math"_sym, .rows = kRows, .parts = kParts};

}  // namespace krait
