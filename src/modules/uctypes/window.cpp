#include "modules/uctypes/window.hpp"

#include <cstring>

#include "core/bind.hpp"
#include "modules/uctypes/layout.hpp"
#include "objects/bytes_like.hpp"
#include "objects/memory.hpp"

namespace krait::uctypes {

namespace {

Value contents(Interp& in, Value self) {
    const auto* w = as<Window>(self);
    if (w->size == 0) return Value(empty_bytes());
    u8* data;
    KRAIT_TRY(memory_at(in, w->address, 0, w->size, false, data));
    return new_bytes(in, {data, w->size});
}

Value window_repr(Interp& in, Value self) {
    const Value bytes = KRAIT_TRY(contents(in, self));
    StrBuilder out(in);
    KRAIT_TRY(out.append("bytearray("));
    KRAIT_TRY(append_bytes_repr(out, as<BytesObject>(bytes)->bytes(), true));
    KRAIT_TRY(out.append(")"));
    return KRAIT_TRY(out.finish());
}

Result<isize> window_length(Interp&, Value self) {
    return static_cast<isize>(as<Window>(self)->size);
}

// The place of an index from either end, or IndexError.
Result<isize> place_of(Interp& in, Value self, Value key) {
    const auto size = static_cast<isize>(as<Window>(self)->size);
    isize index = KRAIT_TRY(to_index(in, key));
    if (index < 0) index += size;
    if (index < 0 || index >= size) return raise(in, kIndexError, "bytearray index out of range");
    return index;
}

Value window_get_item(Interp& in, Value self, Value key) {
    const auto* w = as<Window>(self);
    if (is<Slice>(key)) {
        const Value bytes = KRAIT_TRY(contents(in, self));
        return new_bytearray(in, as<BytesObject>(KRAIT_TRY(get_item(in, bytes, key)))->bytes())
            .take();
    }
    const isize index = KRAIT_TRY(place_of(in, self, key));
    return load(in, Scalar(0), w->address + static_cast<usize>(index), ByteLayout::Native);
}

Status window_set_item(Interp& in, Value self, Value key, Value value) {
    const auto* w = as<Window>(self);
    if (!value) return raise(in, kTypeError, "'bytearray' object doesn't support item deletion");
    if (is<Slice>(key)) {
        const Value view = Value(KRAIT_TRY(new_memoryview(in, self)));
        return set_item(in, view, key, value);
    }
    const isize index = KRAIT_TRY(place_of(in, self, key));
    return store(in, Scalar(0), w->address + static_cast<usize>(index), ByteLayout::Native, value);
}

Value window_iter(Interp& in, Value self) { return iterate(in, KRAIT_TRY(contents(in, self))); }

Result<bool> window_contains(Interp& in, Value self, Value item) {
    return contains(in, KRAIT_TRY(contents(in, self)), item);
}

Value window_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    if (!find_slot<&Slots::get_buffer>(type_of(rhs))) return not_implemented();
    return compare(in, op, KRAIT_TRY(contents(in, lhs)), rhs);
}

// This object keeps the memory alive while the view is held.
Status window_buffer(Interp& in, Value self, BufferView& view, bool writable) {
    const auto* w = as<Window>(self);
    return export_memory(in, w->address, w->size, writable, view);
}

Value window_decode(Interp& in, Window* self, Value encoding, Value errors) {
    const Value args[] = {encoding, errors};
    return call_method(in, KRAIT_TRY(contents(in, self)), "decode"_sym, args);
}
Value window_hex(Interp& in, Window* self) {
    return call_method(in, KRAIT_TRY(contents(in, self)), "hex"_sym);
}

void trace(Object* o, Marker& m) { m.bytes_at(static_cast<Window*>(o)->address); }

constexpr Slots kSlots{.repr = window_repr,
                       .length = window_length,
                       .get_item = window_get_item,
                       .set_item = window_set_item,
                       .contains = window_contains,
                       .iter = window_iter,
                       .compare = window_compare,
                       .get_buffer = window_buffer,
                       .trace = trace};
constexpr Row kRows[] = {
    def<"decode(self, encoding='utf-8', errors='strict')", window_decode>,
    def<"hex(self)", window_hex>,
};

}  // namespace

constinit const BuiltinType Window::kType{{.name = "bytearray"_sym,
                                           .slots = &kSlots,
                                           .rows = kRows,
                                           .flags = kFinal | kAbstractBase | kUnhashable,
                                           .size = sizeof(Window)}};

Value new_window(Interp& in, Word address, usize size) {
    Window* w = KRAIT_TRY(in.make<Window>());
    w->address = address;
    w->size = size;
    return w;
}

}  // namespace krait::uctypes
