// Operations of list beyond collections.hpp.
#pragma once

#include "core/slicing.hpp"

namespace krait {

// Sorts in place, stable. `key` may be empty or None. Comparisons and keys may run Python, during
// which the list is empty; a list that was then changed is a ValueError.
Status list_sort(Interp&, List*, Value key, bool reverse);
// Replaces the items in [start, stop) by `items`, which must not be the list's own.
Status list_splice(Interp&, List*, usize start, usize stop, std::span<const Value> items);

// get_item, set_item and deletion with a slice as key.
Value list_get_slice(Interp&, List*, const Slice*);
Status list_set_slice(Interp&, List*, const Slice*, Value values);
Status list_delete_slice(Interp&, List*, const Slice*);

}  // namespace krait
