// The type range. Where all numbers are small ints plain arithmetic does; the rest goes through the
// operators of int, so a range may be as large as an int.
#include "objects/range.hpp"

#include "core/slicing.hpp"
#include "core/str_builder.hpp"
#include "objects/generic.hpp"
#include "objects/iterators.hpp"

namespace krait {

namespace {

constexpr Value kZero = Value::from_int(0), kOne = Value::from_int(1);

bool all_small(const Range* r) {
    return r->start.is_int() && r->stop.is_int() && r->step.is_int() && r->count.is_int();
}

Value add(Interp& in, Value a, Value b) { return binary(in, BinaryOp::Add, a, b); }
Value sub(Interp& in, Value a, Value b) { return binary(in, BinaryOp::Sub, a, b); }
Result<bool> less(Interp& in, Value a, Value b) { return compare_bool(in, CompareOp::Lt, a, b); }

// How many items there are.
Value count_items(Interp& in, Value start, Value stop, Value step) {
    if (start.is_int() && stop.is_int() && step.is_int()) {
        const isize from = start.as_int(), to = stop.as_int(), by = step.as_int();
        if (by > 0 ? from >= to : from <= to) return kZero;
        const isize span = by > 0 ? to - from : from - to;
        return new_int(in, (span - 1) / (by > 0 ? by : -by) + 1);
    }
    const bool up = KRAIT_TRY(less(in, kZero, step));
    const Value span = KRAIT_TRY(up ? sub(in, stop, start) : sub(in, start, stop));
    if (!KRAIT_TRY(less(in, kZero, span))) return kZero;
    const Value size = up ? step : KRAIT_TRY(unary(in, UnaryOp::Neg, step));
    const Value whole =
        KRAIT_TRY(binary(in, BinaryOp::FloorDiv, KRAIT_TRY(sub(in, span, kOne)), size));
    return add(in, whole, kOne);
}

// start + index * step. Requires: 0 <= index < count.
Value item_at(Interp& in, const Range* r, Value index) {
    if (all_small(r) && index.is_int())
        return Value::from_int(r->start.as_int() + index.as_int() * r->step.as_int());
    return add(in, r->start, KRAIT_TRY(binary(in, BinaryOp::Mul, index, r->step)));
}

// Requires: the range is not empty.
Value last_item(Interp& in, const Range* r) {
    return item_at(in, r, KRAIT_TRY(sub(in, r->count, kOne)));
}

// --- slots ---------------------------------------------------------------------------------------

Value range_repr(Interp& in, Value self) {
    const Range* r = as<Range>(self);
    if (r->step == kOne) return KRAIT_TRY(format_str(in, "range({}, {})", r->start, r->stop));
    return KRAIT_TRY(format_str(in, "range({}, {}, {})", r->start, r->stop, r->step));
}

// What equal ranges have in common: the number of items, the first, and the step if it matters.
Result<Tuple*> identity_of(Interp& in, const Range* r) {
    const bool empty = r->count == kZero, single = r->count == kOne;
    const Value parts[] = {r->count, empty ? none() : r->start, empty || single ? none() : r->step};
    return new_tuple(in, parts);
}

Result<isize> range_hash(Interp& in, Value self) {
    return hash(in, KRAIT_TRY(identity_of(in, as<Range>(self))));
}

Value range_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    if (!is_exact<Range>(rhs) || (op != CompareOp::Eq && op != CompareOp::Ne))
        return not_implemented();
    Tuple* left = KRAIT_TRY(identity_of(in, as<Range>(lhs)));
    Tuple* right = KRAIT_TRY(identity_of(in, as<Range>(rhs)));
    return compare(in, op, left, right);
}

Result<bool> range_truth(Interp&, Value self) { return as<Range>(self)->count != kZero; }

Result<isize> range_length(Interp& in, Value self) { return to_index(in, as<Range>(self)->count); }

// The part of a range that a slice takes.
Value range_slice(Interp& in, const Range* r, Value slice) {
    const Tuple* places =
        as<Tuple>(KRAIT_TRY(call_method(in, slice, "indices"_sym, {&r->count, 1})));
    const Value step = KRAIT_TRY(binary(in, BinaryOp::Mul, r->step, (*places)[2]));
    Value ends[2];
    for (int i = 0; i < 2; ++i) {
        const Value offset = KRAIT_TRY(binary(in, BinaryOp::Mul, (*places)[i], r->step));
        ends[i] = KRAIT_TRY(add(in, r->start, offset));
    }
    return new_range(in, ends[0], ends[1], step);
}

Value range_get_item(Interp& in, Value self, Value key) {
    const Range* r = as<Range>(self);
    if (is<Slice>(key)) return range_slice(in, r, key);
    if (!has_index(key))
        return raise(in, kTypeError, "range indices must be integers or slices, not {}",
                     TextArg::type_name(key));
    Value index = KRAIT_TRY(to_int_object(in, key));
    if (KRAIT_TRY(less(in, index, kZero))) index = KRAIT_TRY(add(in, index, r->count));
    if (KRAIT_TRY(less(in, index, kZero)) || !KRAIT_TRY(less(in, index, r->count)))
        return raise(in, kIndexError, "range object index out of range");
    return item_at(in, r, index);
}

// The index of an int in the range; done() if it is not in it.
Value index_of_int(Interp& in, const Range* r, Value item) {
    const bool up = KRAIT_TRY(less(in, kZero, r->step));
    const Value low = up ? r->start : r->stop, high = up ? r->stop : r->start;
    const bool inside = up ? !KRAIT_TRY(less(in, item, low)) && KRAIT_TRY(less(in, item, high))
                           : KRAIT_TRY(less(in, low, item)) && !KRAIT_TRY(less(in, high, item));
    if (!inside) return done();
    const Value distance = KRAIT_TRY(sub(in, item, r->start));
    const Value rest = KRAIT_TRY(binary(in, BinaryOp::Mod, distance, r->step));
    if (KRAIT_TRY(truth(in, rest))) return done();
    return binary(in, BinaryOp::FloorDiv, distance, r->step);
}

// For items that are no ints: by comparing with each.
Value index_by_search(Interp& in, Value self, Value item) {
    const Value it = KRAIT_TRY(iterate(in, self));
    for (isize index = 0;; ++index) {
        const Value candidate = KRAIT_TRY(next(in, it));
        if (is_done(candidate)) return done();
        if (KRAIT_TRY(equal(in, candidate, item))) return new_int(in, index);
    }
}

bool is_plain_int(Value v) { return v.is_int() || type_of(v) == &IntType::kType || is_bool(v); }

Value index_of(Interp& in, Value self, Value item) {
    return is_plain_int(item) ? index_of_int(in, as<Range>(self), item)
                              : index_by_search(in, self, item);
}

Result<bool> range_contains(Interp& in, Value self, Value item) {
    return !is_done(KRAIT_TRY(index_of(in, self, item)));
}

// An iterator over `count` items from `first` to `last`.
Value new_range_iterator(Interp& in, Value first, Value last, Value step, Value count) {
    if (first.is_int() && last.is_int() && step.is_int() && count.is_int()) {
        RangeIterator* it = KRAIT_TRY(in.make<RangeIterator>());
        it->current = first.as_int();
        it->step = step.as_int();
        it->left = static_cast<usize>(count.as_int());
        return it;
    }
    LongRangeIterator* it = KRAIT_TRY(in.make<LongRangeIterator>());
    it->current = first;
    it->step = step;
    it->left = count;
    return it;
}

Value range_iter(Interp& in, Value self) {
    const Range* r = as<Range>(self);
    if (r->count == kZero) return new_range_iterator(in, kZero, kZero, kOne, kZero);
    return new_range_iterator(in, r->start, KRAIT_TRY(last_item(in, r)), r->step, r->count);
}

Value range_construct(Interp& in, const Type*, const CallArgs& args) {
    Value first, second, step;
    KRAIT_TRY(
        (parse_args<"(start, stop=..., step=1, /)">(in, "range"_sym, args, first, second, step)));
    return second ? new_range(in, first, second, step) : new_range(in, kZero, first, kOne);
}

void range_trace(Object* self, Marker& marker) {
    const Range* r = static_cast<Range*>(self);
    for (Value part : {r->start, r->stop, r->step, r->count}) marker.value(part);
}

constexpr Slots kRangeSlots = {
    .repr = range_repr,
    .hash = range_hash,
    .truth = range_truth,
    .length = range_length,
    .get_item = range_get_item,
    .contains = range_contains,
    .iter = range_iter,
    .compare = range_compare,
    .construct = range_construct,
    .trace = range_trace,
};

// --- methods -------------------------------------------------------------------------------------

Value range_start(Range* self) { return self->start; }
Value range_stop(Range* self) { return self->stop; }
Value range_step(Range* self) { return self->step; }

Value method_index(Interp& in, Range* self, Value item) {
    const Value index = KRAIT_TRY(index_of(in, self, item));
    if (!is_done(index)) return index;
    if (is_plain_int(item)) return raise(in, kValueError, "{} is not in range", item);
    return raise(in, kValueError, "sequence.index(x): x not in sequence");
}

Result<isize> method_count(Interp& in, Range* self, Value item) {
    if (is_plain_int(item)) return !is_done(KRAIT_TRY(index_of_int(in, self, item)));
    const Value it = KRAIT_TRY(iterate(in, self));
    for (isize count = 0;;) {
        const Value candidate = KRAIT_TRY(next(in, it));
        if (is_done(candidate)) return count;
        count += KRAIT_TRY(equal(in, candidate, item));
    }
}

Value method_reversed(Interp& in, Range* self) {
    if (self->count == kZero) return range_iter(in, self);
    return new_range_iterator(in, KRAIT_TRY(last_item(in, self)), self->start,
                              KRAIT_TRY(unary(in, UnaryOp::Neg, self->step)), self->count);
}

constexpr Row kRangeRows[] = {
    getter<"start", range_start>,
    getter<"stop", range_stop>,
    getter<"step", range_step>,
    def<"count(self, value, /)", method_count>,
    def<"index(self, value, /)", method_index>,
    def<"__reversed__(self, /)", method_reversed>,
};

// --- iterators -----------------------------------------------------------------------------------

Value range_next(Interp&, Value self) {
    auto* it = as<RangeIterator>(self);
    if (it->left == 0) return done();
    --it->left;
    const isize item = it->current;
    if (it->left) it->current += it->step;
    return Value::from_int(item);
}

Value long_range_next(Interp& in, Value self) {
    auto* it = as<LongRangeIterator>(self);
    if (it->left == kZero) return done();
    const Value item = it->current;
    const Value following = KRAIT_TRY(add(in, item, it->step));
    const Value left = KRAIT_TRY(sub(in, it->left, kOne));
    in.heap().write(it->current, following);
    in.heap().write(it->left, left);
    return item;
}

isize range_hint(RangeIterator* self) { return static_cast<isize>(self->left); }
Value long_range_hint(LongRangeIterator* self) { return self->left; }

void long_range_trace(Object* self, Marker& marker) {
    const auto* it = static_cast<LongRangeIterator*>(self);
    for (Value part : {it->current, it->step, it->left}) marker.value(part);
}

constexpr Slots kIteratorSlots = {.iter = iterator_self, .next = range_next};
constexpr Slots kLongIteratorSlots = {
    .iter = iterator_self, .next = long_range_next, .trace = long_range_trace};
constexpr Row kIteratorRows[] = {def<"__length_hint__(self, /)", range_hint>};
constexpr Row kLongIteratorRows[] = {def<"__length_hint__(self, /)", long_range_hint>};

}  // namespace

Value new_range(Interp& in, Value start, Value stop, Value step) {
    start = KRAIT_TRY(to_plain_int(in, start));
    stop = KRAIT_TRY(to_plain_int(in, stop));
    step = KRAIT_TRY(to_plain_int(in, step));
    if (step == kZero) return raise(in, kValueError, "range() arg 3 must not be zero");
    const Value count = KRAIT_TRY(count_items(in, start, stop, step));
    Range* r = KRAIT_TRY(in.make<Range>());
    r->start = start;
    r->stop = stop;
    r->step = step;
    r->count = count;
    return r;
}

constinit const BuiltinType Range::kType{{.name = "range"_sym,
                                          .slots = &kRangeSlots,
                                          .rows = kRangeRows,
                                          .flags = kFinal | kSequencePattern,
                                          .size = sizeof(Range)}};
constinit const BuiltinType RangeIterator::kType{{.name = "range_iterator"_sym,
                                                  .slots = &kIteratorSlots,
                                                  .rows = kIteratorRows,
                                                  .flags = kFinal | kAbstractBase,
                                                  .size = sizeof(RangeIterator)}};
constinit const BuiltinType LongRangeIterator::kType{{.name = "longrange_iterator"_sym,
                                                      .slots = &kLongIteratorSlots,
                                                      .rows = kLongIteratorRows,
                                                      .flags = kFinal | kAbstractBase,
                                                      .size = sizeof(LongRangeIterator)}};

}  // namespace krait
