// Making and growing the arrays that containers keep their items in (heap.hpp declares them).
#pragma once

#include "core/interp.hpp"

namespace krait {

// More items than this are refused (MemoryError) before any arithmetic on their size.
constexpr usize kMaxItems =
    (static_cast<usize>(std::numeric_limits<isize>::max()) - sizeof(ValueArray)) / sizeof(Value) /
    2;

Result<ValueArray*> new_value_array(Interp&, usize capacity);
Result<ByteArray*> new_byte_array(Interp&, usize capacity);

// An array with room for `capacity` values that starts with the first `used` ones of `old`, which
// may be null: `old` itself if it can grow where it lies, else a copy, and `old` is released. The
// owner has to store it at once. On failure `old` is as it was.
Result<ValueArray*> grow_value_array(Interp&, ValueArray* old, usize used, usize capacity);
// Gives back what lies behind `capacity` items, if the heap can. Requires: those are empty.
void shrink_value_array(Interp&, ValueArray* array, usize capacity);

// What to ask for when `needed` items must fit: room for a quarter more, so that appending is
// linear.
constexpr usize amortised_capacity(usize needed) { return needed + needed / 4 + 3; }

}  // namespace krait
