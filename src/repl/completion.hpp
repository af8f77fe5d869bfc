// Completion of names at the prompt.
#pragma once

#include "core/interp.hpp"

namespace krait {

// The names that the word at the end of the text may become: attributes behind `a.b.`, modules
// behind `import`, else names of __main__, builtins and keywords. A list of strings; `typed` is how
// much of them is there already. No calls are made but those of attribute lookup.
Value complete_names(Interp&, std::string_view text, usize& typed);

}  // namespace krait
