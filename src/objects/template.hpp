// Template strings (PEP 750): what t"..." makes, and string.templatelib offers.
#pragma once

#include "core/collections.hpp"

namespace krait {

// A field of a template: its value and how it was written.
struct Interpolation : Object {
    static const BuiltinType kType;
    Value value;
    Value expression;   // the text between the braces
    Value conversion;   // 's', 'r', 'a' or None
    Value format_spec;  // a text, its own fields evaluated
};

// One more text than interpolations, but for what scripts make by __template__(); texts may be
// empty.
struct Template : Object {
    static const BuiltinType kType;
    Tuple* strings;
    Tuple* interpolations;
};

// From a tuple (value, expression, conversion, format_spec).
Result<Interpolation*> new_interpolation(Interp&, const Tuple* parts);
// From texts and interpolations in any order; neighbouring texts are joined.
Result<Template*> new_template(Interp&, std::span<const Value> parts);

}  // namespace krait
