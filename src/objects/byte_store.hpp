// Bytes that change their number: what bytearray and array keep their items in. They stand in a
// cell that grows by a quarter more than is needed. Views of them are counted: while
// there are any, the cell stays where it is and its size as it is (BufferError).
#pragma once

#include "core/arrays.hpp"

namespace krait {

// The cell of a ByteStore. It has a type of its own, by which an address is known to lie in bytes
// that scripts may write (memory.hpp). A pinned one is neither released nor resized by its owner.
struct StoreCell : Object {
    static const BuiltinType kType, kPinnedType;
    usize capacity;
    u8 data[];
};

struct ByteStore : Object {
    usize size_;       // bytes in use
    StoreCell* cell_;  // null while empty
    usize views_;      // buffers that are held

    u8* data() { return cell_ ? cell_->data : nullptr; }
    Bytes bytes() { return {data(), size_}; }
    std::span<u8> writable() { return {data(), size_}; }
};

// Changes the size; fresh bytes at the end are to be filled by the caller. BufferError if viewed.
Status store_resize(Interp&, ByteStore*, usize size);
// Puts `bytes`, which must not be the store's own, in place of those in [start, stop).
Status store_splice(Interp&, ByteStore*, usize start, usize stop, Bytes bytes);
// Appends copies of what there is until it is there `count` times.
Status store_repeat(Interp&, ByteStore*, usize count);
// Removes `count` items of `item_size` bytes: the one at `start` and each `step`th behind it.
Status store_remove(Interp&, ByteStore*, isize start, isize step, usize count, usize item_size);

// Slots: counting views, and the collector's.
void store_release_buffer(Value self);
void store_trace(Object* self, Marker&);

}  // namespace krait
