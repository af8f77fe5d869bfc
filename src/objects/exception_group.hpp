// Taking exception groups apart, for `except*`.
#pragma once

#include "core/exceptions.hpp"

namespace krait {

// The exceptions of a group. Requires: an instance of BaseExceptionGroup.
Tuple* group_members(Interp&, Value group);

// Splits an exception (a group or a single one) by a class, a tuple of classes or a function into
// the part that matches and the rest; None stands for an empty part. Groups keep their nesting.
Status split_group(Interp&, Value exception, Value condition, Value& matching, Value& rest);

// What of an exception consists of those in `kept` (single ones, no groups); None: nothing.
Value group_projection(Interp&, Value exception, List* kept);

}  // namespace krait
