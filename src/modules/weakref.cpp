// The part of the weakref module that is not written in Python (lib/weakref.py).
#include "objects/weakref.hpp"

#include "core/bind.hpp"
#include "modules/modules.hpp"

namespace krait {

namespace {

Result<isize> count_refs(Interp& in, Value object) {
    isize count = 0;
    KRAIT_TRY(for_each_weak_ref(in, object, [&](WeakRef*) -> Status {
        ++count;
        return kOk;
    }));
    return count;
}

Result<List*> list_refs(Interp& in, Value object) {
    // The list has its room before the references are walked, which must not be collected under
    // way.
    List* list = KRAIT_TRY(new_list(in, static_cast<usize>(KRAIT_TRY(count_refs(in, object)))));
    KRAIT_TRY(for_each_weak_ref(in, object, [&](WeakRef* ref) -> Status {
        if (list->size() == (list->items_ ? list->items_->capacity : 0)) return kOk;
        return list_append(in, list, Value(ref));
    }));
    return list;
}

constexpr Row kRows[] = {
    constant<"ref">(&WeakRef::kType),
    def<"getweakrefcount(object, /)", count_refs>,
    def<"getweakrefs(object, /)", list_refs>,
};

}  // namespace

constinit const ModuleDef kWeakrefModule{.name = "_weakref"_sym, .rows = kRows};

}  // namespace krait
