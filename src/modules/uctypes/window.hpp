// Bytes at an address, looking like a bytearray of fixed size: what bytearray_at() and fields that
// are arrays of UINT8 give.
#pragma once

#include "core/interp.hpp"

namespace krait::uctypes {

struct Window : Object {
    static const BuiltinType kType;
    Word address;
    usize size;
};

Value new_window(Interp&, Word address, usize size);

}  // namespace krait::uctypes
