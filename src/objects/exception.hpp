// What the files of exceptions share: rows and slots that single classes add.
#pragma once

#include "core/exceptions.hpp"
#include "core/rom.hpp"

namespace krait {

extern const Slots kKeyErrorSlots, kOsErrorSlots, kSyntaxErrorSlots, kImportErrorSlots,
    kUnicodeErrorSlots, kNamedErrorSlots, kGroupSlots;

// BaseException's own __init__ and __str__.
Value exception_construct(Interp&, const Type* cls, const CallArgs& args);
Status exception_init(Interp&, Value self, const CallArgs& args);
Value exception_str(Interp&, Value self);
Value exception_repr(Interp&, Value self);

// A named field: what was assigned to it, else argument `index`, else None.
Value exception_field(Interp&, Exception* e, const Str* name, usize index);

}  // namespace krait
