// machine.Timer: calls a function once or periodically.
#pragma once

#include "machine/parts.hpp"

namespace krait {

// A hardware timer (id 0 and up; one object each, as long as its class is Timer itself) or, with id
// -1, one that takes a free software unit of the board while it runs.
struct Timer : Object {
    static const BuiltinType kType;
    isize id;
    isize unit;      // of hal::Timers; -1: none
    Value callback;  // None: nothing to call
    bool is_periodic;
};

}  // namespace krait
