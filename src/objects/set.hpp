// Set and FrozenSet: tables without values.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct Set : Table {
    static const BuiltinType kType;
};
struct FrozenSet : Table {
    static const BuiltinType kType;
};

Result<Set*> new_set(Interp&);
Status set_add(Interp&, Table*, Value item);
Result<bool> set_contains(Interp&, Table*, Value item);

}  // namespace krait
