// Weak references: objects that know another without keeping it alive.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct WeakRef : Object {
    static const BuiltinType kType;
    WeakCell* cell;
    isize hash;  // of the target, as asked for while it lived; -1: not asked yet
};

// Calls `visit(ref)` for each reference to the object, the newest first.
template <class Visit>
Status for_each_weak_ref(Interp& in, Value object, Visit visit) {
    for (WeakCell* cell = in.heap().weak_list(); cell; cell = cell->next)
        if (object.is_object() && cell->target == object.object() && is<WeakRef>(cell->owner))
            KRAIT_TRY(visit(as<WeakRef>(cell->owner)));
    return kOk;
}

// weakref.ref(target, callback): `callback` may be None.
Value new_weak_ref(Interp&, Value target, Value callback);

}  // namespace krait
