// machine.RTC: the date, a little memory that outlives resets, an alarm.
#pragma once

#include "machine/parts.hpp"

namespace krait {

struct Rtc : Object {
    static const BuiltinType kType;
};

}  // namespace krait
