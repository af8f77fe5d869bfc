// collections.namedtuple.
#pragma once

#include "core/interp.hpp"

namespace krait {

// The class of tuples with these field names (a text or an iterable of texts).
Value make_namedtuple(Interp&, Value name, Value field_names, bool rename, Value defaults,
                      Value module);

}  // namespace krait
