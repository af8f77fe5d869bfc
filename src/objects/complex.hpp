// Complex numbers: two Floats.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct ComplexParts {
    Float real, imag;
};

struct Complex : Object {
    static const BuiltinType kType;
    ComplexParts parts;
};

Value new_complex(Interp&, ComplexParts c);

ComplexParts complex_add(ComplexParts a, ComplexParts b);
ComplexParts complex_subtract(ComplexParts a, ComplexParts b);
ComplexParts complex_multiply(ComplexParts a, ComplexParts b);
ComplexParts complex_divide(ComplexParts a, ComplexParts b);  // Requires: b is not zero
// ZeroDivisionError, OverflowError.
Value complex_power(Interp&, ComplexParts base, ComplexParts exponent);
// The slots of the type (complex_arithmetic.cpp).
Value complex_binary(Interp&, BinaryOp op, Value lhs, Value rhs);
Value complex_unary(Interp&, UnaryOp op, Value self);
Value complex_compare(Interp&, CompareOp op, Value lhs, Value rhs);
isize complex_hash(ComplexParts c);

// What a number, or an object with __complex__, __float__ or __index__, is as a complex. TypeError
// "must be real number, not str".
Status to_complex(Interp&, Value v, ComplexParts& out);
// "(1+2j)", or "2j" if the real part is +0.
Status append_complex(class StrBuilder& out, ComplexParts c);

}  // namespace krait
