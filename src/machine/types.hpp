// The classes of `machine`, for its table of names.
#pragma once

#include "core/object.hpp"

namespace krait {

extern const BuiltinType kI2sType, kPinType, kRtcType, kSignalType, kTimerType, kWdtType;

}  // namespace krait
