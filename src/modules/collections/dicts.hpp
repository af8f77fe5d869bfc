// The kinds of dict that collections adds.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct OrderedDict : Dict {
    static const BuiltinType kType;
};

struct DefaultDict : Dict {
    static const BuiltinType kType;
    Value factory;  // None: missing keys are KeyErrors
};

struct Counter : Dict {
    static const BuiltinType kType;
};

// `copy.copy(self)` for a subclass of dict: an empty instance of the same class, to be filled.
Result<Dict*> new_same_class(Interp&, Dict* self, std::span<const Value> args = {});
// "Name(...)" around the dict's text; "Name()" if it is empty and `empty_text` says so.
Value named_repr(Interp&, Value self, Value argument);

}  // namespace krait
