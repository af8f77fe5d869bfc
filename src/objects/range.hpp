// Range: start, stop and step are Python ints of any size, as is the number of items.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct Range : Object {
    static const BuiltinType kType;
    Value start, stop, step, count;
};

}  // namespace krait
