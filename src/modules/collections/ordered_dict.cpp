// The type collections.OrderedDict: a dict with an order to play with.
#include "core/bind.hpp"
#include "core/str_builder.hpp"
#include "modules/collections/dicts.hpp"
#include "objects/dict.hpp"
#include "objects/sequence.hpp"

namespace krait {

Result<Dict*> new_same_class(Interp& in, Dict* self, std::span<const Value> args) {
    const Value made = KRAIT_TRY(call(in, Value(self->type()), args));
    if (Dict* dict = as_if<Dict>(made)) return dict;
    return raise(in, kTypeError, "the class of a dict has to make dicts");
}

Value named_repr(Interp& in, Value self, Value argument) {
    if (!in.check_stack()) return {};
    ReprGuard guard(in, self);
    if (guard.is_inner()) return KRAIT_TRY(new_str(in, "..."));
    StrBuilder out(in);
    KRAIT_TRY(out.append(type_of(self)->name));
    KRAIT_TRY(out.append("("));
    if (argument) KRAIT_TRY(out.append_repr(argument));
    KRAIT_TRY(out.append(")"));
    return KRAIT_TRY(out.finish());
}

namespace {

Value ordered_repr(Interp& in, Value self) {
    if (as<Dict>(self)->used == 0) return named_repr(in, self, {});
    return named_repr(in, self, KRAIT_TRY(dict_copy(in, as<Dict>(self))));
}

Result<bool> same_order(Interp& in, Dict* a, Dict* b) {
    usize at = 0, other = 0, place, other_place;
    while (table_next(a, at, place) && table_next(b, other, other_place))
        if (!KRAIT_TRY(equal(in, a->key_at(place), b->key_at(other_place)))) return false;
    return true;
}

Value ordered_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    Dict *left = as<Dict>(lhs), *right = as_if<Dict>(rhs);
    if (!right || (op != CompareOp::Eq && op != CompareOp::Ne)) return not_implemented();
    bool same = KRAIT_TRY(dict_equal(in, left, right));
    if (same && is<OrderedDict>(rhs)) same = KRAIT_TRY(same_order(in, left, right));
    return from_bool(same == (op == CompareOp::Eq));
}

Value ordered_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (op != BinaryOp::Or || !is<Dict>(lhs) || !is<Dict>(rhs)) return not_implemented();
    Dict* ordered = as<Dict>(is<OrderedDict>(lhs) ? lhs : rhs);
    Dict* both = KRAIT_TRY(new_same_class(in, ordered));
    KRAIT_TRY(dict_update_from(in, both, lhs));
    KRAIT_TRY(dict_update_from(in, both, rhs));
    return both;
}

constexpr Slots kSlots = {
    .repr = ordered_repr,
    .binary = ordered_binary,
    .compare = ordered_compare,
    .trace = table_trace,
};

Status method_move_to_end(Interp& in, OrderedDict* self, Value key, bool last) {
    u32 hash;
    KRAIT_TRY(table_hash(in, key, hash));
    const isize place = KRAIT_TRY(table_find(in, self, key, hash));
    if (place == Table::kMissing) return raise_key_error(in, key);
    if (last) return table_move_to_end(in, self, place);
    table_move_to_front(in, self, place);
    return kOk;
}

Value method_popitem(Interp& in, OrderedDict* self, bool last) {
    if (self->used == 0) return raise(in, kKeyError, "dictionary is empty");
    return dict_pop_item(in, self, last);
}

Value method_copy(Interp& in, OrderedDict* self) {
    Dict* copy = KRAIT_TRY(new_same_class(in, self));
    KRAIT_TRY(dict_update_from(in, copy, self));
    return copy;
}

constexpr Row kRows[] = {
    def<"move_to_end(self, key, last=True)", method_move_to_end>,
    def<"popitem(self, last=True)", method_popitem>,
    def<"copy(self, /)", method_copy>,
    def<"__copy__(self, /)", method_copy>,
};

}  // namespace

constinit const BuiltinType OrderedDict::kType{{.name = "OrderedDict"_sym,
                                                .base = &Dict::kType,
                                                .slots = &kSlots,
                                                .rows = kRows,
                                                .flags = kUnhashable | kMappingPattern,
                                                .size = sizeof(OrderedDict)}};

}  // namespace krait
