// The C++ operations of Dict: a Table with values.
#include "core/interp.hpp"

namespace krait {

Result<Dict*> new_dict(Interp& in, usize expected) {
    Dict* dict = KRAIT_TRY(in.make<Dict>());
    if (expected) KRAIT_TRY(table_reserve(in, dict, expected));
    return dict;
}

Value dict_get(Interp& in, Dict* dict, Value key) {
    if (is_exact<Str>(key) && dict->kind != Table::General) {
        const Value* value = dict_find(dict, as<Str>(key));
        return value ? *value : done();
    }
    u32 hash;
    KRAIT_TRY(table_hash(in, key, hash));
    const isize place = KRAIT_TRY(table_find(in, dict, key, hash));
    return place == Table::kMissing ? done() : dict->value_at(place);
}

Status dict_set(Interp& in, Dict* dict, Value key, Value value) {
    if (is_exact<Str>(key) && dict->kind != Table::General)
        return dict_set(in, dict, as<Str>(key), value);
    u32 hash;
    KRAIT_TRY(table_hash(in, key, hash));
    const isize place = KRAIT_TRY(table_find(in, dict, key, hash));
    if (place == Table::kMissing) return table_insert(in, dict, key, hash, value);
    in.heap().write(dict->value_at(place), value);
    return kOk;
}

Value dict_pop(Interp& in, Dict* dict, Value key) {
    u32 hash;
    KRAIT_TRY(table_hash(in, key, hash));
    const isize place = KRAIT_TRY(table_find(in, dict, key, hash));
    if (place == Table::kMissing) return done();
    const Value value = dict->value_at(place);
    table_remove(dict, place);
    return value;
}

Result<bool> dict_remove(Interp& in, Dict* dict, Value key) {
    return !is_done(KRAIT_TRY(dict_pop(in, dict, key)));
}

Value dict_set_default(Interp& in, Dict* dict, Value key, Value value) {
    u32 hash;
    KRAIT_TRY(table_hash(in, key, hash));
    const isize place = KRAIT_TRY(table_find(in, dict, key, hash));
    if (place != Table::kMissing) return dict->value_at(place);
    KRAIT_TRY(table_insert(in, dict, key, hash, value));
    return value;
}

void dict_clear(Interp& in, Dict* dict) { table_clear(in, dict); }

Result<Dict*> dict_copy(Interp& in, Dict* dict) {
    Dict* copy = KRAIT_TRY(new_dict(in));
    KRAIT_TRY(table_copy(in, copy, dict));
    return copy;
}

Status dict_update(Interp& in, Dict* into, Dict* from) {
    if (into == from) return kOk;
    if (into->used == 0) return table_copy(in, into, from);
    usize position = 0, place;
    while (table_next(from, position, place)) {
        const Value key = from->key_at(place), value = from->value_at(place);
        const u32 hash = table_hash_at(from, place), version = from->version;
        const isize found = KRAIT_TRY(table_find(in, into, key, hash));
        if (found == Table::kMissing) {
            KRAIT_TRY(table_insert(in, into, key, hash, value));
        } else {
            in.heap().write(into->value_at(found), value);
        }
        if (from->version != version) return raise(in, kRuntimeError, "dict mutated during update");
    }
    return kOk;
}

Value* dict_find(Dict* dict, const Str* name) {
    const isize place = table_find_name(dict, name);
    return place == Table::kMissing ? nullptr : &dict->value_at(place);
}

Value dict_get(Dict* dict, const Str* name) {
    const Value* value = dict_find(dict, name);
    return value ? *value : Value();
}

Status dict_set(Interp& in, Dict* dict, const Str* name, Value value) {
    if (Value* slot = dict_find(dict, name)) {
        in.heap().write(*slot, value);
        return kOk;
    }
    return table_insert(in, dict, name, name->hash(), value);
}

bool dict_remove(Dict* dict, const Str* name) {
    const isize place = table_find_name(dict, name);
    if (place == Table::kMissing) return false;
    table_remove(dict, place);
    return true;
}

bool dict_next(const Dict* dict, usize& position, Value& key, Value& value) {
    usize place;
    if (!table_next(dict, position, place)) return false;
    key = dict->key_at(place);
    value = dict->entries->items[2 * place + 1];
    return true;
}

}  // namespace krait
