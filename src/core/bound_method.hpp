// A function together with the object that it is called on: what `object.method` is.
#pragma once

#include "core/protocols.hpp"

namespace krait {

struct BoundMethod : Object {
    static const BuiltinType kType;
    Value function, self;
};

Result<BoundMethod*> new_bound_method(Interp&, Value function, Value self);

// Calls `function` with `self` before the arguments.
Value call_with_self(Interp&, Value function, Value self, const CallArgs& args);

}  // namespace krait
