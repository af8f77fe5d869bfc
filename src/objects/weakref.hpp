// Weak references: objects that know another without keeping it alive.
#pragma once

#include "core/heap.hpp"

namespace krait {

struct WeakRef : Object {
    static const BuiltinType kType;
    WeakCell* cell;
    isize hash;  // of the target, as asked for while it lived; -1: not asked yet
};

// weakref.ref(target, callback): `callback` may be None.
Value new_weak_ref(Interp&, Value target, Value callback);

}  // namespace krait
