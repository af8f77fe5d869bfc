// Range: start, stop and step are Python ints of any size, as is the number of items.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct Range : Object {
    static const BuiltinType kType;
    Value start, stop, step, count;
};

// range(start, stop, step). TypeError if a part is no index; ValueError if the step is zero.
Value new_range(Interp&, Value start, Value stop, Value step);

}  // namespace krait
