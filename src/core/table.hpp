// Table: the compact, insertion-ordered hash table that dict, set and frozenset are built of.
//
// Entries stand in one array in the order they came in: key, value, key, value, ... in a dict, keys
// alone in a set. A table of up to 8 places is searched from the start. A larger one has an index
// beside it: a power of two of slots of 8, 16 or 32 bits, each 0 or 1 + the place of an entry, with
// linear probing. Removal closes the gap in the index at once (so it has no tombstones) and leaves
// a hole among the entries (key and value empty), which goes when the array is full. Holes at the
// end go at once: taking the last entry is O(1), and `fill` is one past a live entry.
//
// Three kinds of keys, by what a lookup may assume (the kind only rises, until the table is
// cleared):
//     Names    all keys are interned strings: an interned name is compared by address alone
//     Simple   all keys are strings or small ints: their hashes are had from the keys, and
//              comparing them never runs Python
//     General  the hashes of all keys stand in `hashes`, one a place
//
// Comparing keys can run Python, which can change the table under the lookup: `version` moves on
// whenever a key is added or removed or the entries move, and the lookup starts again.
// If memory runs out, the table is as it was.
#pragma once

#include "core/heap.hpp"
#include "core/str.hpp"

namespace krait {

struct Table : Object {
    enum KeyKind : u8 { Names, Simple, General };
    static constexpr isize kMissing = -1;

    u32 used;             // live entries
    u32 fill;             // places in use, holes included
    ValueArray* entries;  // null while empty
    ByteArray* index;     // null for small tables
    ByteArray* hashes;    // u32 a place; null unless `kind` is General
    u32 version;
    KeyKind kind;
    bool keys_only;   // a set; a zeroed table is an empty dict
    bool is_watched;  // the namespace of builtins: the interpreter is told of new keys

    usize size() const { return used; }
    // Values a place takes, as a shift.
    int stride() const { return keys_only ? 0 : 1; }
    // Requires: place < fill. Empty: a hole.
    Value key_at(usize place) const { return entries->items[place << stride()]; }
    // Requires: not keys_only.
    Value& value_at(usize place) { return entries->items[2 * place + 1]; }
};

// The hash that tables use: the Python hash folded to 32 bits. Runs Python for keys of user types.
// TypeError if the key is unhashable.
Status table_hash(Interp&, Value key, u32& hash);
// The hash of the key at `place`. Never runs Python.
u32 table_hash_at(const Table*, usize place);
// The place of the key, or kMissing.
Result<isize> table_find(Interp&, Table*, Value key, u32 hash);
// The same for a text; never runs Python (keys of user types are taken to be different).
isize table_find_name(const Table*, const Str* name);
// Adds an entry. Requires: the key is missing. `value` is ignored by sets.
Status table_insert(Interp&, Table*, Value key, u32 hash, Value value);
// Removes the entry at `place`.
void table_remove(Table*, usize place);
// Moves the entry at `place` to the end, or before all others.
Status table_move_to_end(Interp&, Table*, usize place);
void table_move_to_front(Interp&, Table*, usize place);
// Makes room for `count` more entries.
Status table_reserve(Interp&, Table*, usize count);
void table_clear(Interp&, Table*);
// Adds all entries of `from`. Requires: `into` is empty and of the same form.
Status table_copy(Interp&, Table* into, const Table* from);
// Iteration in insertion order: `position` starts at 0 and is then one past the place that `place`
// is set to; false at the end. The table may change meanwhile.
inline bool table_next(const Table* table, usize& position, usize& place) {
    for (; position < table->fill; ++position) {
        if (table->key_at(position).is_empty()) continue;
        place = position++;
        return true;
    }
    return false;
}
// The same from the end: `position` starts at fill.
inline bool table_previous(const Table* table, usize& position, usize& place) {
    if (position > table->fill) position = table->fill;
    while (position > 0) {
        place = --position;
        if (!table->key_at(place).is_empty()) return true;
    }
    return false;
}
// For the `trace` slot.
void table_trace(Object* self, Marker& marker);

}  // namespace krait
