// Indices and slices, the same for every sequence.
//
// A slice's parts may be objects whose __index__ runs Python and changes the sequence. So the parts
// are taken first (slice_parts) and fitted to the length afterwards (fit_slice).
#pragma once

#include "core/interp.hpp"

namespace krait {

struct Slice : Object {
    static const BuiltinType kType;
    Value start, stop, step;
};

Result<Slice*> new_slice(Interp&, Value start, Value stop, Value step);

// Where a slice begins, ends and how it steps. After fitting: `count` items at start, start + step,
// ..., all within the sequence.
struct SliceRange {
    isize start, stop, step;
    usize count;
};

// The parts as numbers, clamped to isize; `step` is not 0 nor the smallest isize. TypeError if a
// part is no index; ValueError if the step is zero.
Status slice_parts(Interp&, const Slice* slice, SliceRange& out);
// Cuts the range to a sequence of `length` items, as slicing does, and counts.
void fit_slice(SliceRange& range, usize length);
// Both, for sequences that cannot change.
Status slice_indices(Interp&, const Slice* slice, usize length, SliceRange& out);

// Whether it is an int or has __index__.
bool has_index(Value v);
// to_index_clamped() for a part of a slice, with its TypeError.
Result<isize> slice_part(Interp&, Value part);
// An int that is no instance of a subclass, from anything with __index__.
Value to_plain_int(Interp&, Value v);
// The index of an item as it was given: fit_index() makes a place of it, with the length as it is
// after __index__ has run. TypeError "`what` indices must be integers or slices, not T"; IndexError
// if it does not fit into isize.
Result<isize> item_index(Interp&, Value key, std::string_view what);
// The place that the index means in a sequence of `length` items; -1: out of range.
inline isize fit_index(isize index, usize length) {
    if (index < 0) index += static_cast<isize>(length);
    return index >= 0 && static_cast<usize>(index) < length ? index : -1;
}

}  // namespace krait
