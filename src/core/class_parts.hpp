// Steps of making a class that stand in files of their own; for class.cpp only.
#pragma once

#include "core/class.hpp"

namespace krait {

// The method resolution order by C3 linearisation. TypeError if there is none.
Result<Tuple*> compute_mro(Interp&, const Type* cls, const Tuple* bases);
// The base whose layout the class extends. TypeError if two bases have layouts that differ.
Result<const Type*> best_base(Interp&, const Tuple* bases);
// Gives the class a place for each name of its __slots__, or kHasDict if it has none.
// Requires: name, base, layout, instance_size and dict of the class are set.
Status add_slots(Interp&, HeapType* cls);

}  // namespace krait
