// What the classes of `machine` share: tables of the objects that hardware calls back, and errors.
#pragma once

#include "core/bind.hpp"
#include "core/errno.hpp"
#include "core/scheduler.hpp"
#include "hal/board.hpp"

namespace krait {

// The table of an interpreter's objects of one class, by unit. They live while they stand in it.
// Made with `count` places at first use. `key` identifies the class; it is no module.
Result<ValueArray*> object_table(Interp&, const ModuleDef& key, usize count);
// The object of that unit; empty: none, or there is no table yet.
Value object_in_table(Interp&, const ModuleDef& key, usize unit);

// The part of the board, or OSError(ENODEV) where it has none.
template <class Part>
Result<Part*> need_part(Interp& in, Part* part) {
    if (part) return part;
    return raise_os_error(in, error::kENODEV);
}

// The number of the pin that an argument means: an int, a name, or a Pin. ValueError.
Result<isize> pin_number(Interp&, Value pin);
// The Pin object of an existing pin.
Value pin_object(Interp&, u16 number);

}  // namespace krait
