// "Did you mean: 'append'?" What is added to an uncaught exception's message when a name that is
// near to the one that was not found would have been there.
#pragma once

#include "core/str_builder.hpp"
#include "vm/vm.hpp"

namespace krait {

// For AttributeError, NameError (`where`: the function that it was raised in, or null) and
// ImportError that know the name they missed.
Status append_suggestion(Interp&, Value exception, const Function* where, StrBuilder& out);

}  // namespace krait
