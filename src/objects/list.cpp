// The type list.
#include "objects/list.hpp"

#include "core/arrays.hpp"
#include "objects/generic.hpp"
#include "objects/iterators.hpp"
#include "objects/sequence.hpp"

namespace krait {

namespace {

// --- slots ---------------------------------------------------------------------------------------

Value list_repr(Interp& in, Value self) {
    return repr_items(in, self, as<List>(self), {"[", "]", "[...]"});
}

Result<isize> list_length(Interp&, Value self) {
    return static_cast<isize>(as<List>(self)->size());
}

Value list_get_item(Interp& in, Value self, Value key) {
    List* list = as<List>(self);
    if (Slice* slice = as_if<Slice>(key)) return list_get_slice(in, list, slice);
    const isize index = KRAIT_TRY(item_index(in, key, "list"));
    const isize at = fit_index(index, list->size());
    if (at < 0) return raise(in, kIndexError, "list index out of range");
    return list->begin()[at];
}

Status list_set_item(Interp& in, Value self, Value key, Value value) {
    List* list = as<List>(self);
    if (Slice* slice = as_if<Slice>(key))
        return value ? list_set_slice(in, list, slice, value) : list_delete_slice(in, list, slice);
    const isize index = KRAIT_TRY(item_index(in, key, "list"));
    const isize at = fit_index(index, list->size());
    if (at < 0) return raise(in, kIndexError, "list assignment index out of range");
    if (value)
        in.heap().write(list->begin()[at], value);
    else
        list_close(in, list, at, 1);
    return kOk;
}

Result<bool> list_contains(Interp& in, Value self, Value item) {
    return KRAIT_TRY(find_item(in, as<List>(self), item)) >= 0;
}

Value list_iter(Interp& in, Value self) { return new_list_iterator(in, as<List>(self)); }

Value list_concat(Interp& in, List* a, List* b) {
    List* sum = KRAIT_TRY(new_list(in, a->size() + b->size()));
    KRAIT_TRY(list_splice(in, sum, 0, 0, a->span()));
    KRAIT_TRY(list_splice(in, sum, a->size(), a->size(), b->span()));
    return sum;
}

Value list_repeat(Interp& in, List* list, Value times) {
    const isize count = KRAIT_TRY(repeat_count(in, times, list->size()));
    if (count < 0) return refuse_repeat(in, times);
    const usize size = static_cast<usize>(count) * list->size();
    List* product = KRAIT_TRY(new_list(in, size));
    if (size == 0) return product;
    repeat_into({product->begin(), size}, list->span());
    in.heap().shade_all(product->begin(), size);
    product->size_ = size;
    return product;
}

Value list_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    List *left = as_if<List>(lhs), *right = as_if<List>(rhs);
    if (op == BinaryOp::Add && left)
        return right ? list_concat(in, left, right) : refuse_concat(in, lhs, rhs);
    if (op == BinaryOp::Mul) return left ? list_repeat(in, left, rhs) : list_repeat(in, right, lhs);
    return not_implemented();
}

Value list_inplace_repeat(Interp& in, List* list, Value times) {
    const isize count = KRAIT_TRY(repeat_count(in, times, list->size()));
    if (count < 0) return refuse_repeat(in, times);
    const usize size = list->size(), wanted = static_cast<usize>(count) * size;
    if (count == 0) list_clear(in, list);
    if (wanted <= size) return list;
    KRAIT_TRY(list_reserve(in, list, wanted));
    repeat_into({list->begin() + size, wanted - size}, {list->begin(), size});
    in.heap().shade_all(list->begin() + size, wanted - size);
    list->size_ = wanted;
    return list;
}

Value list_inplace(Interp& in, BinaryOp op, Value self, Value rhs) {
    if (op == BinaryOp::Mul) return list_inplace_repeat(in, as<List>(self), rhs);
    if (op != BinaryOp::Add) return not_implemented();
    KRAIT_TRY(extend(in, as<List>(self), rhs));
    return self;
}

Value list_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    List* right = as_if<List>(rhs);
    return right ? compare_sequences(in, op, as<List>(lhs), right) : not_implemented();
}

Value list_construct(Interp& in, const Type* cls, const CallArgs&) {
    return KRAIT_TRY(make_instance<List>(in, cls));
}

Status list_init(Interp& in, Value self, const CallArgs& args) {
    Value iterable;
    KRAIT_TRY((parse_args<"(iterable=..., /)">(in, "list"_sym, args, iterable)));
    List* list = as<List>(self);
    list_clear(in, list);
    return iterable ? extend(in, list, iterable) : Status(kOk);
}

void list_trace(Object* self, Marker& marker) { marker.object(static_cast<List*>(self)->items_); }

constexpr Slots kListSlots = {
    .repr = list_repr,
    .length = list_length,
    .get_item = list_get_item,
    .set_item = list_set_item,
    .contains = list_contains,
    .iter = list_iter,
    .binary = list_binary,
    .inplace = list_inplace,
    .compare = list_compare,
    .construct = list_construct,
    .init = list_init,
    .trace = list_trace,
};

// --- methods -------------------------------------------------------------------------------------

Status method_append(Interp& in, List* self, Value item) { return list_append(in, self, item); }

Status method_clear(Interp& in, List* self) {
    list_clear(in, self);
    return kOk;
}

Result<List*> method_copy(Interp& in, List* self) { return new_list(in, self->span()); }

Result<isize> method_count(Interp& in, List* self, Value item) {
    return count_item(in, self, item);
}

Status method_extend(Interp& in, List* self, Value iterable) { return extend(in, self, iterable); }

Result<isize> method_index(Interp& in, List* self, Value item, ClampedIndex start,
                           ClampedIndex stop) {
    return index_of_item(in, self, item, start, stop, "{} is not in list");
}

Status method_insert(Interp& in, List* self, isize index, Value item) {
    const auto size = static_cast<isize>(self->size());
    if (index < 0) index += size;
    return list_insert(in, self, static_cast<usize>(std::clamp<isize>(index, 0, size)), item);
}

Value method_pop(Interp& in, List* self, isize index) {
    if (self->size() == 0) return raise(in, kIndexError, "pop from empty list");
    const isize at = fit_index(index, self->size());
    if (at < 0) return raise(in, kIndexError, "pop index out of range");
    return list_pop(in, self, at);
}

Status method_remove(Interp& in, List* self, Value item) {
    const isize at = KRAIT_TRY(find_item(in, self, item));
    if (at < 0) return raise(in, kValueError, "list.remove(x): x not in list");
    if (static_cast<usize>(at) < self->size()) list_close(in, self, at, 1);
    return kOk;
}

void method_reverse(Interp& in, List* self) {
    std::reverse(self->begin(), self->end());
    in.heap().shade_all(self->begin(), self->size());
}

Status method_sort(Interp& in, List* self, Value key, bool reverse) {
    return list_sort(in, self, key, reverse);
}

Value method_reversed(Interp& in, List* self) { return new_reverse_list_iterator(in, self); }

constexpr Row kListRows[] = {
    def<"append(self, object, /)", method_append>,
    def<"clear(self, /)", method_clear>,
    def<"copy(self, /)", method_copy>,
    def<"count(self, value, /)", method_count>,
    def<"extend(self, iterable, /)", method_extend>,
    def<"index(self, value, start=0, stop=None, /)", method_index>,
    def<"insert(self, index, object, /)", method_insert>,
    def<"pop(self, index=-1, /)", method_pop>,
    def<"remove(self, value, /)", method_remove>,
    def<"reverse(self, /)", method_reverse>,
    def<"sort(self, /, *, key=None, reverse=False)", method_sort>,
    def<"__reversed__(self, /)", method_reversed>,
    kClassGetItem,
};

}  // namespace

constinit const BuiltinType List::kType{{.name = "list"_sym,
                                         .slots = &kListSlots,
                                         .rows = kListRows,
                                         .flags = kUnhashable | kSequencePattern,
                                         .size = sizeof(List)}};

}  // namespace krait
