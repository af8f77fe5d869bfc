// Read-only tables: the attributes of built-in types and modules, by name.
//
// A row is a name and a constant Value. Functions are read-only objects too (Builtin), so looking
// up `math.sqrt` or `str.split` allocates nothing. Rows for functions are made by def<>, in
// bind.hpp.
#pragma once

#include "core/str.hpp"

namespace krait {

struct Signature;

struct Row {
    const Str* name;
    Value value;
};

// A C++ function that Python can call.
struct Builtin : Object {
    static const BuiltinType kFunctionType;                     // builtin_function: no binding
    static const BuiltinType kMethodType;                       // method_descriptor: binds self
    static const BuiltinType kClassMethodType;                  // binds the class
    static const BuiltinType kStaticMethodType;                 // binds nothing, for use in types
    static constexpr const BuiltinType& kType = kFunctionType;  // base of the others

    const Str* name;
    // `slots` holds the converted arguments in the signature's order.
    Value (*thunk)(Interp&, const union ArgSlot* slots);
    const Signature* signature;

    constexpr Builtin(const BuiltinType& type, const Str* n,
                      Value (*t)(Interp&, const union ArgSlot*), const Signature* s)
        : Object(type.shape()), name(n), thunk(t), signature(s) {}
};

// A computed attribute of a built-in type: `get` and, if it can be set or deleted, `set`.
struct GetSet : Object {
    static const BuiltinType kReadOnlyType, kReadWriteType;
    static constexpr const BuiltinType& kType = kReadOnlyType;  // base of the other
    const Str* name;
    const BuiltinType* owner;  // what `self` is checked to be; null: anything
    Value (*get)(Interp&, Value self);
    Status (*set)(Interp&, Value self, Value value);

    constexpr GetSet(const Str* n, const BuiltinType* o, Value (*g)(Interp&, Value),
                     Status (*s)(Interp&, Value, Value) = nullptr)
        : Object(s ? kReadWriteType.shape() : kReadOnlyType.shape()),
          name(n),
          owner(o),
          get(g),
          set(s) {}
};

// What a port links of a module: its name, its rows, and perhaps a function that completes the
// module object at import (for values that differ by interpreter).
struct ModuleDef {
    const Str* name;
    std::span<const Row> rows;
    Status (*init)(Interp&, struct Module*) = nullptr;
    const Str* doc = nullptr;
    // More rows, of other files (builtins has many).
    std::span<const std::span<const Row>* const> parts = {};

    usize row_count() const;
    // Calls `each(row)` for all rows until it fails.
    template <class Each>
    Status for_each_row(Each each) const {
        for (const Row& row : rows) KRAIT_TRY(each(row));
        for (const std::span<const Row>* part : parts)
            for (const Row& row : *part) KRAIT_TRY(each(row));
        return kOk;
    }
};

// The row of that (interned) name, or null.
const Row* find_row(std::span<const Row> rows, const Str* name);
const Row* find_row(const ModuleDef& def, const Str* name);
inline std::span<const Row> rows_of(const Type* type) { return {type->rows, type->row_count}; }

}  // namespace krait
