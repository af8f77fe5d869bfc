// The type collections.deque.
#include "modules/collections/deque.hpp"

#include "core/arrays.hpp"
#include "core/slicing.hpp"
#include "core/str_builder.hpp"
#include "objects/generic.hpp"
#include "objects/iterators.hpp"
#include "objects/sequence.hpp"

namespace krait {

namespace {

// --- the ring ------------------------------------------------------------------------------------

usize capacity_of(const Deque* d) { return d->ring ? d->ring->capacity : 0; }
bool is_full(const Deque* d) { return d->size == static_cast<usize>(d->max_size); }

// Room for one more item.
Status make_room(Interp& in, Deque* d) {
    if (d->size < capacity_of(d)) return kOk;
    ValueArray* ring = KRAIT_TRY(new_value_array(in, d->size * 2 + 4));
    for (usize i = 0; i < d->size; ++i) ring->items[i] = d->at(i);
    in.heap().shade_all(ring->items, d->size);
    ValueArray* old = d->ring;
    in.heap().write(d->ring, ring);
    d->first = 0;
    if (old) in.heap().release(old);
    return kOk;
}

Value take_last(Deque* d) {
    const Value item = d->at(--d->size);
    d->at(d->size) = {};
    ++d->version;
    return item;
}

Value take_first(Deque* d) {
    const Value item = d->at(0);
    d->at(0) = {};
    d->first = d->first + 1 == d->ring->capacity ? 0 : d->first + 1;
    --d->size;
    ++d->version;
    return item;
}

Status refuse(Interp& in) { return raise(in, kIndexError, "full"); }

Status append_last(Interp& in, Deque* d, Value item) {
    if (d->max_size == 0) return d->raises_when_full ? refuse(in) : Status(kOk);
    if (is_full(d)) {
        if (d->raises_when_full) return refuse(in);
        static_cast<void>(take_first(d));
    }
    KRAIT_TRY(make_room(in, d));
    ++d->size;
    in.heap().write(d->at(d->size - 1), item);
    ++d->version;
    return kOk;
}

Status append_first(Interp& in, Deque* d, Value item) {
    if (d->max_size == 0) return d->raises_when_full ? refuse(in) : Status(kOk);
    if (is_full(d)) {
        if (d->raises_when_full) return refuse(in);
        static_cast<void>(take_last(d));
    }
    KRAIT_TRY(make_room(in, d));
    d->first = (d->first == 0 ? d->ring->capacity : d->first) - 1;
    ++d->size;
    in.heap().write(d->at(0), item);
    ++d->version;
    return kOk;
}

void clear(Interp& in, Deque* d) {
    ValueArray* ring = d->ring;
    d->ring = nullptr;
    d->first = d->size = 0;
    ++d->version;
    if (ring) in.heap().release(ring);
}

// Moves the last item to the front `count` times, or the first to the end.
void rotate(Interp& in, Deque* d, isize count) {
    if (d->size < 2) return;
    usize left = static_cast<usize>((count < 0 ? -(count + 1) : count)) % d->size;
    if (count < 0) left = d->size - (left + 1) % d->size;  // so many to the right instead
    for (; left % d->size; --left) {
        const Value item = take_last(d);
        d->first = (d->first == 0 ? d->ring->capacity : d->first) - 1;
        ++d->size;
        in.heap().write(d->at(0), item);
    }
}

void remove_at(Interp& in, Deque* d, usize index) {
    rotate(in, d, -static_cast<isize>(index));
    static_cast<void>(take_first(d));
    rotate(in, d, static_cast<isize>(index));
}

template <Status (*Append)(Interp&, Deque*, Value)>
Status append_all(Interp& in, Deque* d, Value iterable) {
    if (iterable == Value(d)) iterable = KRAIT_TRY(list_from(in, iterable));
    const Value it = KRAIT_TRY(iterate(in, iterable));
    for (;;) {
        const Value item = KRAIT_TRY(next(in, it));
        if (is_done(item)) return kOk;
        KRAIT_TRY(Append(in, d, item));
    }
}

// A new deque of the same class and bound, without items.
Result<Deque*> new_like(Interp& in, const Deque* d) {
    if (!is_exact<Deque>(d)) {
        const Value args[] = {empty_tuple(), KRAIT_TRY(new_int(in, d->max_size))};
        const bool bounded = d->max_size != Deque::kUnbounded;
        const std::span<const Value> given(args, bounded ? 2 : 0);
        const Value made = KRAIT_TRY(call(in, Value(d->type()), given));
        if (Deque* copy = as_if<Deque>(made)) return copy;
        return raise(in, kTypeError, "the class of a deque has to make deques");
    }
    Deque* copy = KRAIT_TRY(in.make<Deque>());
    copy->max_size = d->max_size;
    copy->raises_when_full = d->raises_when_full;
    return copy;
}

Result<Deque*> copy_of(Interp& in, Deque* d) {
    Deque* copy = KRAIT_TRY(new_like(in, d));
    for (usize i = 0; i < d->size; ++i) KRAIT_TRY(append_last(in, copy, d->at(i)));
    return copy;
}

// The place of the first equal item in [start, stop); -1: none. `changed` is raised if the deque
// changes meanwhile.
Result<isize> find(Interp& in, Deque* d, Value item, isize start, isize stop,
                   const BuiltinType& changed, std::string_view message) {
    const auto size = static_cast<isize>(d->size);
    if (start < 0) start = std::max<isize>(start + size, 0);
    if (stop < 0) stop += size;
    const u32 version = d->version;
    for (isize i = start; i < std::min(stop, size); ++i) {
        const bool same = KRAIT_TRY(equal(in, d->at(i), item));
        if (d->version != version) return raise(in, changed, message);
        if (same) return i;
    }
    return -1;
}

constexpr isize kEnd = std::numeric_limits<isize>::max();
constexpr std::string_view kMutated = "deque mutated during iteration";

// --- iterators -----------------------------------------------------------------------------------

struct DequeIterator : Object {
    static const BuiltinType kType, kReverseType;
    Deque* deque;  // null at the end
    usize left;
    u32 version;
};

Value new_iterator(Interp& in, const BuiltinType& type, Deque* d) {
    DequeIterator* it = KRAIT_TRY(in.make_with_shape<DequeIterator>(type.shape()));
    it->deque = d;
    it->left = d->size;
    it->version = d->version;
    return it;
}

template <bool Reverse>
Value iterator_next(Interp& in, Value self) {
    auto* it = as<DequeIterator>(self);
    if (!it->deque) return done();
    if (it->deque->version != it->version) {
        it->deque = nullptr;
        return raise(in, kRuntimeError, kMutated);
    }
    if (it->left == 0) {
        it->deque = nullptr;
        return done();
    }
    --it->left;
    return it->deque->at(Reverse ? it->left : it->deque->size - it->left - 1);
}

Result<isize> iterator_hint(Interp& in, Value self) {
    const Type* type = type_of(self);
    if (type != &DequeIterator::kType && type != &DequeIterator::kReverseType)
        return raise(in, kTypeError, "not an iterator of a deque");
    const auto* it = as<DequeIterator>(self);
    return it->deque ? static_cast<isize>(it->left) : 0;
}

void iterator_trace(Object* self, Marker& m) { m.object(static_cast<DequeIterator*>(self)->deque); }

constexpr Slots kIteratorSlots = {
    .iter = iterator_self, .next = iterator_next<false>, .trace = iterator_trace};
constexpr Slots kReverseSlots = {
    .iter = iterator_self, .next = iterator_next<true>, .trace = iterator_trace};
constexpr Row kIteratorRows[] = {def<"__length_hint__(self, /)", iterator_hint>};

// --- slots ---------------------------------------------------------------------------------------

Value deque_repr(Interp& in, Value self) {
    if (!in.check_stack()) return {};
    ReprGuard guard(in, self);
    if (guard.is_inner()) return KRAIT_TRY(new_str(in, "[...]"));
    Deque* d = as<Deque>(self);
    StrBuilder out(in);
    KRAIT_TRY(out.append(type_of(self)->name));
    KRAIT_TRY(out.append("("));
    KRAIT_TRY(out.append_repr(KRAIT_TRY(list_from(in, self))));
    if (d->max_size != Deque::kUnbounded) {
        KRAIT_TRY(out.append(", maxlen="));
        KRAIT_TRY(out.append_int(d->max_size));
    }
    KRAIT_TRY(out.append(")"));
    return KRAIT_TRY(out.finish());
}

Result<isize> deque_length(Interp&, Value self) {
    return static_cast<isize>(as<Deque>(self)->size);
}

Result<isize> place_of(Interp& in, Deque* d, Value key) {
    if (!has_index(key))
        return raise(in, kTypeError, "sequence index must be integer, not '{}'",
                     TextArg::type_name(key));
    const isize index = KRAIT_TRY(item_index(in, key, "deque"));
    const isize at = fit_index(index, d->size);
    if (at < 0) return raise(in, kIndexError, "deque index out of range");
    return at;
}

Value deque_get_item(Interp& in, Value self, Value key) {
    Deque* d = as<Deque>(self);
    return d->at(KRAIT_TRY(place_of(in, d, key)));
}

Status deque_set_item(Interp& in, Value self, Value key, Value value) {
    Deque* d = as<Deque>(self);
    const isize place = KRAIT_TRY(place_of(in, d, key));
    if (value)
        in.heap().write(d->at(place), value);
    else
        remove_at(in, d, place);
    return kOk;
}

Result<bool> deque_contains(Interp& in, Value self, Value item) {
    return KRAIT_TRY(find(in, as<Deque>(self), item, 0, kEnd, kRuntimeError, kMutated)) >= 0;
}

Value deque_iter(Interp& in, Value self) {
    return new_iterator(in, DequeIterator::kType, as<Deque>(self));
}

// Makes `d` `times` as long.
Status repeat(Interp& in, Deque* d, isize times) {
    List* items = KRAIT_TRY(list_from(in, d));
    if (times == 0) clear(in, d);
    for (isize i = 1; i < times; ++i)
        for (Value item : items->span()) KRAIT_TRY(append_last(in, d, item));
    return kOk;
}

Value deque_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    Deque *left = as_if<Deque>(lhs), *right = as_if<Deque>(rhs);
    if (op == BinaryOp::Add && left) {
        if (!right) return refuse_concat(in, lhs, rhs);
        Deque* sum = KRAIT_TRY(copy_of(in, left));
        KRAIT_TRY(append_all<append_last>(in, sum, rhs));
        return sum;
    }
    if (op != BinaryOp::Mul) return not_implemented();
    Deque* d = left ? left : right;
    const Value times = left ? rhs : lhs;
    const isize count = KRAIT_TRY(repeat_count(in, times, d->size));
    if (count < 0) return refuse_repeat(in, times);
    Deque* product = KRAIT_TRY(copy_of(in, d));
    KRAIT_TRY(repeat(in, product, count));
    return product;
}

Value deque_inplace(Interp& in, BinaryOp op, Value self, Value rhs) {
    Deque* d = as<Deque>(self);
    if (op == BinaryOp::Add) {
        KRAIT_TRY(append_all<append_last>(in, d, rhs));
    } else if (op == BinaryOp::Mul) {
        const isize count = KRAIT_TRY(repeat_count(in, rhs, d->size));
        if (count < 0) return refuse_repeat(in, rhs);
        KRAIT_TRY(repeat(in, d, count));
    } else {
        return not_implemented();
    }
    return self;
}

Value deque_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    if (!as_if<Deque>(rhs)) return not_implemented();
    List* left = KRAIT_TRY(list_from(in, lhs));
    List* right = KRAIT_TRY(list_from(in, rhs));
    return compare_sequences(in, op, left, right);
}

Value deque_construct(Interp& in, const Type* cls, const CallArgs&) {
    Deque* d = KRAIT_TRY(make_instance<Deque>(in, cls));
    d->max_size = Deque::kUnbounded;
    return d;
}

Status deque_init(Interp& in, Value self, const CallArgs& args) {
    Value iterable, bound;
    isize flags;
    KRAIT_TRY((parse_args<"(iterable=..., maxlen=None, flags=0)">(in, "deque"_sym, args, iterable,
                                                                  bound, flags)));
    Deque* d = as<Deque>(self);
    isize max_size = Deque::kUnbounded;
    if (!is_none(bound)) {
        if (!is_int(bound)) return raise(in, kTypeError, "an integer is required");
        max_size = KRAIT_TRY(to_index(in, bound));
        if (max_size < 0) return raise(in, kValueError, "maxlen must be non-negative");
    }
    clear(in, d);
    d->max_size = max_size;
    const Status filled = iterable ? append_all<append_last>(in, d, iterable) : Status(kOk);
    d->raises_when_full = flags & 1;
    return filled;
}

void deque_trace(Object* self, Marker& m) { m.object(static_cast<Deque*>(self)->ring); }

constexpr Slots kDequeSlots = {
    .repr = deque_repr,
    .length = deque_length,
    .get_item = deque_get_item,
    .set_item = deque_set_item,
    .contains = deque_contains,
    .iter = deque_iter,
    .binary = deque_binary,
    .inplace = deque_inplace,
    .compare = deque_compare,
    .construct = deque_construct,
    .init = deque_init,
    .trace = deque_trace,
};

// --- methods -------------------------------------------------------------------------------------

Status method_append(Interp& in, Deque* self, Value item) { return append_last(in, self, item); }
Status method_appendleft(Interp& in, Deque* self, Value item) {
    return append_first(in, self, item);
}
void method_clear(Interp& in, Deque* self) { clear(in, self); }
Result<Deque*> method_copy(Interp& in, Deque* self) { return copy_of(in, self); }

Result<isize> method_count(Interp& in, Deque* self, Value item) {
    const u32 version = self->version;
    isize count = 0;
    for (usize i = 0; i < self->size; ++i) {
        count += KRAIT_TRY(equal(in, self->at(i), item));
        if (self->version != version) return raise(in, kRuntimeError, kMutated);
    }
    return count;
}

Status method_extend(Interp& in, Deque* self, Value iterable) {
    return append_all<append_last>(in, self, iterable);
}
Status method_extendleft(Interp& in, Deque* self, Value iterable) {
    return append_all<append_first>(in, self, iterable);
}

Result<isize> method_index(Interp& in, Deque* self, Value item, ClampedIndex start,
                           ClampedIndex stop) {
    const isize at = KRAIT_TRY(find(in, self, item, start, stop, kRuntimeError, kMutated));
    if (at < 0) return raise(in, kValueError, "{} is not in deque", item);
    return at;
}

Status method_insert(Interp& in, Deque* self, isize index, Value item) {
    if (is_full(self)) return raise(in, kIndexError, "deque already at its maximum size");
    const auto size = static_cast<isize>(self->size);
    index = std::clamp<isize>(index < 0 ? index + size : index, 0, size);
    KRAIT_TRY(make_room(in, self));
    rotate(in, self, -index);
    KRAIT_TRY(append_first(in, self, item));
    rotate(in, self, index);
    return kOk;
}

Value method_pop(Interp& in, Deque* self) {
    if (self->size == 0) return raise(in, kIndexError, "pop from an empty deque");
    return take_last(self);
}

Value method_popleft(Interp& in, Deque* self) {
    if (self->size == 0) return raise(in, kIndexError, "pop from an empty deque");
    return take_first(self);
}

Status method_remove(Interp& in, Deque* self, Value item) {
    const isize at = KRAIT_TRY(find(in, self, item, 0, kEnd, kIndexError, kMutated));
    if (at < 0) return raise(in, kValueError, "{} is not in deque", item);
    remove_at(in, self, at);
    return kOk;
}

void method_reverse(Interp& in, Deque* self) {
    for (usize low = 0, high = self->size; low + 1 < high; ++low) {
        const Value item = self->at(low);
        in.heap().write(self->at(low), self->at(--high));
        in.heap().write(self->at(high), item);
    }
}

void method_rotate(Interp& in, Deque* self, isize count) { rotate(in, self, count); }

// (class, ((), maxlen), attributes or None, iterator of the items).
Result<Tuple*> method_reduce(Interp& in, Deque* self) {
    const Value bound =
        self->max_size == Deque::kUnbounded ? none() : KRAIT_TRY(new_int(in, self->max_size));
    const Value args[] = {Value(empty_tuple()), bound};
    Tuple* arguments = KRAIT_TRY(new_tuple(in, args));
    const Value state = KRAIT_TRY(get_attr_or(in, self, "__dict__"_sym, none()));
    const Value items = KRAIT_TRY(new_iterator(in, DequeIterator::kType, self));
    const Value parts[] = {Value(self->type()), Value(arguments), state, items};
    return new_tuple(in, parts);
}

Value method_reversed(Interp& in, Deque* self) {
    return new_iterator(in, DequeIterator::kReverseType, self);
}

Value max_size_of(Interp& in, Deque* self) {
    return self->max_size == Deque::kUnbounded ? none() : new_int(in, self->max_size);
}

constexpr Row kDequeRows[] = {
    def<"append(self, item, /)", method_append>,
    def<"appendleft(self, item, /)", method_appendleft>,
    def<"clear(self, /)", method_clear>,
    def<"copy(self, /)", method_copy>,
    def<"__copy__(self, /)", method_copy>,
    def<"count(self, value, /)", method_count>,
    def<"extend(self, iterable, /)", method_extend>,
    def<"extendleft(self, iterable, /)", method_extendleft>,
    def<"index(self, value, start=0, stop=None, /)", method_index>,
    def<"insert(self, index, item, /)", method_insert>,
    def<"pop(self, /)", method_pop>,
    def<"popleft(self, /)", method_popleft>,
    def<"remove(self, value, /)", method_remove>,
    def<"reverse(self, /)", method_reverse>,
    def<"rotate(self, n=1, /)", method_rotate>,
    def<"__reversed__(self, /)", method_reversed>,
    def<"__reduce__(self, /)", method_reduce>,
    getter<"maxlen", max_size_of>,
    kClassGetItem,
};

}  // namespace

constinit const BuiltinType Deque::kType{{.name = "deque"_sym,
                                          .slots = &kDequeSlots,
                                          .rows = kDequeRows,
                                          .flags = kUnhashable | kSequencePattern,
                                          .size = sizeof(Deque)}};
constinit const BuiltinType DequeIterator::kType{{.name = "_deque_iterator"_sym,
                                                  .slots = &kIteratorSlots,
                                                  .rows = kIteratorRows,
                                                  .flags = kFinal | kAbstractBase,
                                                  .size = sizeof(DequeIterator)}};
constinit const BuiltinType DequeIterator::kReverseType{{.name = "_deque_reverse_iterator"_sym,
                                                         .slots = &kReverseSlots,
                                                         .rows = kIteratorRows,
                                                         .flags = kFinal | kAbstractBase,
                                                         .size = sizeof(DequeIterator)}};

}  // namespace krait
