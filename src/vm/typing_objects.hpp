// What type parameters and `type` statements leave at run time: names, and an alias's value.
#pragma once

#include "bytecode/opcodes.hpp"
#include "core/interp.hpp"

namespace krait {

// The object of a typing intrinsic; `operand` is its name, or for TypeAlias the tuple (name, type
// parameters, value).
Value new_typing_object(Interp&, Intrinsic kind, Value operand);

}  // namespace krait
