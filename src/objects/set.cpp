// The types set and frozenset. Their common methods are templates over the two.
#include "objects/set.hpp"

#include "core/str_builder.hpp"
#include "objects/generic.hpp"
#include "objects/iterators.hpp"
#include "objects/sequence.hpp"

namespace krait {

namespace {

// A new set of the built-in type that T is.
template <class T>
Result<T*> make_set(Interp& in) {
    T* set = KRAIT_TRY(in.make<T>());
    set->keys_only = true;
    return set;
}

// A copy, of the built-in type: what operators on subclasses give too.
template <class T>
Result<T*> copy_set(Interp& in, const Table* set) {
    T* copy = KRAIT_TRY(make_set<T>(in));
    KRAIT_TRY(table_copy(in, copy, set));
    return copy;
}

Result<Table*> copy_any_set(Interp& in, Table* set) {
    if (is<Set>(set)) return KRAIT_TRY(copy_set<Set>(in, set));
    return KRAIT_TRY(copy_set<FrozenSet>(in, set));
}

// --- slots ---------------------------------------------------------------------------------------

Status append_keys(Interp&, StrBuilder& out, const Table* set) {
    bool first = true;
    for (usize position = 0, place; table_next(set, position, place); first = false) {
        if (!first) KRAIT_TRY(out.append(", "));
        KRAIT_TRY(out.append_repr(set->key_at(place)));
    }
    return kOk;
}

Value set_repr(Interp& in, Value self) {
    if (!in.check_stack()) return {};
    const Table* set = as<Table>(self);
    const bool bare = is_exact<Set>(self) && set->used > 0;
    StrBuilder out(in);
    ReprGuard guard(in, self);
    if (!bare || guard.is_inner()) KRAIT_TRY(out.append(type_of(self)->name));
    if (guard.is_inner() || set->used == 0) {
        KRAIT_TRY(out.append(guard.is_inner() ? "(...)" : "()"));
        return KRAIT_TRY(out.finish());
    }
    KRAIT_TRY(out.append(bare ? "{" : "({"));
    KRAIT_TRY(append_keys(in, out, set));
    KRAIT_TRY(out.append(bare ? "}" : "})"));
    return KRAIT_TRY(out.finish());
}

Result<isize> set_length(Interp&, Value self) { return static_cast<isize>(as<Table>(self)->used); }

Result<bool> set_contains_slot(Interp& in, Value self, Value item) {
    return set_contains(in, as<Table>(self), item);
}

Value set_iter(Interp& in, Value self) {
    return new_table_iterator(in, as<Table>(self), DictPart::Keys);
}

bool is_set_operator(BinaryOp op) {
    return op == BinaryOp::Or || op == BinaryOp::And || op == BinaryOp::Sub || op == BinaryOp::Xor;
}

Value set_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    Table* left = as_any_set(lhs);
    if (!left || !as_any_set(rhs) || !is_set_operator(op)) return not_implemented();
    Table* result = KRAIT_TRY(copy_any_set(in, left));
    KRAIT_TRY(set_apply(in, result, op, rhs));
    return result;
}

Value set_inplace(Interp& in, BinaryOp op, Value self, Value rhs) {
    if (!as_any_set(rhs) || !is_set_operator(op)) return not_implemented();
    KRAIT_TRY(set_apply(in, as<Table>(self), op, rhs));
    return self;
}

Value set_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    Table* right = as_any_set(rhs);
    return right ? compare_sets(in, op, as<Table>(lhs), right) : not_implemented();
}

Value set_construct(Interp& in, const Type* cls, const CallArgs&) {
    Set* set = KRAIT_TRY(make_instance<Set>(in, cls));
    set->keys_only = true;
    return set;
}

Status set_init(Interp& in, Value self, const CallArgs& args) {
    Value iterable;
    KRAIT_TRY((parse_args<"(iterable=..., /)">(in, "set"_sym, args, iterable)));
    Set* set = as<Set>(self);
    table_clear(in, set);
    return iterable ? set_apply(in, set, BinaryOp::Or, iterable) : Status(kOk);
}

Value frozenset_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value iterable;
    if (cls == &FrozenSet::kType) {
        KRAIT_TRY((parse_args<"(iterable=..., /)">(in, "frozenset"_sym, args, iterable)));
        if (iterable && is_exact<FrozenSet>(iterable)) return iterable;
    } else if (args.positional > 0) {
        iterable = args.values[0];  // a subclass may have an __init__ with more
    }
    FrozenSet* set = KRAIT_TRY(make_instance<FrozenSet>(in, cls));
    set->keys_only = true;
    if (iterable) KRAIT_TRY(set_apply(in, set, BinaryOp::Or, iterable));
    return set;
}

constexpr Slots kSetSlots = {
    .repr = set_repr,
    .length = set_length,
    .contains = set_contains_slot,
    .iter = set_iter,
    .binary = set_binary,
    .inplace = set_inplace,
    .compare = set_compare,
    .construct = set_construct,
    .init = set_init,
    .trace = table_trace,
};
constexpr Slots kFrozenSetSlots = {
    .repr = set_repr,
    .hash = frozenset_hash,
    .length = set_length,
    .contains = set_contains_slot,
    .iter = set_iter,
    .binary = set_binary,
    .compare = set_compare,
    .construct = frozenset_construct,
    .trace = table_trace,
};

// --- methods of both -----------------------------------------------------------------------------

template <class T>
Value method_copy(Interp& in, T* self) {
    if (is_exact<FrozenSet>(self)) return self;
    return KRAIT_TRY(copy_set<T>(in, self));
}

// union(), intersection() and difference(): the operator, one after the other.
template <class T, BinaryOp Op>
Value method_combine(Interp& in, T* self, Args others) {
    T* result = KRAIT_TRY(copy_set<T>(in, self));
    for (Value other : others) KRAIT_TRY(set_apply(in, result, Op, other));
    return result;
}

template <class T>
Value method_symmetric_difference(Interp& in, T* self, Value other) {
    T* result = KRAIT_TRY(copy_set<T>(in, self));
    KRAIT_TRY(set_apply(in, result, BinaryOp::Xor, other));
    return result;
}

template <class T>
Result<bool> method_isdisjoint(Interp& in, T* self, Value other) {
    return is_disjoint(in, self, KRAIT_TRY(table_of_items(in, other)));
}

template <class T>
Result<bool> method_issubset(Interp& in, T* self, Value other) {
    return is_subset(in, self, KRAIT_TRY(table_of_items(in, other)));
}

template <class T>
Result<bool> method_issuperset(Interp& in, T* self, Value other) {
    return is_subset(in, KRAIT_TRY(table_of_items(in, other)), self);
}

// --- methods of set ------------------------------------------------------------------------------

Status method_add(Interp& in, Set* self, Value item) { return set_add(in, self, item); }

void method_clear(Interp& in, Set* self) { table_clear(in, self); }

Status method_discard(Interp& in, Set* self, Value item) {
    KRAIT_TRY(set_discard(in, self, item));
    return kOk;
}

Status method_remove(Interp& in, Set* self, Value item) {
    if (!KRAIT_TRY(set_discard(in, self, item))) return raise_key_error(in, item);
    return kOk;
}

// The oldest item. Emptying a set item by item would search the same holes over and over, so the
// place after the last one popped is remembered; where the entries have moved since, that may be
// the wrong place to begin, but never gives a wrong item.
Value method_pop(Interp& in, Set* self) {
    usize position = self->pop_from, place;
    if (position > self->fill - self->used) position = 0;  // no longer all holes before it
    if (!table_next(self, position, place)) {
        position = 0;
        if (!table_next(self, position, place))
            return raise(in, kKeyError, "pop from an empty set");
    }
    self->pop_from = static_cast<u32>(position);
    const Value item = self->key_at(place);
    table_remove(self, place);
    return item;
}

template <BinaryOp Op>
Status method_combine_update(Interp& in, Set* self, Args others) {
    for (Value other : others) KRAIT_TRY(set_apply(in, self, Op, other));
    return kOk;
}

Status method_symmetric_difference_update(Interp& in, Set* self, Value other) {
    return set_apply(in, self, BinaryOp::Xor, other);
}

constexpr Row kSetRows[] = {
    def<"add(self, object, /)", method_add>,
    def<"clear(self, /)", method_clear>,
    def<"copy(self, /)", method_copy<Set>>,
    def<"difference(self, /, *others)", method_combine<Set, BinaryOp::Sub>>,
    def<"difference_update(self, /, *others)", method_combine_update<BinaryOp::Sub>>,
    def<"discard(self, object, /)", method_discard>,
    def<"intersection(self, /, *others)", method_combine<Set, BinaryOp::And>>,
    def<"intersection_update(self, /, *others)", method_combine_update<BinaryOp::And>>,
    def<"isdisjoint(self, other, /)", method_isdisjoint<Set>>,
    def<"issubset(self, other, /)", method_issubset<Set>>,
    def<"issuperset(self, other, /)", method_issuperset<Set>>,
    def<"pop(self, /)", method_pop>,
    def<"remove(self, object, /)", method_remove>,
    def<"symmetric_difference(self, other, /)", method_symmetric_difference<Set>>,
    def<"symmetric_difference_update(self, other, /)", method_symmetric_difference_update>,
    def<"union(self, /, *others)", method_combine<Set, BinaryOp::Or>>,
    def<"update(self, /, *others)", method_combine_update<BinaryOp::Or>>,
    kClassGetItem,
};

constexpr Row kFrozenSetRows[] = {
    def<"copy(self, /)", method_copy<FrozenSet>>,
    def<"difference(self, /, *others)", method_combine<FrozenSet, BinaryOp::Sub>>,
    def<"intersection(self, /, *others)", method_combine<FrozenSet, BinaryOp::And>>,
    def<"isdisjoint(self, other, /)", method_isdisjoint<FrozenSet>>,
    def<"issubset(self, other, /)", method_issubset<FrozenSet>>,
    def<"issuperset(self, other, /)", method_issuperset<FrozenSet>>,
    def<"symmetric_difference(self, other, /)", method_symmetric_difference<FrozenSet>>,
    def<"union(self, /, *others)", method_combine<FrozenSet, BinaryOp::Or>>,
    kClassGetItem,
};

}  // namespace

Result<Set*> new_set(Interp& in) { return make_set<Set>(in); }
Result<FrozenSet*> new_frozenset(Interp& in) { return make_set<FrozenSet>(in); }

constinit const BuiltinType Set::kType{{.name = "set"_sym,
                                        .slots = &kSetSlots,
                                        .rows = kSetRows,
                                        .flags = kUnhashable,
                                        .size = sizeof(Set)}};
constinit const BuiltinType FrozenSet::kType{{.name = "frozenset"_sym,
                                              .slots = &kFrozenSetSlots,
                                              .rows = kFrozenSetRows,
                                              .size = sizeof(FrozenSet)}};

}  // namespace krait
