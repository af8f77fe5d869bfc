// The pieces that the types bytes and bytearray are put together of, in bytes_methods.cpp.
#pragma once

#include "objects/bytes_like.hpp"

namespace krait {

extern const Slots kBytesSlots, kBytearraySlots;

// What only bytearray can do.
Status bytearray_append(Interp&, BytearrayObject* self, Value item);
Status bytearray_clear(Interp&, BytearrayObject* self);
Result<BytearrayObject*> bytearray_copy(Interp&, BytearrayObject* self);
Status bytearray_extend(Interp&, BytearrayObject* self, Value items);
Status bytearray_insert(Interp&, BytearrayObject* self, isize index, Value item);
Result<isize> bytearray_pop(Interp&, BytearrayObject* self, isize index);
Status bytearray_remove(Interp&, BytearrayObject* self, Value item);
void bytearray_reverse(BytearrayObject* self);

}  // namespace krait
