// The types of the io module, for its table of names.
#pragma once

#include "core/object.hpp"

namespace krait {

extern const BuiltinType kIoBaseType, kStringIoType, kBytesIoType, kBufferedWriterType;
// io.UnsupportedOperation: an OSError.
extern const BuiltinType kUnsupportedOperation;

}  // namespace krait
