// Set and FrozenSet: tables without values, and the algebra they share with dict's views.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct Set : Table {
    static const BuiltinType kType;
    u32 pop_from;  // where pop() begins to search
};
Result<Set*> new_set(Interp&);
Result<FrozenSet*> new_frozenset(Interp&);
// The table of a set or frozenset (or of a subclass), or null.
Table* as_any_set(Value v);

// For sets and dicts (whose keys are then meant).
Status set_add(Interp&, Table* set, Value item);
// These two also take a set for an item, which they look up as if it were a frozenset.
Result<bool> set_contains(Interp&, Table* set, Value item);
Result<bool> set_discard(Interp&, Table* set, Value item);  // whether it was there
// The items as a table: the object's own if it is a set or a dict, else a new set.
Result<Table*> table_of_items(Interp&, Value iterable);
// Whether all keys of `a` are in `b`.
Result<bool> is_subset(Interp&, Table* a, Table* b);
Result<bool> is_disjoint(Interp&, Table* a, Table* b);
// `into |= items`, and so on for And, Sub and Xor, with any iterable.
Status set_apply(Interp&, Table* into, BinaryOp op, Value items);
// Comparison of sets by inclusion. `b` has to be a set or something like it.
Value compare_sets(Interp&, CompareOp op, Table* a, Table* b);
Result<isize> frozenset_hash(Interp&, Value self);

}  // namespace krait
