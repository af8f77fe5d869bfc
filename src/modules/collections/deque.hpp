// Deque: a queue with two ends, in a ring.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct Deque : Object {
    static const BuiltinType kType;
    static constexpr isize kUnbounded = -1;

    ValueArray* ring;  // null while empty; places not in use hold empty values
    usize first;       // the place of item 0
    usize size;
    isize max_size;  // kUnbounded: none
    u32 version;     // moves on when items are added, removed or moved
    // Differs: the third argument of MicroPython's deque. Then a full one refuses items.
    bool raises_when_full;

    Value& at(usize index) {
        const usize place = first + index;
        return ring->items[place < ring->capacity ? place : place - ring->capacity];
    }
};

}  // namespace krait
