// The fast halves of opcodes on built-in containers: what the loop does itself. Each returns false
// (and leaves all as it was) when the general path is needed.
#pragma once

#include "bytecode/code.hpp"
#include "core/interp.hpp"
#include "objects/bytes.hpp"

namespace krait::fast {

// The byte at the index, if it is within.
inline bool byte_at(Bytes bytes, isize i, Value& out) {
    if (i < 0) i += static_cast<isize>(bytes.size());
    if (static_cast<usize>(i) >= bytes.size()) return false;
    out = Value::from_int(bytes[static_cast<usize>(i)]);
    return true;
}

// The item of an exact list, tuple, bytearray or bytes, if the index is within it.
inline bool item_at(Value container, isize i, Value& out) {
    if (!container.is_object()) return false;
    Object* o = container.object();
    if (o->shape == List::kType.shape()) {
        List* list = static_cast<List*>(o);
        if (i < 0) i += static_cast<isize>(list->size_);
        if (static_cast<usize>(i) >= list->size_) return false;
        out = list->items_->items[i];
        return true;
    }
    if (o->shape == BytearrayObject::kType.shape())
        return byte_at(static_cast<BytearrayObject*>(o)->bytes(), i, out);
    if (o->shape == BytesObject::kType.shape())
        return byte_at(static_cast<BytesObject*>(o)->bytes(), i, out);
    if (o->shape != Tuple::kType.shape()) return false;
    Tuple* tuple = static_cast<Tuple*>(o);
    if (i < 0) i += static_cast<isize>(tuple->size_);
    if (static_cast<usize>(i) >= tuple->size_) return false;
    out = tuple->items_[i];
    return true;
}

// Stores a byte into an exact bytearray.
inline bool set_byte(Value container, Value key, Value v) {
    if (!Value::both_ints(key, v) || !is_exact<BytearrayObject>(container)) return false;
    auto* array = as<BytearrayObject>(container);
    isize i = key.as_int();
    if (i < 0) i += static_cast<isize>(array->size());
    if (static_cast<usize>(i) >= array->size() || static_cast<usize>(v.as_int()) > 255)
        return false;
    array->cell_->data[i] = static_cast<u8>(v.as_int());
    return true;
}

// Appends if there is room.
inline bool append(Interp& in, List* list, Value item) {
    ValueArray* items = list->items_;
    if (!items || list->size_ == items->capacity) return false;
    in.heap().write(items->items[list->size_++], item);
    return true;
}

// Whether the ForIter at pc gives its item, a temporary, to be unpacked into two registers.
inline bool unpacks_pair(const Code* code, const u8* pc) {
    return pc[5] == static_cast<u8>(Opcode::UnpackSequence) && pc[7] == pc[1] && pc[8] == 2 &&
           pc[1] >= code->local_count;
}

}  // namespace krait::fast
