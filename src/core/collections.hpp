// The containers that the core itself is built of: Tuple, List and Dict. Their Python methods live
// in src/objects; these are the C++ operations.
#pragma once

#include "core/table.hpp"

namespace krait {

struct Tuple : Object {
    static const BuiltinType kType;
    usize size_;
    Value items_[];

    usize size() const { return size_; }
    Value* begin() { return items_; }
    Value* end() { return items_ + size_; }
    Value operator[](usize i) const { return items_[i]; }
    std::span<const Value> span() const { return {items_, size_}; }
};

// A tuple of `size` empty values, to be filled before it becomes visible.
Result<Tuple*> new_tuple(Interp&, usize size);
Result<Tuple*> new_tuple(Interp&, std::span<const Value> items);
Tuple* empty_tuple();  // in read-only memory

struct List : Object {
    static const BuiltinType kType;
    usize size_;
    ValueArray* items_;  // null while empty; unused places hold empty values

    usize size() const { return size_; }
    Value* begin() { return items_ ? items_->items : nullptr; }
    Value* end() { return begin() + size_; }
    std::span<const Value> span() { return {begin(), size_}; }
};

Result<List*> new_list(Interp&, usize capacity = 0);
Result<List*> new_list(Interp&, std::span<const Value> items);
Status list_append(Interp&, List*, Value item);
// Makes room for at least `capacity` items. MemoryError, also when the size would overflow.
Status list_reserve(Interp&, List*, usize capacity);
// Cuts to `size` items (no larger than now).
void list_truncate(List*, usize size);
// Opens a gap of `count` empty places before `index`, to be filled at once. Requires: index <=
// size.
Status list_open(Interp&, List*, usize index, usize count);
// Removes `count` items from `index` on. Requires: they exist.
void list_close(Interp&, List*, usize index, usize count);
Status list_insert(Interp&, List*, usize index, Value item);  // Requires: index <= size
Value list_pop(Interp&, List*, usize index);                  // Requires: index < size
void list_clear(Interp&, List*);

// A Table of key/value pairs (table.hpp).
struct Dict : Table {
    static const BuiltinType kType;
};

// A Table of keys alone (objects/set.hpp has what can be done with it).
struct FrozenSet : Table {
    static const BuiltinType kType;
};

Result<Dict*> new_dict(Interp&, usize expected = 0);
// The value; empty without a pending exception is not possible, so a miss is `done()`.
Value dict_get(Interp&, Dict*, Value key);
Status dict_set(Interp&, Dict*, Value key, Value value);
Result<bool> dict_remove(Interp&, Dict*, Value key);             // whether it was there
Value dict_pop(Interp&, Dict*, Value key);                       // done() if it was not there
Value dict_set_default(Interp&, Dict*, Value key, Value value);  // the value now in the dict
void dict_clear(Interp&, Dict*);
Result<Dict*> dict_copy(Interp&, Dict*);
Status dict_update(Interp&, Dict* into, Dict* from);

// With a string, best an interned one, as key: no hashing, never runs Python (keys of user types
// are taken to be different). The address of the value stays valid while `version` stays.
Value* dict_find(Dict*, const Str* name);  // null if missing
Value dict_get(Dict*, const Str* name);    // empty if missing
Status dict_set(Interp&, Dict*, const Str* name, Value value);
bool dict_remove(Dict*, const Str* name);

// Iteration in insertion order: `position` starts at 0; false at the end.
bool dict_next(const Dict*, usize& position, Value& key, Value& value);

}  // namespace krait
