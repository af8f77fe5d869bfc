// The type dict.
#include "objects/dict.hpp"

#include "core/str_builder.hpp"
#include "objects/generic.hpp"
#include "objects/sequence.hpp"

namespace krait {

namespace {

// --- slots ---------------------------------------------------------------------------------------

Result<isize> dict_length(Interp&, Value self) { return static_cast<isize>(as<Dict>(self)->used); }

Status dict_set_item(Interp& in, Value self, Value key, Value value) {
    Dict* dict = as<Dict>(self);
    if (value) return dict_set(in, dict, key, value);
    if (!KRAIT_TRY(dict_remove(in, dict, key))) return raise_key_error(in, key);
    return kOk;
}

Result<bool> dict_contains(Interp& in, Value self, Value key) {
    return !is_done(KRAIT_TRY(dict_get(in, as<Dict>(self), key)));
}

Value dict_iter(Interp& in, Value self) {
    return new_table_iterator(in, as<Dict>(self), DictPart::Keys);
}

Value dict_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    Dict *left = as_if<Dict>(lhs), *right = as_if<Dict>(rhs);
    if (op != BinaryOp::Or || !left || !right) return not_implemented();
    Dict* both = KRAIT_TRY(dict_copy(in, left));
    KRAIT_TRY(dict_update(in, both, right));
    return both;
}

Value dict_inplace(Interp& in, BinaryOp op, Value self, Value rhs) {
    if (op != BinaryOp::Or) return not_implemented();
    KRAIT_TRY(dict_update_from(in, as<Dict>(self), rhs));
    return self;
}

Value dict_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    Dict* right = as_if<Dict>(rhs);
    if (!right || (op != CompareOp::Eq && op != CompareOp::Ne)) return not_implemented();
    const bool equal = KRAIT_TRY(dict_equal(in, as<Dict>(lhs), right));
    return from_bool(equal == (op == CompareOp::Eq));
}

Value dict_construct(Interp& in, const Type* cls, const CallArgs&) {
    return KRAIT_TRY(make_instance<Dict>(in, cls));
}

// dict(source, **keywords), dict.update(source, **keywords).
Status update_from_call(Interp& in, Dict* dict, const Str* name, const CallArgs& args) {
    if (args.positional > 1)
        return raise(in, kTypeError, "{} expected at most 1 argument, got {}", name,
                     args.positional);
    if (args.positional) KRAIT_TRY(dict_update_from(in, dict, args.values[0]));
    return dict_update_keywords(in, dict, args);
}

Status dict_init(Interp& in, Value self, const CallArgs& args) {
    return update_from_call(in, as<Dict>(self), "dict"_sym, args);
}

constexpr Slots kDictSlots = {
    .repr = dict_repr,
    .length = dict_length,
    .get_item = dict_get_item,
    .set_item = dict_set_item,
    .contains = dict_contains,
    .iter = dict_iter,
    .binary = dict_binary,
    .inplace = dict_inplace,
    .compare = dict_compare,
    .construct = dict_construct,
    .init = dict_init,
    .trace = table_trace,
};

// --- methods -------------------------------------------------------------------------------------

void method_clear(Interp& in, Dict* self) { dict_clear(in, self); }

Result<Dict*> method_copy(Interp& in, Dict* self) { return dict_copy(in, self); }

Value method_get(Interp& in, Dict* self, Value key, Value fallback) {
    const Value value = KRAIT_TRY(dict_get(in, self, key));
    return is_done(value) ? fallback : value;
}

Value method_setdefault(Interp& in, Dict* self, Value key, Value value) {
    return dict_set_default(in, self, key, value);
}

Value method_pop(Interp& in, Dict* self, Value key, Value fallback) {
    const Value value = KRAIT_TRY(dict_pop(in, self, key));
    if (!is_done(value)) return value;
    return fallback ? fallback : Value(raise_key_error(in, key));
}

Value method_popitem(Interp& in, Dict* self) { return dict_pop_item(in, self, true); }

Status method_update(Interp& in, Dict* self, Args positional, Kwargs keywords) {
    if (positional.size() > 1)
        return raise(in, kTypeError, "update expected at most 1 argument, got {}",
                     positional.size());
    if (!positional.empty()) KRAIT_TRY(dict_update_from(in, self, positional[0]));
    usize position = 0;
    Str* name;
    Value value;
    while (keywords.next(position, name, value)) KRAIT_TRY(dict_set(in, self, name, value));
    return kOk;
}

Value method_fromkeys(Interp& in, const Type* cls, Value iterable, Value value) {
    const Value made = KRAIT_TRY(call(in, Value(cls)));
    Dict* plain = is_exact<Dict>(made) ? as<Dict>(made) : nullptr;
    const Value it = KRAIT_TRY(iterate(in, iterable));
    for (;;) {
        const Value key = KRAIT_TRY(next(in, it));
        if (is_done(key)) return made;
        KRAIT_TRY(plain ? dict_set(in, plain, key, value) : set_item(in, made, key, value));
    }
}

Result<DictView*> method_keys(Interp& in, Dict* self) {
    return new_dict_view(in, self, DictPart::Keys);
}
Result<DictView*> method_values(Interp& in, Dict* self) {
    return new_dict_view(in, self, DictPart::Values);
}
Result<DictView*> method_items(Interp& in, Dict* self) {
    return new_dict_view(in, self, DictPart::Items);
}

Value method_reversed(Interp& in, Dict* self) {
    return new_reverse_dict_iterator(in, self, DictPart::Keys);
}

constexpr Row kDictRows[] = {
    def<"clear(self, /)", method_clear>,
    def<"copy(self, /)", method_copy>,
    def_class<"fromkeys(cls, iterable, value=None, /)", method_fromkeys>,
    def<"get(self, key, default=None, /)", method_get>,
    def<"items(self, /)", method_items>,
    def<"keys(self, /)", method_keys>,
    def<"pop(self, key, default=..., /)", method_pop>,
    def<"popitem(self, /)", method_popitem>,
    def<"setdefault(self, key, default=None, /)", method_setdefault>,
    def<"update(self, /, *args, **kwargs)", method_update>,
    def<"values(self, /)", method_values>,
    def<"__reversed__(self, /)", method_reversed>,
    kClassGetItem,
};

// --- updating ------------------------------------------------------------------------------------

// One step of update() from pairs: the element must have two items.
Status add_pair(Interp& in, Dict* into, Value element, usize number) {
    const Result<List*> items = list_from(in, element);
    if (!items && is_instance(in.pending(), &kTypeError) && !is_iterable(element)) {
        in.set_pending({});
        return raise(in, kTypeError,
                     "cannot convert dictionary update sequence element #{} to a sequence", number);
    }
    List* pair = KRAIT_TRY(items);
    if (pair->size() != 2)
        return raise(in, kValueError,
                     "dictionary update sequence element #{} has length {}; 2 is required", number,
                     pair->size());
    return dict_set(in, into, pair->begin()[0], pair->begin()[1]);
}

Status update_from_pairs(Interp& in, Dict* into, Value pairs) {
    const Value it = KRAIT_TRY(iterate(in, pairs));
    for (usize number = 0;; ++number) {
        const Value element = KRAIT_TRY(next(in, it));
        if (is_done(element)) return kOk;
        KRAIT_TRY(add_pair(in, into, element, number));
    }
}

Status update_from_mapping(Interp& in, Dict* into, Value mapping, Value keys_method) {
    const Value it = KRAIT_TRY(iterate(in, KRAIT_TRY(call(in, keys_method))));
    for (;;) {
        const Value key = KRAIT_TRY(next(in, it));
        if (is_done(key)) return kOk;
        KRAIT_TRY(dict_set(in, into, key, KRAIT_TRY(get_item(in, mapping, key))));
    }
}

// A dict whose class does not change what iterating over it gives.
bool iterates_as_dict(Value v) {
    return is_exact<Dict>(v) || (is<Dict>(v) && find_special(type_of(v), "__iter__"_sym) ==
                                                    find_special(&Dict::kType, "__iter__"_sym));
}

}  // namespace

Status dict_update_from(Interp& in, Dict* into, Value source) {
    if (source.is_empty()) return kOk;
    if (iterates_as_dict(source)) return dict_update(in, into, as<Dict>(source));
    const Value keys = KRAIT_TRY(find_attr(in, source, "keys"_sym));
    return is_done(keys) ? update_from_pairs(in, into, source)
                         : update_from_mapping(in, into, source, keys);
}

Status dict_update_keywords(Interp& in, Dict* into, const CallArgs& args) {
    for (u32 i = 0; i < args.named; ++i)
        KRAIT_TRY(dict_set(in, into, args.names[i], args.values[args.positional + i]));
    return kOk;
}

Value dict_repr(Interp& in, Value self) {
    if (!in.check_stack()) return {};
    ReprGuard guard(in, self);
    if (guard.is_inner()) return KRAIT_TRY(new_str(in, "{...}"));
    Dict* dict = as<Dict>(self);
    StrBuilder out(in);
    KRAIT_TRY(out.append("{"));
    for (usize position = 0, place; table_next(dict, position, place);) {
        const Value value = dict->value_at(place);
        if (out.size() > 1) KRAIT_TRY(out.append(", "));
        KRAIT_TRY(out.append_repr(dict->key_at(place)));
        KRAIT_TRY(out.append(": "));
        KRAIT_TRY(out.append_repr(value));
    }
    KRAIT_TRY(out.append("}"));
    return KRAIT_TRY(out.finish());
}

Result<bool> dict_equal(Interp& in, Dict* a, Dict* b) {
    if (!in.check_stack()) return {};
    if (a->used != b->used) return false;
    usize position = 0, place;
    while (table_next(a, position, place)) {
        const Value key = a->key_at(place), value = a->value_at(place);
        const isize found = KRAIT_TRY(table_find(in, b, key, table_hash_at(a, place)));
        if (found == Table::kMissing) return false;
        if (!KRAIT_TRY(equal(in, value, b->value_at(found)))) return false;
    }
    return true;
}

Value dict_pop_item(Interp& in, Dict* dict, bool last) {
    if (dict->used == 0) return raise(in, kKeyError, "popitem(): dictionary is empty");
    Tuple* pair = KRAIT_TRY(new_tuple(in, 2));
    usize position = last ? dict->fill : 0, place = 0;
    if (last ? !table_previous(dict, position, place) : !table_next(dict, position, place))
        __builtin_trap();  // used > 0: there is one
    in.heap().write(pair->items_[0], dict->key_at(place));
    in.heap().write(pair->items_[1], dict->value_at(place));
    table_remove(dict, place);
    return pair;
}

Value dict_get_item(Interp& in, Value self, Value key) {
    const Value value = KRAIT_TRY(dict_get(in, as<Dict>(self), key));
    if (!is_done(value)) return value;
    if (!is_exact<Dict>(self)) {
        const Value made = KRAIT_TRY(call_special(in, self, "__missing__"_sym, {&key, 1}));
        if (!is_done(made)) return made;
    }
    return raise_key_error(in, key);
}

constinit const BuiltinType Dict::kType{{.name = "dict"_sym,
                                         .slots = &kDictSlots,
                                         .rows = kDictRows,
                                         .flags = kUnhashable | kMappingPattern,
                                         .size = sizeof(Dict)}};

}  // namespace krait
