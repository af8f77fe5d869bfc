// Completion of names at the prompt.
#pragma once

#include "core/interp.hpp"

namespace krait {

// The names that the word at the end of the text may become: attributes behind `a.b.`, else names
// of __main__, builtins and keywords. A list of strings. No calls are made but those of attribute
// lookup.
Value complete_names(Interp&, std::string_view text);

}  // namespace krait
