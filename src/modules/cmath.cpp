// The module cmath. The C library's complex functions follow the same rules for infinities, nans
// and signed zeros (C99, annex G) as Python's; only its errors are made here.
#include <cmath>
#include <complex>

#include "base/float_bits.hpp"
#include "modules/math_parts.hpp"
#include "modules/modules.hpp"
#include "objects/complex.hpp"
#include "objects/float.hpp"

namespace krait {

namespace {

using Z = std::complex<Float>;
constexpr Float kPi = static_cast<Float>(3.141592653589793);
constexpr Float kInfinity = std::numeric_limits<Float>::infinity();
constexpr Float kNan = std::numeric_limits<Float>::quiet_NaN();

// A complex in read-only memory.
struct ComplexConstant : Object {
    ComplexParts parts;
    constexpr ComplexConstant(Float real, Float imag)
        : Object(Complex::kType.shape()), parts{real, imag} {}
};
constinit const ComplexConstant kInfJ{0, kInfinity}, kNanJ{0, kNan};

bool is_finite(Z z) { return float_is_finite(z.real()) && float_is_finite(z.imag()); }
bool has_nan(Z z) { return float_is_nan(z.real()) || float_is_nan(z.imag()); }

Status take(Interp& in, Value v, Z& out) {
    ComplexParts parts{};
    KRAIT_TRY(to_complex(in, v, parts));
    out = {parts.real, parts.imag};
    return kOk;
}

Value give(Interp& in, Z z) { return new_complex(in, {z.real(), z.imag()}); }

// --- functions of one number ---------------------------------------------------------------------

enum class Infinite { Range, Pole };

Status check(Interp& in, Z z, Z result, Infinite infinite) {
    if (is_finite(result)) return kOk;
    if (is_finite(z))
        return infinite == Infinite::Range ? raise_math_range(in) : raise_math_domain(in);
    if (has_nan(result) && !has_nan(z)) return raise_math_domain(in);
    return kOk;
}

template <Z (*F)(const Z&), Infinite Kind = Infinite::Range>
Value unary_function(Interp& in, Value v) {
    Z z;
    KRAIT_TRY(take(in, v, z));
    const Z result = F(z);
    KRAIT_TRY(check(in, z, result, Kind));
    return give(in, result);
}

template <Z (*F)(const Z&)>
constexpr auto kWithPole = unary_function<F, Infinite::Pole>;

// --- logarithms ----------------------------------------------------------------------------------

Status log_of(Interp& in, Value v, Z& out) {
    Z z;
    KRAIT_TRY(take(in, v, z));
    if (z == Z(0)) return raise_math_domain(in);
    out = std::log(z);
    return kOk;
}

Value cmath_log(Interp& in, Value z, Value base) {
    Z logarithm, unit;
    KRAIT_TRY(log_of(in, z, logarithm));
    if (!base) return give(in, logarithm);
    KRAIT_TRY(log_of(in, base, unit));
    if (unit == Z(0)) return raise_math_domain(in);
    return new_complex(
        in, complex_divide({logarithm.real(), logarithm.imag()}, {unit.real(), unit.imag()}));
}

Value cmath_log10(Interp& in, Value z) {
    Z logarithm;
    KRAIT_TRY(log_of(in, z, logarithm));
    const Float ten = std::log(Float(10));
    return new_complex(in, {logarithm.real() / ten, logarithm.imag() / ten});
}

// --- length and angle ----------------------------------------------------------------------------

Value cmath_phase(Interp& in, Value v) {
    Z z;
    KRAIT_TRY(take(in, v, z));
    return new_float(in, std::atan2(z.imag(), z.real()));
}

Value cmath_polar(Interp& in, Value v) {
    Z z;
    KRAIT_TRY(take(in, v, z));
    const Float length = std::hypot(z.real(), z.imag());
    if (is_finite(z) && !float_is_finite(length)) return raise_math_range(in);
    const Value items[] = {KRAIT_TRY(new_float(in, length)),
                           KRAIT_TRY(new_float(in, std::atan2(z.imag(), z.real())))};
    return KRAIT_TRY(new_tuple(in, items));
}

Value cmath_rect(Interp& in, Float r, Float phi) {
    if (!float_is_finite(phi)) {
        if (r == 0) return new_complex(in, {0, 0});
        if (!float_is_nan(phi) && !float_is_nan(r)) return raise_math_domain(in);
        return new_complex(in, {float_is_finite(r) ? kNan : std::fabs(r), kNan});
    }
    if (phi == 0) {
        const bool negative = !float_is_nan(r) && float_is_negative(r) != float_is_negative(phi);
        return new_complex(in, {r, negative ? Float(-0.0) : Float(0)});
    }
    return new_complex(in, {r * std::cos(phi), r * std::sin(phi)});
}

// --- questions -----------------------------------------------------------------------------------

Result<bool> cmath_isnan(Interp& in, Value v) {
    Z z;
    KRAIT_TRY(take(in, v, z));
    return has_nan(z);
}

Result<bool> cmath_isfinite(Interp& in, Value v) {
    Z z;
    KRAIT_TRY(take(in, v, z));
    return is_finite(z);
}

bool is_infinite(Z z) {
    return std::fabs(z.real()) == kInfinity || std::fabs(z.imag()) == kInfinity;
}

Result<bool> cmath_isinf(Interp& in, Value v) {
    Z z;
    KRAIT_TRY(take(in, v, z));
    return is_infinite(z);
}

Result<bool> cmath_isclose(Interp& in, Value a, Value b, Float rel_tol, Float abs_tol) {
    Z x, y;
    KRAIT_TRY(take(in, a, x));
    KRAIT_TRY(take(in, b, y));
    if (rel_tol < 0 || abs_tol < 0)
        return raise(in, kValueError, "tolerances must be non-negative");
    if (x == y) return true;
    if (is_infinite(x) || is_infinite(y)) return false;
    const Float difference = std::hypot(x.real() - y.real(), x.imag() - y.imag());
    return difference <= rel_tol * std::hypot(y.real(), y.imag()) ||
           difference <= rel_tol * std::hypot(x.real(), x.imag()) || difference <= abs_tol;
}

constexpr Row kRows[] = {
    constant<"e">(Value::from_inline_float(static_cast<Float>(2.718281828459045))),
    constant<"inf">(infinity()),
    constant<"infj">(&kInfJ),
    constant<"nan">(not_a_number()),
    constant<"nanj">(&kNanJ),
    constant<"pi">(Value::from_inline_float(kPi)),
    constant<"tau">(Value::from_inline_float(2 * kPi)),
    def<"acos(z, /)", unary_function<std::acos>>,
    def<"acosh(z, /)", unary_function<std::acosh>>,
    def<"asin(z, /)", unary_function<std::asin>>,
    def<"asinh(z, /)", unary_function<std::asinh>>,
    def<"atan(z, /)", kWithPole<std::atan>>,
    def<"atanh(z, /)", kWithPole<std::atanh>>,
    def<"cos(z, /)", unary_function<std::cos>>,
    def<"cosh(z, /)", unary_function<std::cosh>>,
    def<"exp(z, /)", unary_function<std::exp>>,
    def<"isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", cmath_isclose>,
    def<"isfinite(z, /)", cmath_isfinite>,
    def<"isinf(z, /)", cmath_isinf>,
    def<"isnan(z, /)", cmath_isnan>,
    def<"log(z, base=..., /)", cmath_log>,
    def<"log10(z, /)", cmath_log10>,
    def<"phase(z, /)", cmath_phase>,
    def<"polar(z, /)", cmath_polar>,
    def<"rect(r, phi, /)", cmath_rect>,
    def<"sin(z, /)", unary_function<std::sin>>,
    def<"sinh(z, /)", unary_function<std::sinh>>,
    def<"sqrt(z, /)", unary_function<std::sqrt>>,
    def<"tan(z, /)", unary_function<std::tan>>,
    def<"tanh(z, /)", unary_function<std::tanh>>,
};

}  // namespace

constinit const ModuleDef kCmathModule{.name = "cmath"_sym, .rows = kRows};

}  // namespace krait
