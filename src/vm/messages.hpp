// Pieces of text and errors that several parts of the VM share.
#pragma once

#include "core/interp.hpp"

namespace krait {

// The strings one after the other.
Result<Str*> join_strings(Interp&, std::span<const Value> strings);
// "f()" for messages about a call.
Result<Str*> callable_name(Interp&, Value callee);
// NameError "name 'x' is not defined", with a suggestion where one is near.
Raised raise_undefined_name(Interp&, Str* name);

}  // namespace krait
