// Loops over built-in containers without an iterator object.
//
// The three registers of a loop (`state`) hold:
//     any iterator        -                     -
//     range: the next int how many are left     step
//     list, tuple         index of the next     -
//     str                 offset of the next    -
//     bytes, array, ...   index of the next     -
//     dict, set           place in the table    size when the loop began, and how many are left
// None of the containers is an iterator itself and no int is one, so the first register tells which
// it is. Nothing is allocated: a handler of interrupts may loop while the heap is locked.
// Subclasses and large tables get an iterator object as ever.
#include "objects/loop.hpp"

#include "base/utf8.hpp"
#include "core/arith.hpp"
#include "core/text.hpp"
#include "objects/bytes.hpp"
#include "objects/iteration.hpp"
#include "objects/iterators.hpp"
#include "objects/range.hpp"
#include "objects/set.hpp"

namespace krait {

namespace {

// Two numbers below 2^15 in one small int, of 31 bits on small machines.
constexpr int kCountBits = 15;
constexpr usize kMostCounted = (usize{1} << kCountBits) - 1;

bool is_table(const Shape* shape) {
    return shape == Dict::kType.shape() || shape == Set::kType.shape() ||
           shape == FrozenSet::kType.shape();
}

// Built-in sequences whose items are had by index at no cost: bytes, bytearray, array, memoryview.
bool is_indexed(Value v) {
    const Type* type = type_of(v);
    return !type->has(kHeapType) && find_slot<&Slots::get_buffer>(type) &&
           find_slot<&Slots::get_item>(type) && find_slot<&Slots::length>(type);
}

Value next_indexed(Interp& in, Value* state) {
    const isize at = state[1].as_int();
    const isize size = KRAIT_TRY(length(in, state[0]));
    if (at >= size) return done();
    const Value item = KRAIT_TRY(get_item(in, state[0], state[1]));
    state[1] = Value::from_int(at + 1);
    return item;
}

Value next_character(Interp& in, Value* state) {
    const Str* text = as<Str>(state[0]);
    const usize at = static_cast<usize>(state[1].as_int());
    if (at >= text->size()) return done();
    const u32 code_point = utf8::decode(text->data() + at);
    const Value item = KRAIT_TRY(str_of_code_point(in, code_point));
    state[1] = Value::from_int(static_cast<isize>(at + utf8::size_of(code_point)));
    return item;
}

Value next_key(Interp& in, Value* state) {
    Table* table = static_cast<Table*>(state[0].object());
    const usize counts = static_cast<usize>(state[2].as_int());
    const std::string_view kind = table->keys_only ? "Set" : "dictionary";
    if (table->used != counts >> kCountBits)
        return raise(in, kRuntimeError, "{} changed size during iteration", kind);
    usize position = static_cast<usize>(state[1].as_int()), place;
    if (!table_next(table, position, place)) return done();
    if ((counts & kMostCounted) == 0)
        return raise(in, kRuntimeError, "{} keys changed during iteration", kind);
    state[1] = Value::from_int(static_cast<isize>(position));
    state[2] = Value::from_int(static_cast<isize>(counts - 1));
    return table->key_at(place);
}

Value next_of_range(Value* state) {
    const isize left = state[1].as_int();
    if (left == 0) return done();
    const Value item = state[0];
    state[1] = Value::from_int(left - 1);
    if (left > 1) state[0] = Value::from_int(item.as_int() + state[2].as_int());
    return item;
}

Value next_of_items(Value* state, std::span<const Value> items) {
    const usize at = static_cast<usize>(state[1].as_int());
    if (at >= items.size()) return done();
    state[1] = Value::from_int(static_cast<isize>(at + 1));
    return items[at];
}

Value next_byte(Value* state, Bytes bytes) {
    const usize at = static_cast<usize>(state[1].as_int());
    if (at >= bytes.size()) return done();
    state[1] = Value::from_int(static_cast<isize>(at + 1));
    return Value::from_int(bytes[at]);
}

Status begin_iterator(Interp& in, Value* state, Value v) {
    state[0] = KRAIT_TRY(iterate(in, v));
    return kOk;
}

}  // namespace

Status begin_loop(Interp& in, Value* state, Value v) {
    state[1] = Value::from_int(0);
    if (!v.is_object()) return begin_iterator(in, state, v);
    state[0] = v;
    const Shape* shape = v.object()->shape;
    if (shape == List::kType.shape() || shape == Tuple::kType.shape() ||
        shape == Str::kType.shape() || is_indexed(v))
        return kOk;
    if (is_table(shape) && static_cast<Table*>(v.object())->used <= kMostCounted) {
        const usize used = static_cast<Table*>(v.object())->used;
        state[2] = Value::from_int(static_cast<isize>(used << kCountBits | used));
        return kOk;
    }
    if (shape == Range::kType.shape()) {
        const Range* r = as<Range>(v);
        const Value parts[] = {Value(&Range::kType), r->start, r->stop, r->step};
        if (begin_range_loop(state, parts, 3)) return kOk;
    }
    return begin_iterator(in, state, v);
}

bool begin_range_loop(Value* state, const Value* callee, u32 count) {
    if (!(callee[0] == Value(&Range::kType))) return false;
    for (u32 i = 1; i <= count; ++i)
        if (!callee[i].is_int()) return false;
    const i64 start = count > 1 ? callee[1].as_int() : 0;
    const i64 stop = count > 1 ? callee[2].as_int() : callee[1].as_int();
    const i64 step = count > 2 ? callee[3].as_int() : 1;
    if (step == 0) return false;
    const i64 span = step > 0 ? stop - start : start - stop, stride = step > 0 ? step : -step;
    const i64 left = span > 0 ? (span - 1) / stride + 1 : 0;
    if (!Value::fits_int(left)) return false;
    state[0] = Value::from_int(static_cast<isize>(start));
    state[1] = Value::from_int(static_cast<isize>(left));
    state[2] = Value::from_int(static_cast<isize>(step));
    return true;
}

namespace {

Value next_of_part(Interp& in, Value iterator) {
    if (is_exact<ListIterator>(iterator)) {
        auto* it = as<ListIterator>(iterator);
        if (it->list && it->index < it->list->size()) return it->list->begin()[it->index++];
    }
    return next(in, iterator);
}

PairStep next_numbered(Interp& in, Enumerate* self, Value* out) {
    Value following;
    if (!self->count.is_int() || !fast::add(self->count, Value::from_int(1), following))
        return PairStep::Other;
    const Value item = next_of_part(in, self->iterator);
    if (!item) return PairStep::Failed;
    if (is_done(item)) return PairStep::Ended;
    out[0] = self->count;
    out[1] = item;
    self->count = following;
    return PairStep::Made;
}

PairStep next_zipped(Interp& in, const Zip* self, Value* out) {
    if (self->strict || self->iterators->size() != 2) return PairStep::Other;
    Value items[2];
    for (int i = 0; i < 2; ++i) {
        items[i] = next_of_part(in, (*self->iterators)[i]);
        if (!items[i]) return PairStep::Failed;
        if (is_done(items[i])) return PairStep::Ended;
    }
    std::copy_n(items, 2, out);
    return PairStep::Made;
}

PairStep next_entry(TableIterator* it, Value* out) {
    usize place;
    if (!it->table || it->used != it->table->used || it->left == 0) return PairStep::Other;
    usize position = it->position;
    if (!table_next(it->table, position, place)) return PairStep::Other;
    it->position = position;
    --it->left;
    out[0] = it->table->key_at(place);
    out[1] = it->table->value_at(place);
    return PairStep::Made;
}

}  // namespace

PairStep next_pair(Interp& in, Value iterator, Value* out) {
    const Shape* shape = iterator.object()->shape;
    if (shape == TableIterator::kItemType.shape())
        return next_entry(static_cast<TableIterator*>(iterator.object()), out);
    if (shape == Enumerate::kType.shape()) return next_numbered(in, as<Enumerate>(iterator), out);
    if (shape == Zip::kType.shape()) return next_zipped(in, as<Zip>(iterator), out);
    return PairStep::Other;
}

Value next_in_loop(Interp& in, Value* state) {
    const Value v = state[0];
    if (v.is_int()) return next_of_range(state);
    const Shape* shape = v.object()->shape;
    if (auto next_item = shape->of->slots->next) return next_item(in, v);
    if (shape == BytearrayObject::kType.shape())
        return next_byte(state, as<BytearrayObject>(v)->bytes());
    if (shape == BytesObject::kType.shape()) return next_byte(state, as<BytesObject>(v)->bytes());
    if (shape == List::kType.shape()) return next_of_items(state, as<List>(v)->span());
    if (shape == Tuple::kType.shape()) return next_of_items(state, as<Tuple>(v)->span());
    if (shape == Str::kType.shape()) return next_character(in, state);
    if (is_table(shape)) return next_key(in, state);
    if (is_indexed(v)) return next_indexed(in, state);
    return next(in, v);
}

}  // namespace krait
