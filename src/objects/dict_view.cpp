// The views that dict.keys(), values() and items() return. Those of keys and items are sets as far
// as comparisons and the operators & | - ^ go; the results of these are new sets.
#include "core/str_builder.hpp"
#include "objects/dict.hpp"
#include "objects/generic.hpp"
#include "objects/sequence.hpp"
#include "objects/set.hpp"

namespace krait {

namespace {

Value view_repr(Interp& in, Value self) {
    if (!in.check_stack()) return {};
    StrBuilder out(in);
    KRAIT_TRY(out.append(type_of(self)->name));
    ReprGuard guard(in, self);
    if (guard.is_inner()) {
        KRAIT_TRY(out.append("(...)"));
        return KRAIT_TRY(out.finish());
    }
    List* items = KRAIT_TRY(list_from(in, self));
    KRAIT_TRY(out.append("("));
    KRAIT_TRY(out.append_repr(items));
    KRAIT_TRY(out.append(")"));
    return KRAIT_TRY(out.finish());
}

Result<isize> view_length(Interp&, Value self) {
    return static_cast<isize>(as<DictView>(self)->dict->used);
}

Value view_iter(Interp& in, Value self) {
    const auto* view = as<DictView>(self);
    return new_table_iterator(in, view->dict, view->part);
}

// Whether the pair is an item of the dict.
Result<bool> items_contain(Interp& in, Dict* dict, Value pair) {
    const Tuple* tuple = as_if<Tuple>(pair);
    if (!tuple || tuple->size() != 2) return false;
    const Value value = KRAIT_TRY(dict_get(in, dict, (*tuple)[0]));
    return is_done(value) ? Result<bool>(false) : equal(in, value, (*tuple)[1]);
}

Result<bool> keys_contain(Interp& in, Value self, Value key) {
    return !is_done(KRAIT_TRY(dict_get(in, as<DictView>(self)->dict, key)));
}

Result<bool> items_contain_slot(Interp& in, Value self, Value pair) {
    return items_contain(in, as<DictView>(self)->dict, pair);
}

bool is_set_like(Value v) {
    const DictView* view = as_dict_view(v);
    return as_any_set(v) || (view && view->part != DictPart::Values);
}

// Whether every item of `a` is in `b`; both are set-like.
Result<bool> all_in(Interp& in, Value a, Value b) {
    const Value it = KRAIT_TRY(iterate(in, a));
    for (;;) {
        const Value item = KRAIT_TRY(next(in, it));
        if (is_done(item)) return true;
        if (!KRAIT_TRY(contains(in, b, item))) return false;
    }
}

Value view_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    if (!in.check_stack()) return {};
    if (!is_set_like(rhs)) return not_implemented();
    const isize left = KRAIT_TRY(length(in, lhs)), right = KRAIT_TRY(length(in, rhs));
    switch (op) {
        case CompareOp::Eq: return from_bool(left == right && KRAIT_TRY(all_in(in, lhs, rhs)));
        case CompareOp::Ne: return from_bool(left != right || !KRAIT_TRY(all_in(in, lhs, rhs)));
        case CompareOp::Lt: return from_bool(left < right && KRAIT_TRY(all_in(in, lhs, rhs)));
        case CompareOp::Le: return from_bool(left <= right && KRAIT_TRY(all_in(in, lhs, rhs)));
        case CompareOp::Gt: return from_bool(left > right && KRAIT_TRY(all_in(in, rhs, lhs)));
        default: return from_bool(left >= right && KRAIT_TRY(all_in(in, rhs, lhs)));
    }
}

Value view_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (op != BinaryOp::Or && op != BinaryOp::And && op != BinaryOp::Sub && op != BinaryOp::Xor)
        return not_implemented();
    Set* result = KRAIT_TRY(new_set(in));
    KRAIT_TRY(set_apply(in, result, BinaryOp::Or, lhs));
    KRAIT_TRY(set_apply(in, result, op, rhs));
    return result;
}

void view_trace(Object* self, Marker& marker) { marker.object(static_cast<DictView*>(self)->dict); }

constexpr Slots kKeysSlots = {
    .repr = view_repr,
    .length = view_length,
    .contains = keys_contain,
    .iter = view_iter,
    .binary = view_binary,
    .compare = view_compare,
    .trace = view_trace,
};
constexpr Slots kItemsSlots = {
    .repr = view_repr,
    .length = view_length,
    .contains = items_contain_slot,
    .iter = view_iter,
    .binary = view_binary,
    .compare = view_compare,
    .trace = view_trace,
};
constexpr Slots kValuesSlots = {
    .repr = view_repr,
    .length = view_length,
    .iter = view_iter,
    .trace = view_trace,
};

// --- methods -------------------------------------------------------------------------------------

// `self` of a method of views, or null and TypeError.
Result<DictView*> receiver(Interp& in, Value self) {
    DictView* view = as_dict_view(self);
    if (!view)
        return raise(in, kTypeError, "'{}' object is no view of a dict", TextArg::type_name(self));
    return view;
}

Value view_reversed(Interp& in, Value self) {
    const DictView* view = KRAIT_TRY(receiver(in, self));
    return new_reverse_dict_iterator(in, view->dict, view->part);
}

Result<bool> view_isdisjoint(Interp& in, Value self, Value other) {
    KRAIT_TRY(receiver(in, self));
    const Value it = KRAIT_TRY(iterate(in, other));
    for (;;) {
        const Value item = KRAIT_TRY(next(in, it));
        if (is_done(item)) return true;
        if (KRAIT_TRY(contains(in, self, item))) return false;
    }
}

constexpr Row kSetLikeRows[] = {
    def<"isdisjoint(self, other, /)", view_isdisjoint>,
    def<"__reversed__(self, /)", view_reversed>,
};
constexpr Row kValuesRows[] = {
    def<"__reversed__(self, /)", view_reversed>,
};

}  // namespace

Result<DictView*> new_dict_view(Interp& in, Dict* dict, DictPart part) {
    const BuiltinType* const types[] = {&DictView::kKeysType, &DictView::kValuesType,
                                        &DictView::kItemsType};
    DictView* view =
        KRAIT_TRY(in.make_with_shape<DictView>(types[static_cast<int>(part)]->shape()));
    view->dict = dict;
    view->part = part;
    return view;
}

DictView* as_dict_view(Value v) {
    const Type* type = type_of(v);
    const bool is_view = type == &DictView::kKeysType || type == &DictView::kValuesType ||
                         type == &DictView::kItemsType;
    return is_view ? as<DictView>(v) : nullptr;
}

constinit const BuiltinType DictView::kKeysType{{.name = "dict_keys"_sym,
                                                 .slots = &kKeysSlots,
                                                 .rows = kSetLikeRows,
                                                 .flags = kFinal | kAbstractBase | kUnhashable,
                                                 .size = sizeof(DictView)}};
constinit const BuiltinType DictView::kItemsType{{.name = "dict_items"_sym,
                                                  .slots = &kItemsSlots,
                                                  .rows = kSetLikeRows,
                                                  .flags = kFinal | kAbstractBase | kUnhashable,
                                                  .size = sizeof(DictView)}};
constinit const BuiltinType DictView::kValuesType{{.name = "dict_values"_sym,
                                                   .slots = &kValuesSlots,
                                                   .rows = kValuesRows,
                                                   .flags = kFinal | kAbstractBase,
                                                   .size = sizeof(DictView)}};

}  // namespace krait
