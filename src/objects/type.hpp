// What the files of types, classes and instances share.
#pragma once

#include "core/bound_method.hpp"
#include "core/class.hpp"

namespace krait {

// "module.qualname", or just the name of a built-in type.
Result<Str*> full_name(Interp&, const Type* type);
// Adds the names of all attributes in the MRO as keys.
Status add_class_names(Interp&, Dict* names, const Type* type);
// Calls __init__ as type.__call__ does.
Status initialise(Interp&, Value object, const CallArgs& args);
// Slots of types that have no slots of their own.
extern const Slots kNoSlots;

}  // namespace krait
