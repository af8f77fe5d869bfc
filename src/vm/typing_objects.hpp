// What type parameters and `type` statements leave at run time: names, and an alias's value.
#pragma once

#include "bytecode/opcodes.hpp"
#include "core/interp.hpp"

namespace krait {

// A type parameter of any kind.
struct TypeParameter : Object {
    static const BuiltinType kTypeVar, kParamSpec, kTypeVarTuple;
    enum Variance : u8 { Invariant, Covariant, Contravariant, Inferred };
    Str* name;
    Value bound;         // empty: none
    Tuple* constraints;  // null: none
    Str* module;         // null: not known
    Variance variance;
};

// P.args and P.kwargs of a ParamSpec.
struct ParamSpecPart : Object {
    static const BuiltinType kArgs, kKwargs;
    Value origin;
};

struct TypeAlias : Object {
    static const BuiltinType kType;
    Str* name;
    Value parameters;  // a tuple
    Value value;       // once it is known
    Value evaluate;    // the function that gives it, until then
};

// The base of generic classes.
struct Generic : Object {
    static const BuiltinType kType;
};

// The object of a typing intrinsic; `operand` is its name, or for TypeAlias the tuple (name, type
// parameters, value).
Value new_typing_object(Interp&, Intrinsic kind, Value operand);

}  // namespace krait
