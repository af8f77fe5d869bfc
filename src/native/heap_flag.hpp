// Where the heap keeps the flag that tells stores of objects to shade what they store. Machine code
// does what Heap::write() does inline, so it needs the flag's place, which nobody else should know.
#pragma once

#include "core/heap.hpp"

namespace krait::native {

// An explicit instantiation may name private members; the friend hands one out.
template <bool Heap::*Member>
struct HeapFlag {
    friend const bool* marking_flag(Heap& heap) { return &(heap.*Member); }
};
const bool* marking_flag(Heap& heap);
template struct HeapFlag<&Heap::marking_>;

}  // namespace krait::native
