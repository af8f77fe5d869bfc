#include "core/arrays.hpp"

#include <cstring>

namespace krait {

static usize value_array_bytes(usize capacity) {
    return sizeof(ValueArray) + capacity * sizeof(Value);
}

Result<ValueArray*> new_value_array(Interp& in, usize capacity) {
    if (capacity > kMaxItems) return raise_memory_error(in);
    ValueArray* array = KRAIT_TRY(in.make<ValueArray>(value_array_bytes(capacity)));
    array->capacity = capacity;
    return array;
}

Result<ByteArray*> new_byte_array(Interp& in, usize capacity) {
    if (capacity > kMaxItems * sizeof(Value)) return raise_memory_error(in);
    ByteArray* array = KRAIT_TRY(in.make<ByteArray>(sizeof(ByteArray) + capacity));
    array->capacity = capacity;
    return array;
}

Result<ValueArray*> grow_value_array(Interp& in, ValueArray* old, usize used, usize capacity) {
    if (capacity > kMaxItems) return raise_memory_error(in);
    if (old && in.heap().resize(old, value_array_bytes(capacity))) {
        std::fill(old->items + old->capacity, old->items + capacity, Value());
        old->capacity = capacity;
        return old;
    }
    ValueArray* grown = KRAIT_TRY(new_value_array(in, capacity));
    if (!old) return grown;
    std::copy_n(old->items, used, grown->items);
    in.heap().shade_all(grown->items, used);
    in.heap().release(old);
    return grown;
}

void shrink_value_array(Interp& in, ValueArray* array, usize capacity) {
    if (in.heap().resize(array, value_array_bytes(capacity))) array->capacity = capacity;
}

}  // namespace krait
