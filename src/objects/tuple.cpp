// The type tuple. Instances of Python subclasses keep their attributes behind the items.
#include "core/slicing.hpp"
#include "objects/generic.hpp"
#include "objects/iterators.hpp"
#include "objects/sequence.hpp"

namespace krait {

namespace {

usize tuple_bytes(usize size) { return sizeof(Tuple) + size * sizeof(Value); }

// --- slots ---------------------------------------------------------------------------------------

Value tuple_repr(Interp& in, Value self) {
    Tuple* tuple = as<Tuple>(self);
    return repr_items(in, self, tuple, {"(", tuple->size() == 1 ? ",)" : ")", "(...)"});
}

Result<isize> tuple_hash(Interp& in, Value self) {
    if (!in.check_stack()) return {};
    const Tuple* tuple = as<Tuple>(self);
    u32 state = static_cast<u32>(tuple->size());
    for (usize i = 0; i < tuple->size(); ++i) {
        u32 item;
        KRAIT_TRY(table_hash(in, (*tuple)[i], item));
        state = hash_combine(state, item);
    }
    return static_cast<isize>(hash_mix(state) >> 1);
}

Result<isize> tuple_length(Interp&, Value self) {
    return static_cast<isize>(as<Tuple>(self)->size());
}

Value tuple_slice(Interp& in, Tuple* tuple, const Slice* slice) {
    SliceRange range;
    KRAIT_TRY(slice_indices(in, slice, tuple->size(), range));
    if (range.count == tuple->size() && range.step == 1 && is_exact<Tuple>(tuple)) return tuple;
    Tuple* part = KRAIT_TRY(new_tuple(in, range.count));
    isize from = range.start;
    for (Value& item : std::span(part->begin(), range.count)) {
        item = (*tuple)[from];
        from += range.step;
    }
    return part;
}

Value tuple_get_item(Interp& in, Value self, Value key) {
    Tuple* tuple = as<Tuple>(self);
    if (const Slice* slice = as_if<Slice>(key)) return tuple_slice(in, tuple, slice);
    const isize index = KRAIT_TRY(item_index(in, key, "tuple"));
    const isize at = fit_index(index, tuple->size());
    if (at < 0) return raise(in, kIndexError, "tuple index out of range");
    return (*tuple)[at];
}

Result<bool> tuple_contains(Interp& in, Value self, Value item) {
    return KRAIT_TRY(find_item(in, as<Tuple>(self), item)) >= 0;
}

Value tuple_iter(Interp& in, Value self) { return new_tuple_iterator(in, as<Tuple>(self)); }

Value tuple_concat(Interp& in, Tuple* a, Tuple* b) {
    if (a->size() == 0 && is_exact<Tuple>(b)) return b;
    if (b->size() == 0 && is_exact<Tuple>(a)) return a;
    if (a->size() > std::numeric_limits<usize>::max() - b->size()) return raise_memory_error(in);
    Tuple* sum = KRAIT_TRY(new_tuple(in, a->size() + b->size()));
    std::copy(a->begin(), a->end(), sum->begin());
    std::copy(b->begin(), b->end(), sum->begin() + a->size());
    return sum;
}

Value tuple_repeat(Interp& in, Tuple* tuple, Value times) {
    const isize count = KRAIT_TRY(repeat_count(in, times, tuple->size()));
    if (count < 0) return refuse_repeat(in, times);
    if (count == 1 && is_exact<Tuple>(tuple)) return tuple;
    const usize size = static_cast<usize>(count) * tuple->size();
    Tuple* product = KRAIT_TRY(new_tuple(in, size));
    if (size) repeat_into({product->begin(), size}, tuple->span());
    return product;
}

Value tuple_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    Tuple *left = as_if<Tuple>(lhs), *right = as_if<Tuple>(rhs);
    if (op == BinaryOp::Add && left)
        return right ? tuple_concat(in, left, right) : refuse_concat(in, lhs, rhs);
    if (op != BinaryOp::Mul) return not_implemented();
    return left ? tuple_repeat(in, left, rhs) : tuple_repeat(in, right, lhs);
}

Value tuple_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    Tuple* right = as_if<Tuple>(rhs);
    return right ? compare_sequences(in, op, as<Tuple>(lhs), right) : not_implemented();
}

Value tuple_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value iterable;
    if (cls == &Tuple::kType) {
        KRAIT_TRY((parse_args<"(iterable=..., /)">(in, "tuple"_sym, args, iterable)));
    } else if (args.positional > 0) {
        iterable = args.values[0];  // a subclass may have an __init__ with more
    }
    Tuple* items = iterable ? KRAIT_TRY(tuple_from(in, iterable)) : empty_tuple();
    if (cls == &Tuple::kType) return items;
    Tuple* tuple = KRAIT_TRY(make_instance<Tuple>(in, cls, tuple_bytes(items->size())));
    tuple->size_ = items->size();
    std::copy(items->begin(), items->end(), tuple->begin());
    in.heap().shade_all(tuple->begin(), tuple->size());
    return tuple;
}

void tuple_trace(Object* self, Marker& marker) {
    Tuple* tuple = static_cast<Tuple*>(self);
    marker.values(tuple->begin(), tuple->size());
}

usize tuple_struct_size(const Object* self) {
    return tuple_bytes(static_cast<const Tuple*>(self)->size());
}

constexpr Slots kTupleSlots = {
    .repr = tuple_repr,
    .hash = tuple_hash,
    .length = tuple_length,
    .get_item = tuple_get_item,
    .contains = tuple_contains,
    .iter = tuple_iter,
    .binary = tuple_binary,
    .compare = tuple_compare,
    .construct = tuple_construct,
    .trace = tuple_trace,
    .size = tuple_struct_size,
};

// --- methods -------------------------------------------------------------------------------------

Result<isize> method_count(Interp& in, Tuple* self, Value item) {
    return count_item(in, self, item);
}

Result<isize> method_index(Interp& in, Tuple* self, Value item, ClampedIndex start,
                           ClampedIndex stop) {
    return index_of_item(in, self, item, start, stop, "tuple.index(x): x not in tuple");
}

Value method_getnewargs(Interp& in, Tuple* self) {
    Tuple* items = KRAIT_TRY(new_tuple(in, self->span()));
    const Value args[] = {items};
    return KRAIT_TRY(new_tuple(in, args));
}

constexpr Row kTupleRows[] = {
    def<"count(self, value, /)", method_count>,
    def<"index(self, value, start=0, stop=None, /)", method_index>,
    def<"__getnewargs__(self, /)", method_getnewargs>,
    kClassGetItem,
};

}  // namespace

constinit const BuiltinType Tuple::kType{{.name = "tuple"_sym,
                                          .slots = &kTupleSlots,
                                          .rows = kTupleRows,
                                          .flags = kSequencePattern,
                                          .size = sizeof(Tuple)}};

}  // namespace krait
