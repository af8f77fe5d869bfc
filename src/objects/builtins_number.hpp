// The built-in functions about numbers: abs, bin, divmod, hex, oct, pow, round.
#pragma once

#include "core/rom.hpp"

namespace krait {

extern const std::span<const Row> kNumberBuiltins;

}  // namespace krait
