// What the files of the modules math and cmath share.
#pragma once

#include "core/bind.hpp"

namespace krait {

extern const std::span<const Row> kMathIntegerRows, kMathSumRows;

inline Raised raise_math_domain(Interp& in) { return raise(in, kValueError, "math domain error"); }
inline Raised raise_math_range(Interp& in) { return raise(in, kOverflowError, "math range error"); }

}  // namespace krait
