// machine.WDT: resets the board unless it is fed in time.
#pragma once

#include "machine/parts.hpp"

namespace krait {

struct Wdt : Object {
    static const BuiltinType kType;
};

}  // namespace krait
