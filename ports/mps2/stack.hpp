// How much of the C stack a program has used: the stack is painted at reset, and what has lost its
// paint was used.
#pragma once

#include "base/types.hpp"

namespace krait::mps2 {

// Bytes, since reset.
usize stack_used();

}  // namespace krait::mps2
