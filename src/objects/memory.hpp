// Memory by address: what viper's raw pointers reach, and whoever else gets an address from a
// script.
//
// An address is good while it lies in the bytes of a live object of the heap: those of a bytearray
// or array, which can be written, or of a bytes object, which cannot. All else is refused: objects'
// other memory is the interpreter's own. So a wrong address can at worst change the wrong bytes.
#pragma once

#include "objects/bytes.hpp"

namespace krait {

// The bytes of the object that the address lies in.
struct MemoryBlock {
    u8* data;
    usize size;
    bool readonly;
};

// ValueError if the address lies in no such object.
Status find_memory(Interp&, Word address, MemoryBlock& out);

// Where the bytes of a buffer stand now. TypeError if the object is none.
Status address_of(Interp&, Value object, Word& out);

// `size` bytes at `offset` from the address. IndexError if they are not all in the same object,
// TypeError if they are to be written and cannot be.
Status memory_at(Interp&, Word address, isize offset, usize size, bool writable, u8*& out);

// A buffer over memory at an address. The cell is pinned for good: its owner can no longer resize
// it. Who exports the buffer keeps the cell alive (Marker::bytes_at), as long as it is held.
Status export_memory(Interp&, Word address, usize size, bool writable, BufferView& view);

}  // namespace krait
