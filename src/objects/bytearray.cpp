// The type bytearray: what it can do beyond bytes. Its table of methods is in bytes_methods.cpp.
#include <algorithm>

#include "core/shape.hpp"
#include "objects/bytes_slots.hpp"
#include "objects/iterators.hpp"
#include "objects/sequence.hpp"

namespace krait {

Result<BytearrayObject*> new_bytearray(Interp& in, Bytes bytes) {
    BytearrayObject* self = KRAIT_TRY(in.make<BytearrayObject>());
    KRAIT_TRY(store_resize(in, self, bytes.size()));
    std::copy(bytes.begin(), bytes.end(), self->data());
    return self;
}

// --- slots ---------------------------------------------------------------------------------------

static Value bytearray_repr(Interp& in, Value self) {
    StrBuilder out(in);
    KRAIT_TRY(out.append(type_of(self)->name));
    KRAIT_TRY(out.append("("));
    KRAIT_TRY(append_bytes_repr(out, bytes_of(self), true));
    KRAIT_TRY(out.append(")"));
    return out.finish().take();
}

static Value bytearray_construct(Interp& in, const Type* cls, const CallArgs&) {
    return make_instance<BytearrayObject>(in, cls).take();
}

static Status append_buffer(Interp& in, BytearrayObject* self, Value other) {
    if (Value(self) == other) return store_repeat(in, self, 2);
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, other, held));
    return store_splice(in, self, self->size(), self->size(), held.bytes());
}

// A size and a buffer need no other object for their bytes.
static Status bytearray_init(Interp& in, Value self, const CallArgs& args) {
    auto* bytearray = as<BytearrayObject>(self);
    const Value source = args.positional == 1 && !args.named ? args.values[0] : Value();
    if (source && is_int(source)) {
        const isize count = KRAIT_TRY(to_index(in, source));
        if (count < 0) return raise(in, kValueError, "negative count");
        KRAIT_TRY(store_resize(in, bytearray, static_cast<usize>(count)));
        std::ranges::fill(bytearray->writable(), 0);
        return kOk;
    }
    if (source && source != self && find_slot<&Slots::get_buffer>(type_of(source))) {
        KRAIT_TRY(store_resize(in, bytearray, 0));
        return append_buffer(in, bytearray, source);
    }
    BytesObject* bytes = KRAIT_TRY(bytes_from_arguments(in, "bytearray"_sym, args));
    return store_splice(in, bytearray, 0, bytearray->size(), bytes->bytes());
}

static Status set_byte(Interp& in, BytearrayObject* self, Value key, Value value) {
    const isize index = KRAIT_TRY(item_index(in, key, "bytearray"));
    u8 byte = 0;
    if (value && fit_index(index, self->size()) >= 0) KRAIT_TRY(take_byte(in, value, byte));
    const isize at = fit_index(index, self->size());
    if (at < 0) return raise(in, kIndexError, "bytearray index out of range");
    const usize place = static_cast<usize>(at);
    if (!value) return store_splice(in, self, place, place + 1, {});
    self->data()[place] = byte;
    return kOk;
}

// The bytes that are assigned to a slice: a copy, so that they are not the bytearray's own.
static Result<BytesObject*> bytes_to_assign(Interp& in, Value value) {
    const bool is_buffer = find_slot<&Slots::get_buffer>(type_of(value)) != nullptr;
    if (!is_buffer && (is<Str>(value) || !is_iterable(value)))
        return raise(in, kTypeError,
                     "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    return bytes_from(in, value, "bytearray"_sym);
}

static Status set_slice(Interp& in, BytearrayObject* self, const Slice* slice, Value value) {
    BytesObject* bytes = value ? KRAIT_TRY(bytes_to_assign(in, value)) : empty_bytes();
    SliceRange range;
    KRAIT_TRY(slice_parts(in, slice, range));
    fit_slice(range, self->size());
    if (range.step == 1) {
        const usize start = static_cast<usize>(range.start);
        return store_splice(in, self, start, start + range.count, bytes->bytes());
    }
    if (bytes->size() == 0) return store_remove(in, self, range.start, range.step, range.count, 1);
    if (bytes->size() != range.count)
        return raise(in, kValueError,
                     "attempt to assign bytes of size {} to extended slice of size {}",
                     bytes->size(), range.count);
    isize at = range.start;
    for (u8 byte : bytes->bytes()) {
        self->data()[at] = byte;
        at += range.step;
    }
    return kOk;
}

static Status bytearray_set_item(Interp& in, Value self, Value key, Value value) {
    auto* bytearray = as<BytearrayObject>(self);
    if (const Slice* slice = as_if<Slice>(key)) return set_slice(in, bytearray, slice, value);
    return set_byte(in, bytearray, key, value);
}

static Value inplace_concat(Interp& in, BytearrayObject* self, Value other) {
    if (find_slot<&Slots::get_buffer>(type_of(other)) == nullptr)
        return raise(in, kTypeError, "can't concat {} to {}", TextArg::type_name(other),
                     TextArg::type_name(self));
    KRAIT_TRY(append_buffer(in, self, other));
    return self;
}

static Value inplace_repeat(Interp& in, BytearrayObject* self, Value times) {
    const isize count = KRAIT_TRY(repeat_count(in, times, self->size()));
    if (count < 0) return refuse_repeat(in, times);
    KRAIT_TRY(store_repeat(in, self, static_cast<usize>(count)));
    return self;
}

static Value bytearray_inplace(Interp& in, BinaryOp op, Value self, Value other) {
    auto* bytearray = as<BytearrayObject>(self);
    if (op == BinaryOp::Add) return inplace_concat(in, bytearray, other);
    if (op == BinaryOp::Mul) return inplace_repeat(in, bytearray, other);
    return not_implemented();
}

static Status bytearray_get_buffer(Interp&, Value self, BufferView& view, bool) {
    auto* bytearray = as<BytearrayObject>(self);
    ++bytearray->views_;
    view.data = bytearray->data();
    view.size = bytearray->size();
    view.readonly = false;
    return kOk;
}

constinit const Slots kBytearraySlots{
    .repr = bytearray_repr,
    .length = bytes_like_length,
    .get_item = bytes_like_get_item,
    .set_item = bytearray_set_item,
    .contains = bytes_like_contains,
    .iter = bytes_like_iter,
    .binary = bytes_like_binary,
    .inplace = bytearray_inplace,
    .compare = bytes_like_compare,
    .get_buffer = bytearray_get_buffer,
    .release_buffer = store_release_buffer,
    .construct = bytearray_construct,
    .init = bytearray_init,
    .trace = store_trace,
};

// --- methods -------------------------------------------------------------------------------------

Status bytearray_append(Interp& in, BytearrayObject* self, Value item) {
    u8 byte = 0;
    KRAIT_TRY(take_byte(in, item, byte));
    KRAIT_TRY(store_resize(in, self, self->size() + 1));
    self->data()[self->size() - 1] = byte;
    return kOk;
}

Status bytearray_clear(Interp& in, BytearrayObject* self) { return store_resize(in, self, 0); }

Result<BytearrayObject*> bytearray_copy(Interp& in, BytearrayObject* self) {
    return new_bytearray(in, self->bytes());
}

Status bytearray_extend(Interp& in, BytearrayObject* self, Value items) {
    const bool is_buffer = find_slot<&Slots::get_buffer>(type_of(items)) != nullptr;
    if (!is_buffer && !is_iterable(items))
        return raise(in, kTypeError, "can't extend bytearray with {}", TextArg::type_name(items));
    if (Str* text = as_if<Str>(items); text && text->size())
        return raise(in, kTypeError, "'str' object cannot be interpreted as an integer");
    if (is<Str>(items)) return kOk;
    if (is_buffer) {
        KRAIT_TRY(inplace_concat(in, self, items));
        return kOk;
    }
    BytesObject* bytes = KRAIT_TRY(bytes_from(in, items, "bytearray"_sym));
    return store_splice(in, self, self->size(), self->size(), bytes->bytes());
}

Status bytearray_insert(Interp& in, BytearrayObject* self, isize index, Value item) {
    u8 byte = 0;
    KRAIT_TRY(take_byte(in, item, byte));
    const isize size = static_cast<isize>(self->size());
    if (index < 0) index += size;
    const usize at = static_cast<usize>(std::clamp<isize>(index, 0, size));
    return store_splice(in, self, at, at, {&byte, 1});
}

Result<isize> bytearray_pop(Interp& in, BytearrayObject* self, isize index) {
    if (self->size() == 0) return raise(in, kIndexError, "pop from empty bytearray");
    const isize at = fit_index(index, self->size());
    if (at < 0) return raise(in, kIndexError, "pop index out of range");
    const u8 byte = self->data()[at];
    const usize place = static_cast<usize>(at);
    KRAIT_TRY(store_splice(in, self, place, place + 1, {}));
    return byte;
}

Status bytearray_remove(Interp& in, BytearrayObject* self, Value item) {
    u8 byte = 0;
    KRAIT_TRY(take_byte(in, item, byte));
    const usize at = as_text(self->bytes()).find(static_cast<char>(byte));
    if (at == std::string_view::npos) return raise(in, kValueError, "value not found in bytearray");
    return store_splice(in, self, at, at + 1, {});
}

void bytearray_reverse(BytearrayObject* self) {
    std::reverse(self->writable().begin(), self->writable().end());
}

}  // namespace krait
