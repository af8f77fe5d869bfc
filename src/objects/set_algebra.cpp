// Union, intersection, difference and inclusion of tables.
//
// Looking up a key can run Python, which may change either table. The loops keep a position only,
// so they stay within memory; what they then find is not defined, as in CPython.
#include "objects/dict.hpp"
#include "objects/set.hpp"

namespace krait {

namespace {

Status add_all(Interp& in, Table* into, Value items) {
    if (Table* from = as_any_set(items)) {
        if (into->used == 0 && into != from) return table_copy(in, into, from);
        usize position = 0, place;
        while (table_next(from, position, place)) {
            const Value key = from->key_at(place);
            const u32 hash = table_hash_at(from, place);
            if (KRAIT_TRY(table_find(in, into, key, hash)) == Table::kMissing)
                KRAIT_TRY(table_insert(in, into, key, hash, {}));
        }
        return kOk;
    }
    const Value it = KRAIT_TRY(iterate(in, items));
    for (;;) {
        const Value item = KRAIT_TRY(next(in, it));
        if (is_done(item)) return kOk;
        KRAIT_TRY(set_add(in, into, item));
    }
}

Status remove_all(Interp& in, Table* from, Table* items) {
    usize position = 0, place;
    while (table_next(items, position, place)) {
        const u32 hash = table_hash_at(items, place);
        const isize found = KRAIT_TRY(table_find(in, from, items->key_at(place), hash));
        if (found != Table::kMissing) table_remove(from, found);
    }
    return kOk;
}

// Exchanges the contents of two tables of one form.
void swap_tables(Interp& in, Table* a, Table* b) {
    Heap& heap = in.heap();
    ValueArray* entries = a->entries;
    ByteArray *index = a->index, *hashes = a->hashes;
    heap.write(a->entries, b->entries);
    heap.write(a->index, b->index);
    heap.write(a->hashes, b->hashes);
    heap.write(b->entries, entries);
    heap.write(b->index, index);
    heap.write(b->hashes, hashes);
    std::swap(a->used, b->used);
    std::swap(a->fill, b->fill);
    std::swap(a->kind, b->kind);
    ++a->version;
    ++b->version;
}

Status keep_common(Interp& in, Table* into, Table* items) {
    Table* common = KRAIT_TRY(new_set(in));
    usize position = 0, place;
    while (table_next(items, position, place)) {
        const Value key = items->key_at(place);
        const u32 hash = table_hash_at(items, place);
        if (KRAIT_TRY(table_find(in, into, key, hash)) == Table::kMissing) continue;
        if (KRAIT_TRY(table_find(in, common, key, hash)) == Table::kMissing)
            KRAIT_TRY(table_insert(in, common, key, hash, {}));
    }
    swap_tables(in, into, common);
    return kOk;
}

Status toggle_all(Interp& in, Table* into, Table* items) {
    usize position = 0, place;
    while (table_next(items, position, place)) {
        const Value key = items->key_at(place);
        const u32 hash = table_hash_at(items, place);
        const isize found = KRAIT_TRY(table_find(in, into, key, hash));
        if (found == Table::kMissing)
            KRAIT_TRY(table_insert(in, into, key, hash, {}));
        else
            table_remove(into, found);
    }
    return kOk;
}

// The hash of an item that may be a set.
Status item_hash(Interp& in, Value item, u32& hash) {
    if (!as_if<Set>(item)) return table_hash(in, item, hash);
    const isize whole = KRAIT_TRY(frozenset_hash(in, item));
    hash = static_cast<u32>(whole);
    return kOk;
}

}  // namespace

Table* as_any_set(Value v) {
    if (Set* set = as_if<Set>(v)) return set;
    return as_if<FrozenSet>(v);
}

Status set_add(Interp& in, Table* set, Value item) {
    u32 hash;
    KRAIT_TRY(table_hash(in, item, hash));
    if (KRAIT_TRY(table_find(in, set, item, hash)) != Table::kMissing) return kOk;
    return table_insert(in, set, item, hash, {});
}

Result<bool> set_contains(Interp& in, Table* set, Value item) {
    u32 hash;
    KRAIT_TRY(item_hash(in, item, hash));
    return KRAIT_TRY(table_find(in, set, item, hash)) != Table::kMissing;
}

Result<bool> set_discard(Interp& in, Table* set, Value item) {
    u32 hash;
    KRAIT_TRY(item_hash(in, item, hash));
    const isize found = KRAIT_TRY(table_find(in, set, item, hash));
    if (found == Table::kMissing) return false;
    table_remove(set, found);
    return true;
}

Result<Table*> table_of_items(Interp& in, Value iterable) {
    if (Table* set = as_any_set(iterable)) return set;
    if (is_exact<Dict>(iterable)) return as<Dict>(iterable);
    Set* items = KRAIT_TRY(new_set(in));
    KRAIT_TRY(add_all(in, items, iterable));
    return items;
}

Result<bool> is_subset(Interp& in, Table* a, Table* b) {
    if (a->used > b->used) return false;
    usize position = 0, place;
    while (table_next(a, position, place)) {
        const u32 hash = table_hash_at(a, place);
        if (KRAIT_TRY(table_find(in, b, a->key_at(place), hash)) == Table::kMissing) return false;
    }
    return true;
}

Result<bool> is_disjoint(Interp& in, Table* a, Table* b) {
    if (a->used > b->used) std::swap(a, b);
    usize position = 0, place;
    while (table_next(a, position, place)) {
        const u32 hash = table_hash_at(a, place);
        if (KRAIT_TRY(table_find(in, b, a->key_at(place), hash)) != Table::kMissing) return false;
    }
    return true;
}

Status set_apply(Interp& in, Table* into, BinaryOp op, Value items) {
    if (op == BinaryOp::Or) return add_all(in, into, items);
    Table* other = KRAIT_TRY(table_of_items(in, items));
    if (op == BinaryOp::And) return keep_common(in, into, other);
    if (into == other) {
        table_clear(in, into);
        return kOk;
    }
    return op == BinaryOp::Sub ? remove_all(in, into, other) : toggle_all(in, into, other);
}

Value compare_sets(Interp& in, CompareOp op, Table* a, Table* b) {
    if (!in.check_stack()) return {};
    switch (op) {
        case CompareOp::Eq:
        case CompareOp::Ne: {
            const bool same = a->used == b->used && KRAIT_TRY(is_subset(in, a, b));
            return from_bool(same == (op == CompareOp::Eq));
        }
        case CompareOp::Lt: return from_bool(a->used < b->used && KRAIT_TRY(is_subset(in, a, b)));
        case CompareOp::Le: return from_bool(KRAIT_TRY(is_subset(in, a, b)));
        case CompareOp::Gt: return from_bool(b->used < a->used && KRAIT_TRY(is_subset(in, b, a)));
        default: return from_bool(KRAIT_TRY(is_subset(in, b, a)));
    }
}

// Independent of the order of the items.
Result<isize> frozenset_hash(Interp&, Value self) {
    const Table* set = as<Table>(self);
    u32 state = set->used * 0x9E3779B1u;
    for (usize position = 0, place; table_next(set, position, place);)
        state ^= hash_mix(table_hash_at(set, place) + 0x85EBCA6Bu);
    return static_cast<isize>(hash_mix(state) >> 1);
}

}  // namespace krait
