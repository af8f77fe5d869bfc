#include "core/collections.hpp"

#include "core/arrays.hpp"

namespace krait {

namespace {

// A Tuple without items, in read-only memory.
struct EmptyTuple : Object {
    usize size = 0;
    constexpr EmptyTuple() : Object(Tuple::kType.shape()) {}
};
static_assert(sizeof(EmptyTuple) == sizeof(Tuple));
constinit const EmptyTuple kEmptyTuple;

// The places of a list in all.
usize capacity_of(const List* list) { return list->items_ ? list->items_->capacity : 0; }

Status grow(Interp& in, List* list, usize capacity) {
    ValueArray* items = KRAIT_TRY(grow_value_array(in, list->items_, list->size_, capacity));
    in.heap().write(list->items_, items);
    return kOk;
}

// Room for `count` more items, with some to spare.
Status make_room(Interp& in, List* list, usize count) {
    if (capacity_of(list) - list->size_ >= count) [[likely]]
        return kOk;
    if (count > kMaxItems) return raise_memory_error(in);
    return grow(in, list, amortised_capacity(list->size_ + count));
}

// Gives back memory when three quarters of a long list are unused.
void trim(Interp& in, List* list) {
    const usize capacity = capacity_of(list);
    if (capacity >= 32 && list->size_ < capacity / 4)
        shrink_value_array(in, list->items_, capacity / 2);
}

}  // namespace

Tuple* empty_tuple() { return as<Tuple>(Value(&kEmptyTuple)); }

Result<Tuple*> new_tuple(Interp& in, usize size) {
    if (size == 0) return empty_tuple();
    if (size > kMaxItems) return raise_memory_error(in);
    Tuple* tuple = KRAIT_TRY(in.make<Tuple>(sizeof(Tuple) + size * sizeof(Value)));
    tuple->size_ = size;
    return tuple;
}

Result<Tuple*> new_tuple(Interp& in, std::span<const Value> items) {
    Tuple* tuple = KRAIT_TRY(new_tuple(in, items.size()));
    std::ranges::copy(items, tuple->begin());
    return tuple;
}

Result<List*> new_list(Interp& in, usize capacity) {
    List* list = KRAIT_TRY(in.make<List>());
    if (capacity) KRAIT_TRY(grow(in, list, capacity));
    return list;
}

Result<List*> new_list(Interp& in, std::span<const Value> items) {
    List* list = KRAIT_TRY(new_list(in, items.size()));
    std::ranges::copy(items, list->begin());
    in.heap().shade_all(list->begin(), items.size());
    list->size_ = items.size();
    return list;
}

Status list_append(Interp& in, List* list, Value item) {
    KRAIT_TRY(make_room(in, list, 1));
    in.heap().write(list->items_->items[list->size_], item);
    ++list->size_;
    return kOk;
}

Status list_reserve(Interp& in, List* list, usize capacity) {
    const usize present = capacity_of(list);
    if (capacity <= present) return kOk;
    if (present) capacity = std::max(capacity, std::min(amortised_capacity(present), kMaxItems));
    return grow(in, list, capacity);
}

void list_truncate(List* list, usize size) {
    std::fill(list->begin() + size, list->end(), Value());
    list->size_ = size;
}

Status list_open(Interp& in, List* list, usize index, usize count) {
    KRAIT_TRY(make_room(in, list, count));
    Value* items = list->begin();
    std::copy_backward(items + index, items + list->size_, items + list->size_ + count);
    std::fill_n(items + index, count, Value());
    list->size_ += count;
    in.heap().shade_all(items + index, list->size_ - index);
    return kOk;
}

void list_close(Interp& in, List* list, usize index, usize count) {
    if (count == 0) return;
    Value* items = list->begin();
    std::copy(items + index + count, items + list->size_, items + index);
    list_truncate(list, list->size_ - count);
    in.heap().shade_all(items + index, list->size_ - index);
    trim(in, list);
}

Status list_insert(Interp& in, List* list, usize index, Value item) {
    KRAIT_TRY(list_open(in, list, index, 1));
    in.heap().write(list->items_->items[index], item);
    return kOk;
}

Value list_pop(Interp& in, List* list, usize index) {
    const Value item = list->items_->items[index];
    list_close(in, list, index, 1);
    return item;
}

void list_clear(Interp& in, List* list) {
    ValueArray* items = list->items_;
    list->items_ = nullptr;
    list->size_ = 0;
    if (items) in.heap().release(items);
}

}  // namespace krait
