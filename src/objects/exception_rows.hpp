// The rows of the exception classes that have fields of their own.
#pragma once

#include "core/rom.hpp"

namespace krait {

extern const Row kOsErrorRows[4], kSyntaxErrorRows[8], kImportErrorRows[4], kAttributeErrorRows[2],
    kNameErrorRows[1], kStopIterationRows[1], kSystemExitRows[1], kUnicodeErrorRows[5],
    kGroupRows[6];

}  // namespace krait
