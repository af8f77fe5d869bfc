// Function: what `def` and `lambda` make.
#pragma once

#include "bytecode/code.hpp"
#include "core/class.hpp"

namespace krait {

struct Function : Object {
    static const BuiltinType kType;
    Code* code;
    CacheArray* caches;  // the code's inline caches
    Dict* globals;
    Tuple* defaults;  // of the last positional parameters; null: none
    Dict* keyword_defaults;
    Tuple* closure;  // cells; null: none
    Str* name;       // these four can be assigned to
    Str* qualname;
    Value doc, module;  // empty: not set
    Dict* annotations;  // null: none yet
    Dict* attributes;   // f.x = ...; null until needed (the last word, as shape.hpp asks)
};

Result<Function*> new_function(Interp&, Code* code, Dict* globals);

// Puts the arguments of a call into the registers of `function`'s frame: parameters, defaults,
// *args, **kwargs. `registers` has room for all parameters and may overlap `args.values` only if
// both start at the same place. TypeError as Python words it.
Status bind_arguments(Interp&, const Function*, const CallArgs& args, Value* registers);

}  // namespace krait
